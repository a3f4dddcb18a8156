import type { Actor } from '#lib/core/permission/actor.ts';
import { openRound } from '#lib/usecases/move-round.ts';
import { prepareRound } from '#lib/usecases/prepare-round.ts';
import { saveSection } from '#lib/usecases/save-section.ts';
import { submitAnswer } from '#lib/usecases/submit-answer.ts';
import { ministry, type SmallCountry } from '#test/support/small-country.ts';

/** A round of the small form, prepared and not yet sent; gives its id. */
export async function preparedRound(country: SmallCountry, request = 'press1'): Promise<string> {
  const prepared = await prepareRound(country.desk, ministry, {
    program: 'koiki',
    edition: country.edition.id,
    survey: 'small',
    title: '受入調査',
    due: '2027-01-29',
    release: '2027-02-12',
    ladder: ['-7'],
    officeName: '医事課',
    officeTelephone: '03-0000-0000',
    request,
  });
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
  return prepared.value.id;
}

/** A round that three hospitals of 岩手 were asked for; gives its id. */
export async function openedRound(country: SmallCountry, request?: string): Promise<string> {
  const round = await preparedRound(country, request);
  await openRound(country.desk, ministry, round);
  await country.runJobs();
  return round;
}

/** One hospital's clerk. */
export const clerkOf = (round: string, organisation: string, prefecture = '03'): Actor => ({
  kind: 'hospital',
  organisation,
  prefecture,
  round,
  purpose: 'answer',
  name: '担当 一郎',
});

/** Fills in and submits one hospital's answer with so many places; the version is that of the saved section before. */
export async function submitted(
  country: SmallCountry,
  round: string,
  organisation: string,
  places: number,
  version = 0,
): Promise<void> {
  const clerk = clerkOf(round, organisation);
  const saved = await saveSection(country.desk, clerk, {
    round,
    organisation,
    section: 'capacity',
    posted: { places: [String(places)] },
    version,
    base: [],
    confirm: true,
  });
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  const done = await submitAnswer(country.desk, clerk, { round, organisation, request: `submit${version}` });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
}
