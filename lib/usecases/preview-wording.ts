import { isOut, outboxOf } from '#lib/core/distributions/distribution.ts';
import {
  carriesLink,
  type DocumentMail,
  isDocumentMail,
  type RoundNotice,
  type WordedMail,
} from '#lib/core/notices/notice.ts';
import type { Wording } from '#lib/core/notices/wording.ts';
import type { Letter } from '#lib/core/ports.ts';
import { compose } from '#lib/mail/compose.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { letterIn } from './distributions/document-letter.ts';
import { allDistributions } from './distributions/read-distributions.ts';
import { contextOf } from './letter-of.ts';
import { allRounds, answersOf } from './read-round.ts';
import { sampleToken } from './sample-token.ts';

/** What a preview puts where an act's own words would stand. */
const sampleVars: RoundNotice['vars'] = {
  reason: '（確認していただきたいことが、ここに入ります）',
  hosts: 250,
  hospitals: '（修正した病院の名前）',
  sourceName: '（相談元の病院名）',
  contactName: '（相談元の担当者）',
  contactEmail: 'sample@example.jp',
  contactTelephone: '000-000-0000',
  message: '（相談の内容）',
};

/** A wording on real data: as the first hospital of the newest round asked, or somebody who is sent the newest document, would read it; undefined while there is none. */
export async function previewWording(
  desk: Desk,
  kind: WordedMail,
  wording: Wording,
  origin: string,
): Promise<Letter | undefined> {
  if (isDocumentMail(kind)) return previewOfDocument(desk, kind, wording, origin);
  const round = (await allRounds(desk)).find(({ openedAt }) => openedAt !== undefined);
  const answer = round && (await answersOf(desk, round.id))[0];
  if (!round || !answer) return undefined;
  const hospital = await find(desk.table, rows.organisation, keys.organisation(answer.organisation));
  const now = desk.world.now();
  const notice: RoundNotice = {
    round: round.id,
    id: 'preview',
    kind,
    organisation: answer.organisation,
    to: hospital?.contacts[0]?.email ?? '',
    toName: hospital?.contacts[0]?.name ?? '',
    vars: sampleVars,
    ...(carriesLink(kind) ? { token: sampleToken } : {}),
    state: 'pending',
    attempt: 0,
    createdAt: now,
  };
  return compose(await contextOf(desk, notice, origin, now), wording);
}

async function previewOfDocument(
  desk: Pick<Desk, 'table' | 'world'>,
  kind: DocumentMail,
  wording: Wording,
  origin: string,
): Promise<Letter | undefined> {
  const document = (await allDistributions(desk, undefined)).find((one) => one.office === 'ministry' || isOut(one));
  if (!document) return undefined;
  const notice = {
    round: outboxOf(document.id),
    id: 'preview',
    kind,
    organisation: '',
    to: 'sample@example.jp',
    toName: '（担当者名）',
    vars: { organisation: '（配布先）' },
    token: sampleToken,
    state: 'pending',
    attempt: 0,
    createdAt: desk.world.now(),
  } as const;
  return letterIn(desk, { notice, document, origin }, wording);
}
