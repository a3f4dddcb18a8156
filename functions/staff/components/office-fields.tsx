import type { VNode } from 'preact';
import { TextField } from '#functions/components/fields/text-field.tsx';
import type { TypedOffice } from '#lib/core/notices/check-office.ts';

/** The office that whoever reads a mail may call. */
export const OfficeFields = ({
  typed,
  messages,
}: {
  typed: TypedOffice;
  messages: ReadonlyMap<string, string>;
}): VNode => (
  <>
    <TextField
      id="officeName"
      label="問い合わせ先の部署"
      required
      value={typed.officeName}
      problem={messages.get('officeName')}
    />
    <TextField
      id="officeTelephone"
      label="問い合わせ先の電話番号"
      required
      inputMode="tel"
      tidy
      size={20}
      value={typed.officeTelephone}
      problem={messages.get('officeTelephone')}
    />
  </>
);
