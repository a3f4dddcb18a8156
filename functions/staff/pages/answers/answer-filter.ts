import type { Answer } from '#lib/core/rounds/answer.ts';
import { isReviewable, owes } from '#lib/core/rounds/answer.ts';
import type { MailStanding } from '#lib/usecases/read-round.ts';

type Standings = ReadonlyMap<string, MailStanding>;

interface Filter {
  readonly value: string;
  readonly label: string;
  readonly keeps: (answer: Answer, mail: Standings) => boolean;
}

/** Whether an answer is owed by a hospital that no mail reaches: to be phoned. */
const toPhone = ({ state, organisation }: Answer, mail: Standings): boolean =>
  owes(state) && ['unreachable', 'none'].includes(mail.get(organisation) ?? 'none');

/** What the table can be narrowed to. */
export const answerFilters: readonly Filter[] = [
  { value: '', label: 'すべて', keeps: () => true },
  { value: 'to-review', label: '確認待ち', keeps: ({ state }) => isReviewable(state) },
  { value: 'owing', label: '未提出', keeps: ({ state }) => owes(state) },
  { value: 'returned', label: '差戻し', keeps: ({ state }) => state === 'returned' },
  { value: 'approved', label: '承認済', keeps: ({ state }) => state === 'approved' },
  { value: 'waived', label: '回答不要', keeps: ({ state }) => state === 'waived' },
  { value: 'unreachable', label: 'メールが届かない（未提出）', keeps: toPhone },
];

/** The filter of that name; everything for a name that is none. */
export const filterOf = (value: string | null): Filter | undefined =>
  answerFilters.find((filter) => filter.value === (value ?? '')) ?? answerFilters[0];
