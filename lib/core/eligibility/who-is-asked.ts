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

/** Sorts hospitals by an edition's areas for a survey; nobody of the prefectures that it asks is lost, and the order is kept. */
export function whoIsAsked<H extends Hospital>(
  frame: Frame,
  survey: { readonly asks: 'source' | 'destination' | 'every'; readonly prefectures?: readonly string[] | undefined },
  hospitals: readonly H[],
): Invitation<H> {
  const judge = hospitalJudge(frame);
  const { asks, prefectures } = survey;
  const judged = hospitals
    .filter(({ prefecture }) => prefectures === undefined || prefectures.includes(prefecture))
    .map((hospital) => ({ hospital, verdict: judge(hospital) }));
  const standing = Map.groupBy(judged, ({ verdict }) => (asks === 'every' ? 'met' : verdict[asks]));
  return {
    asked: standing.get('met') ?? [],
    unresolved: standing.get('unresolved') ?? [],
    notAsked: standing.get('unmet') ?? [],
  };
}
