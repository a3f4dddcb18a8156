import { field, type PageRequest } from './request.ts';

/** Longest code that is looked up; what a person could mean is far shorter. */
const longest = 200;

/** The code of a mail's link as typed at its door. */
export const typedCode = (request: PageRequest): string => field(request, 'code').slice(0, longest);

/** The code in what was pasted, which may be the whole link. */
export const codeIn = (typed: string): string => typed.slice(typed.indexOf('#') + 1);
