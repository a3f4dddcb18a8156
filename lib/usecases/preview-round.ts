import type { Judged } from '#lib/core/eligibility/who-is-asked.ts';
import { type AddressCheck, addressCheckOf } from '#lib/core/notices/address-check.ts';
import type { RoundNotice } from '#lib/core/notices/notice.ts';
import type { Wording } from '#lib/core/notices/wording.ts';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import type { Letter } from '#lib/core/ports.ts';
import type { AreaEdition, FoundSurvey } from '#lib/core/program.ts';
import { inWhoseName, type Round } from '#lib/core/rounds/round.ts';
import { compose } from '#lib/mail/compose.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { AreaDesk } from './desk.ts';
import { findSurvey } from './find-survey.ts';
import { invitation } from './invitation.ts';
import { currentWording } from './letter-of.ts';
import { noticesOf } from './read-round.ts';
import { sampleToken } from './sample-token.ts';

/** Everything that opening a round would do, shown before it is done. */
export interface RoundPreview extends FoundSurvey<AreaEdition> {
  readonly round: Round;
  readonly asked: readonly Judged<Organisation>[];
  /** 要確認: not asked until its 二次医療圏 is known. */
  readonly unresolved: readonly Judged<Organisation>[];
  readonly notAsked: readonly Judged<Organisation>[];
  /** Asked hospitals that have no address; they are asked, but no mail goes out. */
  readonly withoutAddress: readonly Judged<Organisation>[];
  /** The first hospital's mail as it would go out now; its link and code are made when it is sent. Undefined when no mail would go out. */
  readonly letter: Letter | undefined;
  /** What the check of addresses has shown; undefined while none of its mails is written. */
  readonly check: AddressCheck | undefined;
  /** As of when the register was read, ISO instant. */
  readonly asOf: string;
}

/** Works out what opening a round would do, from the register as it stands; undefined when there is no such round or its programme is gone. */
export async function previewRound(desk: AreaDesk, id: string, origin: string): Promise<RoundPreview | undefined> {
  const round = await find(desk.table, rows.round, keys.round(id));
  const found = round && (await findSurvey(desk, round));
  if (!round || !found) return undefined;
  const { asked, unresolved, notAsked } = await invitation(desk, found.edition, found.survey);
  const asOf = desk.world.now();
  const first = asked.find(({ hospital }) => hospital.contacts.length > 0);
  return {
    round,
    ...found,
    asked,
    unresolved,
    notAsked,
    withoutAddress: asked.filter(({ hospital }) => hospital.contacts.length === 0),
    check: round.checkedAt === undefined ? undefined : addressCheckOf(await noticesOf(desk, round.id)),
    letter: first && letterTo(first.hospital, round, found, origin, asOf, await currentWording(desk, 'request')),
    asOf,
  };
}

function letterTo(
  hospital: Organisation,
  round: Round,
  { program, survey }: FoundSurvey<AreaEdition>,
  origin: string,
  now: string,
  wording: Wording,
): Letter {
  const notice: RoundNotice = {
    round: round.id,
    id: 'preview',
    kind: 'request',
    organisation: hospital.id,
    to: hospital.contacts[0]?.email ?? '',
    toName: hospital.contacts[0]?.name ?? '',
    vars: {},
    token: sampleToken,
    state: 'pending',
    attempt: 0,
    createdAt: now,
  };
  const minutes = survey.form.sections.reduce((sum, section) => sum + section.minutes, 0);
  return compose(
    { notice, round, programName: inWhoseName(round, program), minutes, organisationName: hospital.name, origin, now },
    wording,
  );
}
