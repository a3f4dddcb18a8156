import { field, type PageRequest } from '#functions/site/request.ts';

/** A field that the page's script filled with JSON; undefined when it is none. */
export function postedJson(request: Pick<PageRequest, 'posted'>, name: string): unknown {
  try {
    return JSON.parse(field(request, name));
  } catch {
    return undefined;
  }
}
