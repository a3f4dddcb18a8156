import type { Citation } from '../citation.ts';

/** Tables that an area rule reads, frozen with the edition that names them; a revision is a new table, never an edit. */
export interface ReferenceTables {
  readonly prefectures: ReferenceTable<PrefectureFigures>;
  readonly areas: ReferenceTable<AreaFigures>;
  readonly hiring: ReferenceTable<HiringFigures>;
}

/** One published table: whose figures, since when they hold (JST day) and what to know when reading them. */
export interface ReferenceTable<Row> {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly publication: Citation;
  readonly validFrom: string;
  readonly rows: readonly Row[];
}

/** Class that the publication itself gives (医師多数・中間・医師少数). */
export type FigureClass = 'majority' | 'middle' | 'minority';

/** 医師偏在指標 of a prefecture; `index` is the printed decimal, `rank` counts from the highest. */
export interface PrefectureFigures {
  readonly code: string;
  readonly name: string;
  readonly index: string;
  readonly rank: number;
  readonly class: FigureClass;
}

/** 医師偏在指標 of a 二次医療圏 with what it is computed from: index = physicians / (population / 100,000 × demandRatio). */
export interface AreaFigures {
  readonly code: string;
  readonly prefecture: string;
  readonly name: string;
  /** As printed, rounded to one digit. */
  readonly index: string;
  readonly rank: number;
  readonly class: FigureClass;
  /** 標準化医師数 (人). */
  readonly physicians: number;
  /** 人. */
  readonly population: number;
  /** 標準化受療率比, an exact decimal. */
  readonly demandRatio: string;
}

/** Whether a prefecture's 採用率 is at least or at most the national mean. */
export interface HiringFigures {
  readonly prefecture: string;
  readonly hiring: 'at-least-mean' | 'at-most-mean';
}

/** A scheme's areas as data: which places send, which receive and in what class; the first destination role that is met decides the class. */
export interface AreaRule {
  readonly version: string;
  readonly roles: readonly RoleRule[];
  readonly words: RoleWords;
}

/** Sentences about a role as a whole; placeholders {prefecture}, {area} and {label}. */
export interface RoleWords {
  /** For a place judged by its prefecture. */
  readonly prefecture: { readonly met: string; readonly unmet: string };
  /** For a place judged by its 二次医療圏. */
  readonly area: { readonly met: string; readonly unmet: string };
  /** For a hospital whose place would do, but which is not of the kind asked for. */
  readonly otherKind: string;
  /** For a hospital whose 二次医療圏 is not known where it matters. */
  readonly unresolved: string;
  /** For a role that none of the prefecture's 二次医療圏 meets, or that all meet. */
  readonly noArea: string;
  readonly everyArea: string;
  /** For a destination that takes doctors from its own prefecture only. */
  readonly ownPrefectureOnly: string;
}

/** One way of being a source or a destination: all tests must pass. */
export interface RoleRule {
  readonly id: string;
  readonly side: 'source' | 'destination';
  /** ①②③ of destinations; null for sources. */
  readonly class: number | null;
  readonly label: string;
  /** What is judged: a whole prefecture, or each 二次医療圏 in it. */
  readonly scope: 'prefecture' | 'area';
  /** A destination of this class takes doctors from sources of its own prefecture only. */
  readonly ownPrefectureOnly?: true;
  readonly tests: readonly Test[];
  readonly citation: Citation;
}

/** Sentences for a page; placeholders {value} (as printed) and {threshold}. */
export interface TestWords {
  readonly pass: string;
  readonly fail: string;
  readonly unknown: string;
  /** Where value and threshold print alike, which only the unrounded value can tell apart. */
  readonly even?: { readonly pass: string; readonly fail: string };
}

/** What a test may read about a place or a hospital. */
export type Field =
  | 'prefecture.code'
  | 'prefecture.index'
  | 'prefecture.rank'
  | 'prefecture.class'
  | 'prefecture.hiring'
  | 'area.index'
  | 'area.class'
  | 'area.population'
  | 'hospital.hasProgramme';

/** Comparison of numbers (exact decimals as text) or of codes. */
export type Threshold =
  | { readonly op: 'at-least' | 'at-most' | 'above' | 'below'; readonly value: string }
  | { readonly op: 'is' | 'is-not'; readonly value: string }
  | { readonly op: 'one-of' | 'none-of'; readonly value: readonly string[] };

/** One condition of a rule with the paragraph it comes from; the same id in two roles is the same condition. */
export type Test = Threshold & {
  readonly id: string;
  readonly field: Field;
  readonly label: string;
  readonly words: TestWords;
  readonly citation: Citation;
};
