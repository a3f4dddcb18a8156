import type { Target } from '#lib/core/survey/compose/target.ts';

const form = (id: string): string => `/s/forms/${id}`;

/** The part of an address that names a part of a form. */
function placeOf(target: Target): string {
  switch (target.kind) {
    case 'section':
      return `sections/${target.id}`;
    case 'question':
      return `questions/${target.id}`;
    case 'column':
      return `questions/${target.table}/columns/${target.id}`;
  }
}

/** Id of a part's element on the page of its form. */
export const anchorOf = (target: Target): string =>
  target.kind === 'column' ? `part-${target.table}.${target.id}` : `part-${target.kind}-${target.id}`;

/** Addresses of the pages on which forms are composed. */
export const addresses = {
  forms: '/s/forms',
  newForm: '/s/forms/new',
  /** Where a form begins as a copy of a published version. */
  copyOf: (id: string, version: number) => `/s/forms/new?start=${id}@${version}`,
  importForm: '/s/forms/import',
  /** What was read of an XLSForm, by the job that read it. */
  formRead: (job: string) => `/s/forms/import/${job}`,
  dismissal: (job: string) => `/s/forms/import/${job}/dismiss`,
  form,
  name: (id: string) => `${form(id)}/name`,
  newSection: (id: string) => `${form(id)}/sections/new`,
  part: (id: string, target: Target) => `${form(id)}/${placeOf(target)}`,
  /** Where something is added inside a section or a table. */
  add: (id: string, inside: Target) => `${form(id)}/${placeOf(inside)}/add`,
  condition: (id: string, target: Target) => `${form(id)}/${placeOf(target)}/when`,
  preview: (id: string, section?: string) => `${form(id)}/preview${section === undefined ? '' : `/${section}`}`,
  publish: (id: string) => `${form(id)}/publish`,
  version: (id: string, version: number) => `${form(id)}/versions/${version}`,
  /** A published version, or the draft when there is none. */
  xlsForm: (id: string, version?: number) => `${form(id)}/xlsform${version === undefined ? '' : `?version=${version}`}`,
  openApi: (id: string, version?: number) => `${form(id)}/openapi${version === undefined ? '' : `?version=${version}`}`,
  /** The form's page, at a part of it, with what was just done. */
  at: (id: string, target?: Target, done?: string) =>
    `${form(id)}${done === undefined ? '' : `?done=${done}`}${target ? `#${anchorOf(target)}` : ''}`,
} as const;
