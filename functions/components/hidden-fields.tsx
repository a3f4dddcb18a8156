import type { VNode } from 'preact';

/** What a form carries unseen, by name; `csrf` is the least. */
export const HiddenFields = ({ fields }: { fields: Readonly<Record<string, string | number>> }): VNode => (
  <>
    {Object.entries(fields).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
  </>
);
