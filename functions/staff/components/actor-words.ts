const offices: Readonly<Record<string, string>> = {
  ministry: '厚生労働省',
  prefecture: '都道府県',
  hospital: '病院',
  addressee: '文書の配布先',
  system: '自動処理',
};

/** Who did something, as the audit trail keeps it (`ministry:id name`), in words. */
export function actorWords(written: string): string {
  const [, kind = '', name = ''] = /^(\w+):(?:\S+ )?(.*)$/.exec(written) ?? [];
  const office = offices[kind];
  if (office === undefined) return '（名前なし）';
  return kind === 'system' ? office : `${name}（${office}）`;
}
