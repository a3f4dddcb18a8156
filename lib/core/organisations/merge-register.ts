import { canonical } from '../canonical.ts';
import type { Organisation } from './organisation.ts';
import type { RegisterRow } from './read-register.ts';

/** What taking a row in would do to the register. */
export interface RegisterChange {
  readonly line: number;
  readonly kind: 'new' | 'changed' | 'same';
  readonly after: Organisation;
}

/** Lays a row over what is known of its hospital: what the row does not say stays as it was. */
export function mergeRow(row: RegisterRow, before: Organisation | undefined): RegisterChange {
  const { line, contacts, ...said } = row;
  const after: Organisation = {
    ...(before ?? { kind: 'hospital', contacts: [] }),
    ...said,
    kind: row.kind ?? 'hospital',
    contacts: contacts ? [...contacts, ...(before?.contacts ?? []).slice(1)] : (before?.contacts ?? []),
    version: (before?.version ?? 0) + 1,
  };
  if (!before) return { line, kind: 'new', after };
  const same = canonical({ ...after, version: 0 }) === canonical({ ...before, version: 0 });
  return same ? { line, kind: 'same', after: before } : { line, kind: 'changed', after };
}
