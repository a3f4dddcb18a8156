import { ErrorPage } from '#functions/components/error-page.tsx';
import { param } from '#functions/site/request.ts';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import { noticeWords } from '#functions/staff/components/state-words.ts';
import type { AreaPage } from '#functions/staff/page.ts';
import { dayOfInstant, timeOfInstant } from '#lib/core/calendar/day.ts';
import { type Addressee, isOpened } from '#lib/core/distributions/addressee.ts';
import type { Notice } from '#lib/core/notices/notice.ts';
import { writeCsv } from '#lib/sheets/csv.ts';
import { chaseDays } from './chase-days.ts';
import { loadDocument } from './load-document.ts';

/** What the file says of an organisation, column by column. */
const columns: readonly (readonly [label: string, of: (one: Addressee, mails: readonly Notice[]) => string])[] = [
  ['都道府県', ({ prefecture }) => prefectureName(prefecture)],
  ['配布先', ({ name }) => name],
  ['コード', ({ organisation }) => organisation],
  ['担当者', ({ contact = '' }) => contact],
  ['電話番号', ({ telephone = '' }) => telephone],
  ['開封', (one) => (isOpened(one) ? '開封' : '未開封')],
  ['最初に開いた日時', ({ openedAt }) => instantWords(openedAt)],
  ['開いた方', ({ openedBy = '' }) => openedBy],
  ['最初に開いたファイル', ({ openedFile = '' }) => openedFile],
  ['再送した日', (one, mails) => chaseDays(one, mails).join('、')],
  ['メールの状態', (_, mails) => stateWords(mails.at(-1))],
];

/** Who has opened a document and who has not, as a file to telephone by: a line an organisation, the unopened first; of those that this person may see, or of one prefecture of them. */
export const getOpenings: AreaPage = async (request, desk) => {
  const view = await loadDocument(desk, request.actor, param(request, 'document'));
  if (!view || view.draft) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const prefecture = request.query.get('prefecture') ?? '';
  const listed = view.addressees.filter((one) => prefecture === '' || one.prefecture === prefecture);
  const mails = Map.groupBy(
    view.mails.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1)),
    ({ organisation }) => organisation,
  );
  const { bytes } = writeCsv([
    columns.map(([label]) => label),
    ...[...listed.filter((one) => !isOpened(one)), ...listed.filter(isOpened)].map((one) =>
      columns.map(([, of]) => of(one, mails.get(one.organisation) ?? [])),
    ),
  ]);
  const filename = `開封の様子_${view.distribution.title}.csv`;
  return { download: bytes, type: 'text/csv; charset=utf-8', filename };
};

const instantWords = (at: string | undefined): string =>
  at === undefined ? '' : `${dayOfInstant(at)} ${timeOfInstant(at)}`;

const stateWords = (mail: Notice | undefined): string => (mail ? noticeWords[mail.state].label : '宛先の登録なし');
