import type { ApproachState } from '#lib/core/approaches/approach.ts';

/** States of a conversation as pages write them. */
export const approachWord: Readonly<Record<ApproachState, string>> = {
  asked: '打診',
  talking: '相談中',
  consented: '内諾',
  agreed: '合意',
  filed: '届出済',
  declined: '辞退',
  withdrawn: '取下げ',
  lapsed: '期限切れ',
};
