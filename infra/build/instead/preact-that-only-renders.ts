import { jsx } from 'preact/jsx-runtime';

/** Stands in for preact in functions, which only render to text: no diffing, no DOM, no hooks (9 KB). */
export const options = {};

/** Children without an element around them. */
export const Fragment = ({ children }: { readonly children?: unknown }): unknown => children;

/** What the renderer itself makes elements with: one without children. */
export const h = (type: string, props: object | null) => jsx(type, { ...props });

/** Elements carry this mark instead of a constructor, so that nothing parsed from JSON passes for one. */
const mark: unknown = Symbol.for('pv');

export const isValidElement = (given: unknown): boolean =>
  typeof given === 'object' && given !== null && given.constructor === mark;
