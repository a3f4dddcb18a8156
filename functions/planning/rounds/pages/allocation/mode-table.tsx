import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import type { FourModes } from '#lib/core/matching/allocation/compare/four-modes.ts';
import { type ModeOutcome, moved } from '#lib/core/matching/allocation/compare/mode-outcome.ts';
import { freeSeconds } from '#lib/core/matching/allocation/compare/steadiness.ts';
import type { QuotaRound } from '#lib/core/matching/allocation/round/quota-round.ts';
import { breachWords, findingWords, modeWords } from './outcome-words.ts';

const modes = ['stable', 'regional', 'best', 'free'] as const;

const outcomeIn = (result: FourModes, mode: (typeof modes)[number]): ModeOutcome | string => {
  const one = result[mode];
  if (one === 'timeout') return `${freeSeconds.result}秒以内に計算が終わらず、打ち切りました`;
  if (one === 'infeasible' || one === null) return '条件を満たす配置がありません';
  return one;
};

/** The four modes in four columns, a line each for what one costs the others. */
export function ModeTable({ result, round }: { readonly result: FourModes; readonly round: QuotaRound }): VNode {
  const slots = [...round.sources.values()].reduce((sum, each) => sum + each.slots, 0);
  const line = (key: string, label: string, say: (outcome: ModeOutcome) => string | VNode) => ({
    key,
    cells: [
      label,
      ...modes.map((mode) => {
        const outcome = outcomeIn(result, mode);
        return typeof outcome === 'string' ? (key === 'placed' ? outcome : '—') : say(outcome);
      }),
    ],
  });
  const people = (blocking: ModeOutcome['blocking']) => blocking.reduce((sum, { n }) => sum + n, 0);
  const against = (other: (typeof modes)[number]) =>
    line(`to-${other}`, `${modeWords[other].letter}との違い`, (outcome) => {
      const there = outcomeIn(result, other);
      return typeof there === 'string' ? '—' : `${moved(outcome.placements, there.placements)}人`;
    });
  return (
    <DataTable
      stacked
      caption="方法ごとの結果"
      columns={[{ label: '項目' }, ...modes.map((mode) => ({ label: modeWords[mode].name }))]}
      rows={[
        { key: 'promise', cells: ['方法', ...modes.map((mode) => modeWords[mode].promise)] },
        line('placed', '配置した人数', ({ placed }) => `${placed}人（枠${slots}人のうち）`),
        line('total', '合計点', ({ total }) => `${total.toLocaleString('en')}点`),
        line('floors', '下限と上限', ({ breaches }) =>
          breaches.length === 0 ? (
            'すべて守っています'
          ) : (
            <ul class="deciding">
              {breaches.map((breach) => (
                <li key={breachWords(breach)}>{breachWords(breach)}</li>
              ))}
            </ul>
          ),
        ),
        line('stable', '安定', ({ blocking }) => {
          const open = blocking.filter(({ excuse }) => excuse === null);
          const excused = people(blocking) - people(open);
          const beside = excused > 0 ? `（上限のためやむをえない組が${excused}人分）` : '';
          return open.length === 0 ? `安定${beside}` : `不安定：${people(open)}人分の組が残る${beside}`;
        }),
        line(
          'ranks',
          '連携元の順位',
          ({ ranks: [first, few, ten, later] }) => `1位${first}人・2〜3位${few}人・4〜10位${ten}人・11位以下${later}人`,
        ),
        ...modes.map(against),
        ...(result.proposerMatters === undefined
          ? []
          : [
              {
                key: 'proposer',
                cells: ['申し込む側を替えると', otherSideWords(result.proposerMatters), '—', '—', '—'],
              },
            ]),
        line('check', '検算（計算とは別の手順）', findingWords),
      ]}
    />
  );
}

const otherSideWords = (people: number): string => (people === 0 ? '変わりません' : `${people}人の配置が変わります`);

/** Most pairs that are listed for one mode. */
const most = 30;

/** The pairs that would rather be together, mode by mode, with the excuse of each. */
export const ModeBlocking = ({
  result,
  nameOf,
}: {
  readonly result: FourModes;
  readonly nameOf: (id: string) => string;
}): VNode => (
  <>
    {modes.map((mode) => {
      const outcome = outcomeIn(result, mode);
      if (typeof outcome === 'string' || outcome.blocking.length === 0) return null;
      return (
        <details key={mode}>
          <summary>{`${modeWords[mode].name}で残る組（${outcome.blocking.length}組）`}</summary>
          <DataTable
            stacked
            caption={`${modeWords[mode].name}で、互いに今の相手より望ましい組`}
            columns={[
              { label: '連携元' },
              { label: '連携先' },
              { label: '人数', numeric: true },
              { label: '残る理由' },
            ]}
            rows={outcome.blocking.slice(0, most).map(({ source, host, n, excuse }) => ({
              key: `${source} ${host} ${excuse}`,
              cells: [
                nameOf(source),
                nameOf(host),
                `${n}人`,
                excuse === 'region'
                  ? '自県内の上限に達しているため'
                  : mode === 'stable' || mode === 'regional'
                    ? 'なし'
                    : '下限と合計点を優先したため',
              ],
            }))}
          />
          {outcome.blocking.length > most && <p>{`はじめの${most}組を表示しています。`}</p>}
        </details>
      );
    })}
  </>
);
