/** What a profile keeps of one answer: an integer, a set (bits of an int, at most 30 members), or a list of integers. */
export interface FieldData {
  readonly kind: 'int' | 'set' | 'ints';
  /** What people call it. */
  readonly label: string;
  /** Question (or table) of the form that it is read from. */
  readonly question: string;
}

/** The fields of one side's profiles, by name. */
export type Fields = Readonly<Record<string, FieldData>>;

/** Values of a profile's fields; null is unanswered. */
export type Facts<F extends Fields> = {
  readonly [K in keyof F]: F[K]['kind'] extends 'ints' ? readonly number[] | null : number | null;
};

/** Who a profile is about. */
export interface Party {
  readonly organisation: string;
  readonly name: string;
  readonly prefecture: string;
  readonly area: string | null;
  readonly class: number | null;
  readonly ownPrefectureOnly: boolean;
  /** Days from the newest answer to the day of release; null where nothing was answered. */
  readonly age: number | null;
}

/** One hospital as criteria see it: who it is, and its facts. */
export type Profile<F extends Fields> = Party & Facts<F>;
