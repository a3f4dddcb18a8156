import { type Frame, type Hospital, hospitalJudge, type Verdict } from './judge-hospital.ts';

/** A hospital with its verdict, for the list of a round. */
export interface Judged<H extends Hospital> {
  readonly hospital: H;
  readonly verdict: Verdict;
}

/** Whom a survey asks: those who take part on its side, those to be cleared up first, and those who do not, each with the reasons. */
export interface Invitation<H extends Hospital> {
  readonly asked: readonly Judged<H>[];
  readonly unresolved: readonly Judged<H>[];
  readonly notAsked: readonly Judged<H>[];
}

/** Whom a survey may ask: a side by the areas, or every hospital; of some prefectures, or some hospitals alone. */
interface Asking {
  readonly asks: 'source' | 'destination' | 'every';
  readonly prefectures?: readonly string[] | undefined;
  readonly organisations?: readonly string[] | undefined;
}

/** Sorts hospitals by an edition's areas for a survey; nobody of the prefectures that it asks is lost, and the order is kept. */
export function whoIsAsked<H extends Hospital & { readonly id: string }>(
  frame: Frame,
  survey: Asking,
  hospitals: readonly H[],
): Invitation<H> {
  const judge = hospitalJudge(frame);
  const { asks, prefectures } = survey;
  const chosen = survey.organisations && new Set(survey.organisations);
  const judged = hospitals
    .filter(({ prefecture }) => prefectures === undefined || prefectures.includes(prefecture))
    .filter(({ id }) => chosen === undefined || chosen.has(id))
    .map((hospital) => ({ hospital, verdict: judge(hospital) }));
  const standing = Map.groupBy(judged, ({ verdict }) => (asks === 'every' ? 'met' : verdict[asks]));
  return {
    asked: standing.get('met') ?? [],
    unresolved: standing.get('unresolved') ?? [],
    notAsked: standing.get('unmet') ?? [],
  };
}
