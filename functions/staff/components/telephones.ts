/** Telephone numbers of an organisation's contacts, each once. */
export function telephones(contacts: readonly { readonly telephone?: string | undefined }[]): string {
  const known = [...new Set(contacts.map(({ telephone }) => telephone).filter((one) => one !== undefined))];
  return known.length === 0 ? '登録なし' : known.join('、');
}
