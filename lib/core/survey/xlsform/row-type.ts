/** What the `type` of a survey row asks for. */
export type RowType =
  | { readonly kind: 'begin'; readonly what: 'group' | 'repeat' }
  | { readonly kind: 'end'; readonly what: 'group' | 'repeat' }
  | {
      readonly kind: 'select';
      readonly what: 'choice' | 'choices' | 'rank';
      readonly list: string;
      readonly orOther: boolean;
    }
  | { readonly kind: 'plain'; readonly what: PlainType }
  /** Filled in by a device and asked of nobody (start, deviceid). */
  | { readonly kind: 'metadata' }
  | { readonly kind: 'unsupported' };

export type PlainType =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'range'
  | 'date'
  | 'time'
  | 'date-time'
  | 'note'
  | 'calculate'
  | 'image'
  | 'file'
  | 'acknowledge';

const PLAIN: Readonly<Record<string, PlainType>> = {
  text: 'text',
  string: 'text',
  barcode: 'text',
  integer: 'integer',
  int: 'integer',
  decimal: 'decimal',
  range: 'range',
  date: 'date',
  time: 'time',
  datetime: 'date-time',
  note: 'note',
  calculate: 'calculate',
  calculation: 'calculate',
  hidden: 'calculate',
  image: 'image',
  photo: 'image',
  file: 'file',
  acknowledge: 'acknowledge',
  trigger: 'acknowledge',
};

const METADATA = [
  'start',
  'end',
  'today',
  'deviceid',
  'device id',
  'subscriberid',
  'simserial',
  'phonenumber',
  'username',
  'email',
  'audit',
  'start-geopoint',
];

/** Reads a row's type as XLSForm writes it, with blanks or underscores. */
export function rowTypeOf(type: string): RowType {
  const words = type.trim().split(/\s+/);
  const lower = type.trim().toLowerCase().replace(/\s+/g, ' ');
  const structure = /^(begin|end)[ _](group|repeat)$/.exec(lower);
  if (structure !== null)
    return { kind: structure[1] === 'begin' ? 'begin' : 'end', what: structure[2] === 'group' ? 'group' : 'repeat' };
  const select = /^(select[ _]one|select[ _]multiple|rank)( from)? (\S+)( or[ _]other| or specify other)?$/.exec(lower);
  if (select !== null) {
    const at = words.findIndex((word) => word.toLowerCase() === select[3]);
    const what = select[1] === 'rank' ? 'rank' : /one$/.test(select[1] ?? '') ? 'choice' : 'choices';
    return { kind: 'select', what, list: words[at] ?? '', orOther: select[4] !== undefined };
  }
  if (METADATA.includes(lower)) return { kind: 'metadata' };
  const plain = Object.hasOwn(PLAIN, lower.replace('_', '')) ? PLAIN[lower.replace('_', '')] : undefined;
  return plain === undefined ? { kind: 'unsupported' } : { kind: 'plain', what: plain };
}
