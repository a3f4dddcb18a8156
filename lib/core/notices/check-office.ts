/** An office as typed, whom the reader of a mail may call. */
export interface TypedOffice {
  readonly officeName: string;
  readonly officeTelephone: string;
}

/** What is wrong with an office that people shall call: each problem at its field. */
export function officeProblems({ officeName, officeTelephone }: TypedOffice) {
  const problems: { readonly field: keyof TypedOffice; readonly message: string }[] = [];
  const say = (field: keyof TypedOffice, message: string) => problems.push({ field, message });
  if (officeName.trim() === '') say('officeName', '問い合わせ先の部署を入力してください。');
  if (/\p{Cc}/u.test(officeName)) say('officeName', '問い合わせ先の部署は改行を入れずに入力してください。');
  if ([...officeName].length > 100) say('officeName', '問い合わせ先の部署は100文字以内で入力してください。');
  if (!/^[\d+()（）ー−‐-]{2,30}$/.test(officeTelephone.trim().normalize('NFKC'))) {
    say('officeTelephone', '電話番号を、数字とハイフンで入力してください。');
  }
  return problems;
}
