import packaged from 'highs';
import type { IntegerProgram } from './integer-program.ts';

/** How HiGHS ended: a proven optimum, a proof that nothing fits, or the time limit. */
export type HighsEnding =
  | { readonly status: 'optimal'; readonly x: Float64Array }
  | { readonly status: 'infeasible' | 'timeout' };

/** Where integer programs are solved: in the caller's thread or in one of their own, within so many seconds. */
export type RunHighs = (program: IntegerProgram, seconds: number) => Promise<HighsEnding>;

/** The package's types speak of its CommonJS build; its ES module gives the loader itself. */
const isLoader = (value: unknown): value is typeof packaged.default => typeof value === 'function';

type Highs = Awaited<ReturnType<typeof packaged.default>>;

/** The compiled module, loaded at first need and kept: every model has its own memory in it. */
let loaded: Promise<Highs> | undefined;

function load(): Promise<Highs> {
  const loader: unknown = packaged;
  if (!isLoader(loader)) throw new Error('highs exports no loader');
  loaded ??= loader();
  return loaded;
}

/**
 * Solves an integer program (or its linear relaxation) with HiGHS within `seconds`. It blocks its thread: in a server run it through
 * `runHighsAside`. Throws on any other ending, which would be a bug of the model.
 */
export async function runHighs(program: IntegerProgram, seconds: number, whole = true): Promise<HighsEnding> {
  const { cost, rowLower, rowUpper, starts, indices, values } = program;
  const columns = cost.length;
  if (columns === 0)
    return rowLower.some((n) => n > 0) ? { status: 'infeasible' } : { status: 'optimal', x: new Float64Array() };
  const highs = await load();
  const finite = (x: number) =>
    x === Number.POSITIVE_INFINITY ? highs.infinity : x === Number.NEGATIVE_INFINITY ? -highs.infinity : x;
  const model = highs.createModel({
    numCols: columns,
    numRows: rowLower.length,
    colCost: cost,
    colLower: new Float64Array(columns),
    colUpper: new Float64Array(columns).fill(highs.infinity),
    rowLower: rowLower.map(finite),
    rowUpper: rowUpper.map(finite),
    matrix: { format: 'csc', numRows: rowLower.length, numCols: columns, starts, indices, values },
    ...(whole ? { integrality: new Int32Array(columns).fill(1) } : {}),
  });
  try {
    model.options.set({ output_flag: false, time_limit: seconds, random_seed: 0, mip_rel_gap: 0, mip_abs_gap: 0 });
    model.run();
    const ending = model.getModelStatus();
    const { optimal, infeasible, timeLimit } = highs.constants.modelStatus;
    if (ending === optimal) return { status: 'optimal', x: Float64Array.from(model.getSolution().colValue ?? []) };
    if (ending === infeasible) return { status: 'infeasible' };
    if (ending === timeLimit) return { status: 'timeout' };
    throw new Error(`HiGHS ended with status ${ending}`);
  } finally {
    model.dispose();
  }
}
