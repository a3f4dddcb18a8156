import type { Side } from '#lib/core/program.ts';

/** What the partners of a side are called. */
export const partnerWord = (viewer: Side): string => (viewer === 'source' ? '連携先病院' : '連携元病院');

/** The menu of the pages on partners; who came to answer and who came to read a list see different ones. */
export function partnerNav(round: string, purpose: 'answer' | 'list', current: string) {
  const home = `/h/rounds/${round}`;
  const places =
    purpose === 'list'
      ? ([
          ['list', '一覧', `${home}/list`],
          ['approaches', '相談の状況', `${home}/approaches`],
          ['why', 'なぜ対象か', `${home}/why`],
        ] as const)
      : ([
          ['answer', '回答', home],
          ['inbox', '届いた相談', `${home}/inbox`],
          ['why', 'なぜ対象か', `${home}/why`],
        ] as const);
  return places.map(([id, label, href]) => ({ href, label, current: id === current }));
}
