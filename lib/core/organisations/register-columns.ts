/** What a column of a hospital register may mean. */
export type RegisterField =
  | 'code'
  | 'name'
  | 'prefecture'
  | 'area'
  | 'type'
  | 'seats'
  | 'contactName'
  | 'department'
  | 'email'
  | 'telephone'
  | 'takesPart';

/** Headings under which each field is recognised, beside its own name in English. */
const headings: Readonly<Record<RegisterField, readonly string[]>> = {
  code: ['施設コード', '病院コード', '医療機関コード', 'code'],
  name: ['病院名', '医療機関名', '施設名', '名称', 'hospital', 'name'],
  prefecture: ['都道府県', '都道府県名', '所在地', 'prefecture'],
  area: ['二次医療圏', '二次医療圏名', '二次医療圏コード', 'area'],
  type: ['種別', '病院種別', 'type'],
  seats: ['募集定員', '定員', 'seats'],
  contactName: ['担当者', '担当者名', 'contact'],
  department: ['担当部署', '部署', 'department'],
  email: ['メールアドレス', 'メール', 'e-mail', 'email'],
  telephone: ['電話番号', '電話', 'telephone', 'tel'],
  takesPart: ['参加事業', '参加', 'takespart'],
};

const plain = (heading: string): string => heading.normalize('NFKC').replace(/\s/g, '').toLowerCase();

const fieldByHeading = new Map(
  Object.entries(headings).flatMap(([field, names]) => names.map((name) => [plain(name), field as RegisterField])),
);

/** Which column holds which field, and the headings that mean nothing to a register. */
export function columnsOf(header: readonly string[]): {
  readonly columns: ReadonlyMap<RegisterField, number>;
  readonly ignored: readonly string[];
} {
  const columns = new Map<RegisterField, number>();
  const ignored: string[] = [];
  header.forEach((heading, index) => {
    const field = fieldByHeading.get(plain(heading));
    if (field !== undefined && !columns.has(field)) columns.set(field, index);
    else if (heading.trim() !== '') ignored.push(heading);
  });
  return { columns, ignored };
}
