import type { ListView } from '#functions/partner/pages/list/list-view.ts';
import { classSign, placesOf } from '#functions/partner/pages/list/places.ts';
import { missingIn } from '#functions/partner/pages/list/reason-digest.ts';
import { addDays } from '#lib/core/calendar/day.ts';
import type { Entry } from '#lib/core/matching/rank/ranking.ts';
import { answerTo, otherId } from '#lib/core/survey/answer.ts';
import { display } from '#lib/core/survey/display.ts';
import type { Question, Values } from '#lib/core/survey/form.ts';
import type { Cell } from '#lib/core/survey/workbook.ts';
import type { SheetToWrite } from '#lib/sheets/write-xlsx.ts';
import { contactsOf, type Facet } from '#lib/usecases/facets.ts';
import { closedFor, type OpenList } from '#lib/usecases/open-list.ts';

export interface ListToWrite {
  readonly kept: readonly Entry[];
  readonly view: ListView;
  readonly facets: readonly Facet[];
  /** Released answers by hospital. */
  readonly answers: ReadonlyMap<string, Values>;
}

/** A list as a workbook: a line a hospital with every part of its score, a line a reason, and what the list is. Nothing stands in it that its page and sheets do not show. */
export function listSheets(opened: OpenList, list: ListToWrite): readonly SheetToWrite[] {
  return [
    { name: '一覧', frozen: true, widths: columns(opened).map(([, width]) => width), rows: lines(opened, list) },
    { name: '理由', frozen: true, widths: [6, 36, 14, 26, 8, 8, 70], rows: reasons(opened, list) },
    { name: 'この表について', frozen: true, widths: [28, 70], looks: ['plain', 'wrapped'], rows: about(opened, list) },
  ];
}

const directionWords = { own: '自院から見て', other: '相手から見て' } as const;

/** Heads of the columns of `lines` with their widths in characters. */
function columns({ ranking, own, edition, survey }: OpenList): readonly (readonly [head: string, width: number])[] {
  const other = own === 'for-source' ? 'for-destination' : 'for-source';
  const { criteria, outOf } = ranking.rule;
  return [
    ['順位', 6],
    ['病院', 36],
    ['都道府県', 10],
    ['二次医療圏', 18],
    ['区分', 8],
    ['受付', 22],
    ['合計（1000点満点）', 12],
    [`自院から見た点（${outOf[own]}点満点）`, 12],
    [`相手から見た点（${outOf[other]}点満点）`, 12],
    ['回答のある重みの割合（%）', 12],
    ...criteria.map(
      ({ direction, label }) => [`${directionWords[direction === own ? 'own' : 'other']}：${label}（点）`, 14] as const,
    ),
    ['未回答の項目', 40],
    ['回答日', 12],
    ...contactsOf(edition, survey).map(({ label }) => [label, 24] as const),
  ];
}

function* lines(opened: OpenList, { kept, answers }: ListToWrite): Generator<readonly Cell[]> {
  const { ranking, own, side, edition } = opened;
  const other = own === 'for-source' ? 'for-destination' : 'for-source';
  const { criteria } = ranking.rule;
  const contacts = contactsOf(edition, opened.survey);
  const places = placesOf(edition.places);
  yield columns(opened).map(([head]) => head);
  for (const entry of kept) {
    const { partner } = entry;
    const told = entry.reasons();
    const parts = new Map(told.map(({ criterion, contribution }) => [criterion, contribution]));
    const closed = closedFor(opened, entry);
    const values = answers.get(partner.organisation);
    yield [
      entry.place,
      partner.name,
      places.prefecture(partner.prefecture),
      places.area(partner.area) ?? null,
      partner.class === null ? null : classSign(partner.class),
      closed ?? '受付中',
      entry.total,
      entry.scores[own],
      entry.scores[other],
      entry.known,
      ...criteria.map(({ id }) => parts.get(id) ?? null),
      missingIn(told, side).partner.join('、'),
      partner.age === null ? null : addDays(ranking.asOf, -partner.age),
      ...contacts.map((question) => (closed === null && values ? contactText(question, values) : null)),
    ];
  }
}

function contactText(question: Question, values: Values): string | null {
  const value = answerTo(values, question.id);
  if (value === undefined || question.kind === 'note') return null;
  return display(question, value, answerTo(values, otherId(question.id)));
}

function* reasons({ own }: OpenList, { kept }: ListToWrite): Generator<readonly Cell[]> {
  yield ['順位', '病院', '向き', '項目', '重み', '点', '理由'];
  for (const entry of kept) {
    for (const { direction, label, weight, contribution, text } of entry.reasons()) {
      const word = directionWords[direction === own ? 'own' : 'other'];
      yield [entry.place, entry.partner.name, word, label, weight, contribution, text];
    }
  }
}

function* about(opened: OpenList, { kept, view, facets }: ListToWrite): Generator<readonly Cell[]> {
  const { round, edition, ranking, list } = opened;
  const { rule } = ranking;
  const { document, section, date } = edition.matching.citation;
  const chosen = facets.flatMap((facet) => {
    const code = view.chosen.get(facet.id);
    const label = facet.choices.find((choice) => choice.code === code)?.label;
    return label === undefined ? [] : [`${facet.label}：${label}`];
  });
  const filters = [
    ...(view.prefecture === '' ? [] : [`都道府県：${placesOf(edition.places).prefecture(view.prefecture)}`]),
    ...(view.class === '' ? [] : [`区分：${view.class}`]),
    ...(view.open ? ['相談を受け付けている病院のみ'] : []),
    ...chosen,
  ];
  const weights = rule.criteria.flatMap(({ id, label }) =>
    view.weights[id] === undefined ? [] : [`${label}：${view.weights[id]}`],
  );
  yield ['項目', '内容'];
  yield ['一覧を見る病院', list.of.name];
  yield ['調査', round.title];
  yield ['提供日', ranking.asOf];
  yield ['病院の数', `${kept.length}病院（絞り込む前${list.length}病院）`];
  yield ['絞り込み', filters.join('、') || 'なし'];
  yield ['重み', weights.length === 0 ? '厚生労働省が公表した重み' : `貴院が変えた重み：${weights.join('、')}`];
  yield ['規則の版', `${rule.version}（${edition.label}）`];
  yield ['根拠', [document, section, date].filter(Boolean).join(' ')];
  yield ['空欄の意味', '点の空欄は、回答がないため計算していないことを示します。0点ではありません。'];
  yield ['連絡先', '相談を受け付けている病院のものだけを載せています。'];
  yield ['同点の順', rule.ties];
}
