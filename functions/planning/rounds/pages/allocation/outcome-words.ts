import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import type { Breach } from '#lib/core/matching/allocation/check/breach.ts';
import type { ModeOutcome } from '#lib/core/matching/allocation/compare/mode-outcome.ts';
import type { RoundReason } from '#lib/core/matching/allocation/explain/explain-round.ts';
import type { ReasonCode } from '#lib/core/matching/allocation/explain/reason.ts';
import type { ConflictMember } from '#lib/core/matching/allocation/round/conflict.ts';

/** The four modes in words: what each promises. */
export const modeWords = {
  stable: {
    letter: 'A',
    name: 'A 安定',
    promise: '互いに「こちらのほうがよい」と思う組を残しません。下限と自県内の上限は考えません。',
  },
  regional: {
    letter: 'B',
    name: 'B 上限つき安定',
    promise: '自県内の上限を守り、そのために残る組のほかは残しません。下限は考えません。',
  },
  best: {
    letter: 'C',
    name: 'C 合計点最大',
    promise: '下限と上限を守り、合計点を最大にします。',
  },
  free: {
    letter: 'D',
    name: 'D 時期つき',
    promise: 'Cの条件に加え、24週続けて受け入れられる時期に収めます。',
  },
} as const;

/** Why a pair is or is not formed, in words. */
export const reasonWords: Readonly<Record<ReasonCode, string>> = {
  MATCHED: '組になりました',
  BETTER: '連携元の枠は、これより優先される連携先で使われました',
  HOST_FULL: '連携先の枠が、ほかの連携元で埋まりました',
  NOT_LISTED: '一方の一覧に相手がありません',
  REGION_CAP: '地域の上限に達しました',
  OWN_AREA_CAP: '自県内の上限に達しました',
  FLOOR_DISPLACED: 'ほかの都府県の下限を満たすために、枠が使われました',
  TERM_CONFLICT: '受け入れられる時期の条件を加えると、ほかの組が選ばれました',
  INELIGIBLE: '対象区域の条件に合いません',
};

/** What would bring a pair about, as found by solving again; empty where nothing single was found. */
export function changeWords({ change, price, prefecture, code }: RoundReason): string {
  if (code === 'MATCHED' || code === 'INELIGIBLE') return '';
  const at = prefecture === undefined ? '' : prefectureName(prefecture);
  const more = typeof price === 'number' && price > 0 ? `この組の点数が${price + 1}点高ければ組になります。` : '';
  switch (change?.kind) {
    case 'hostCap':
      return `連携先の枠が${change.to}人なら組になります。`;
    case 'slots':
      return `連携元の枠が${change.to}人なら組になります。`;
    case 'ownCap':
      return `${at}の自県内の上限が${change.to}人なら組になります。`;
    case 'floor':
      return `${at}の下限が${change.to}人なら組になります。`;
    case undefined:
      return price === null ? 'この組を作ると、条件を満たす配置がなくなります。' : more;
  }
}

/** What of the conditions is unmet, in words. */
export function breachWords({ kind, who, found, allowed }: Breach): string {
  const at = prefectureName(who[0] ?? '');
  if (kind === 'under-floor')
    return `${at}の下限${allowed}人に対し${found}人（${(allowed ?? 0) - (found ?? 0)}人不足）`;
  if (kind === 'over-own-cap') return `${at}の自県内の上限${allowed}人に対し${found}人`;
  return `${kind} ${who.join(' ')}`;
}

/** What the checker found in an outcome: how many of each kind. */
export function findingWords({ breaches, blocking }: ModeOutcome): string {
  const counts = Map.groupBy(breaches, ({ kind }) => findingKinds[kind] ?? 'そのほか');
  const open = blocking.filter(({ excuse }) => excuse === null).length;
  const found = [
    ...[...counts].map(([label, { length }]) => `${label}${length}件`),
    ...(open > 0 ? [`不安定な組${open}組`] : []),
  ];
  return found.length === 0 ? '見つかったもの：なし' : `見つかったもの：${found.join('、')}`;
}

/** Kinds of breach that a kept outcome may have; all others stop the calculation. */
const findingKinds: Partial<Record<Breach['kind'], string>> = {
  'under-floor': '下限の不足',
  'over-own-cap': '自県内の上限の超過',
};

/** One demand or limit of a conflict in words; `nameOf` gives a hospital's name. */
export function memberWords(member: ConflictMember, nameOf: (id: string) => string): string {
  switch (member.kind) {
    case 'floor':
      return `${prefectureName(member.prefecture)}の下限：${member.amount}人`;
    case 'slots':
      return `${nameOf(member.source)}の枠：${member.amount}人`;
    case 'hostCap':
      return `${nameOf(member.host)}の受入可能人数：${member.amount}人`;
    case 'ownCap':
      return `${prefectureName(member.prefecture)}の自県内の上限：${member.amount}人`;
  }
}
