import { type Frame, type Hospital, hospitalJudge } from './judge-hospital.ts';

/** Why two hospitals may not partner, or that they may once a 二次医療圏 is known. */
export type PairVerdict =
  | { readonly eligible: true; readonly class: number | null; readonly unresolved: boolean }
  | { readonly eligible: false; readonly because: 'not-source' | 'not-destination' | 'other-prefecture' };

/** Whether this source may send to this destination; class ③ takes doctors of its own prefecture only. */
export function judgePair(frame: Frame, source: Hospital, destination: Hospital): PairVerdict {
  const judge = hospitalJudge(frame);
  const from = judge(source);
  const to = judge(destination);
  if (from.source === 'unmet') return { eligible: false, because: 'not-source' };
  if (to.destination === 'unmet') return { eligible: false, because: 'not-destination' };
  if (to.ownPrefectureOnly && source.prefecture !== destination.prefecture) {
    return { eligible: false, because: 'other-prefecture' };
  }
  return {
    eligible: true,
    class: to.class,
    unresolved: from.source === 'unresolved' || to.destination === 'unresolved',
  };
}
