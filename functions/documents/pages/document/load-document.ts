import type { AreaStaffDesk } from '#functions/staff/desk.ts';
import type { Addressee } from '#lib/core/distributions/addressee.ts';
import type { AudienceFound } from '#lib/core/distributions/audience.ts';
import { type Correction, type Distribution, isOut, outboxOf } from '#lib/core/distributions/distribution.ts';
import type { DocumentNotice, Notice } from '#lib/core/notices/notice.ts';
import { type Actor, officeOf } from '#lib/core/permission/actor.ts';
import type { Letter } from '#lib/core/ports.ts';
import { documentLetter } from '#lib/usecases/distributions/document-letter.ts';
import { digestOf, findAudience } from '#lib/usecases/distributions/find-audience.ts';
import {
  addresseesOf,
  correctionsOf,
  documentMailsOf,
  readDistribution,
} from '#lib/usecases/distributions/read-distributions.ts';

/** Whom it would go to by the register as it stands, and the mail as the first of them would get it. */
export interface DraftView {
  readonly found: AudienceFound;
  readonly digest: string;
  readonly letter: Letter | undefined;
}

/** How a document stands. */
export interface DocumentView {
  readonly distribution: Distribution;
  /** It is this person's office's own. */
  readonly own: boolean;
  /** What it corrects, and what corrects it. */
  readonly corrected: Distribution | undefined;
  readonly corrections: readonly Correction[];
  /** Only until it is sent. */
  readonly draft: DraftView | undefined;
  /** Whom it was sent to, as far as this person may see them. */
  readonly addressees: readonly Addressee[];
  readonly mails: readonly Notice[];
  /** The viewer's own office, where it was sent there. */
  readonly receiver: Addressee | undefined;
  readonly asOf: string;
}

/** Loads a document with what its state wants to be shown; a prefecture sees its own hospitals only. */
export async function loadDocument(desk: AreaStaffDesk, actor: Actor, id: string): Promise<DocumentView | undefined> {
  const distribution = await readDistribution(desk, id);
  if (!distribution) return undefined;
  const prefecture = actor.kind === 'prefecture' ? actor.prefecture : undefined;
  const isDraft = !isOut(distribution);
  const [corrected, corrections, draft, addressees, mails] = await Promise.all([
    distribution.corrects === undefined ? undefined : readDistribution(desk, distribution.corrects),
    correctionsOf(desk, id),
    isDraft ? loadDraft(desk, distribution) : undefined,
    isDraft ? [] : addresseesOf(desk, id, prefecture),
    isDraft ? [] : documentMailsOf(desk, id),
  ]);
  const shown = new Set(addressees.map(({ organisation }) => organisation));
  return {
    distribution,
    own: officeOf(actor) === distribution.office,
    corrected,
    corrections,
    draft,
    addressees,
    mails: mails.filter(({ organisation }) => shown.has(organisation)),
    receiver: prefecture === undefined ? undefined : addressees.find(({ kind }) => kind === 'prefecture'),
    asOf: desk.world.now(),
  };
}

async function loadDraft(desk: AreaStaffDesk, distribution: Distribution): Promise<DraftView> {
  const found = await findAudience(desk, distribution.audience);
  const first = found.chosen.find(({ organisation }) => organisation.contacts.length > 0)?.organisation;
  const to = first?.contacts[0];
  const notice: DocumentNotice | undefined = first &&
    to && {
      round: outboxOf(distribution.id),
      id: 'sample',
      kind: 'document',
      organisation: first.id,
      to: to.email,
      toName: to.name,
      vars: { organisation: first.name, prefecture: first.prefecture },
      token: '見本のため開けません',
      state: 'pending',
      attempt: 0,
      createdAt: desk.world.now(),
    };
  const made = notice && (await documentLetter(desk, notice, desk.origin, desk.world.now()));
  return { found, digest: digestOf(found), letter: made?.letter };
}
