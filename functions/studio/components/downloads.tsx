import type { VNode } from 'preact';
import { addresses } from '#functions/studio/addresses.ts';

/** What can be taken from a version, or from the draft. */
export const Downloads = ({ form, version }: { form: string; version?: number }): VNode => (
  <>
    <a href={addresses.xlsForm(form, version)} aria-label={`${nameOf(version)}のXLSForm（Excel）`}>
      XLSForm（Excel）
    </a>
    {'　'}
    <a href={addresses.openApi(form, version)} aria-label={`${nameOf(version)}の回答の形式（OpenAPI）`}>
      回答の形式（OpenAPI）
    </a>
  </>
);

const nameOf = (version: number | undefined): string => (version === undefined ? '下書き' : `第${version}版`);
