import * as z from 'zod/mini';
import { groupsOf } from '#lib/core/groups-of.ts';
import { contact } from '#lib/core/organisations/organisation.ts';
import type { Register } from '#lib/core/organisations/read-register.ts';
import type { Item, Table } from '#lib/core/ports.ts';
import { number, someNumber, someText, text } from '#lib/core/shapes.ts';
import { keys } from '#lib/store/keys.ts';
import { allItems } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';

/** Rows of an import that lie in one part of its job; a part stays far below the table's 400 KB an item. */
export const rowsPerPart = 200;

/** What one part of an import takes in. */
export const registerRows = z.array(
  z.object({
    line: number,
    id: text,
    kind: z.optional(z.literal('prefecture')),
    name: text,
    prefecture: text,
    area: someText,
    type: z.optional(z.enum(['university', 'general'])),
    seats: someNumber,
    takesPart: z.optional(z.array(text)),
    contacts: z.optional(z.array(contact)),
  }),
);

const rejectedRows = z.array(z.object({ line: number, name: text, reasons: z.array(text) }));
const about = z.object({ filename: text, ignoredColumns: z.array(text) });

/** Name of the part with the rows from `index` × `rowsPerPart` on. */
export const partName = (index: number): string => String(index).padStart(4, '0');

/** A register that was read, as the parts of its job: what is taken in, what was rejected and why, and what else the page says. */
export function importParts(job: string, filename: string, register: Register): Item[] {
  const part = (name: string, body: unknown) => rows.jobPart.item({ job, part: name, body });
  return [
    part('about', { filename, ignoredColumns: register.ignoredColumns }),
    ...groupsOf(register.rows, rowsPerPart).map((body, index) => part(partName(index), body)),
    ...groupsOf(register.rejected, rowsPerPart).map((body, index) => part(`rejected-${partName(index)}`, body)),
  ];
}

/** A register as its job keeps it; undefined where the job holds none. */
export async function keptRegister(
  table: Table,
  job: string,
): Promise<{ readonly filename: string; readonly register: Register } | undefined> {
  const { pk, sk } = keys.jobPart(job, '');
  const parts = (await allItems(table, { pk, prefix: sk })).map((item) => rows.jobPart.read(item));
  const first = parts.find(({ part }) => part === 'about');
  if (!first) return undefined;
  const { filename, ignoredColumns } = about.parse(first.body);
  const bodies = (is: (name: string) => boolean) => parts.filter(({ part }) => is(part)).map(({ body }) => body);
  const taken = bodies((name) => /^\d/.test(name)).flatMap((body) => registerRows.parse(body));
  const rejected = bodies((name) => name.startsWith('rejected-')).flatMap((body) => rejectedRows.parse(body));
  return { filename, register: { rows: taken, rejected, ignoredColumns } };
}
