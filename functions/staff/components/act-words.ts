/** What was done, as the audit trail names it, in words; an act without words shows its own name. */
const words: Readonly<Record<string, string>> = {
  'round.prepare': '調査を準備',
  'round.plan': '準備した調査を修正',
  'round.opening': '依頼の送信を指示',
  'round.open': '依頼を完了',
  'round.extend': '回答期限を変更',
  'round.stop': '受付を停止',
  'round.reopen': '受付を再開',
  'round.quiet': '督促を休止',
  'round.remind': '督促を再開',
  'round.remind-now': '督促を今すぐ送信',
  'round.releasing': '提供を指示',
  'round.released': '提供を完了',
  'round.cancelled': '調査を中止',
  'round.ended': '調査を終了',
  'planning.try': '配置を試算',
  'form.create': '調査票を作成',
  'form.publish': '調査票を公開',
  'answer.ask': '病院に依頼',
  'answer.take-file': '病院がファイルから回答を取込み',
  'answer.submit': '回答の提出',
  'answer.reopen': '病院が訂正を開始',
  'answer.return': '差戻し',
  'answer.approve': '承認',
  'answer.waive': '回答不要',
  'answer.hand-over': '担当者を引継ぎ',
  'colleague.invite': '院内の方を招待',
  'colleague.revoke': '院内の方のリンクを取消し',
  'export.order': '回答の出力を指示',
  'export.take': '出力した回答をダウンロード',
  'approach.start': '連携の相談を開始',
  'notice.resend': 'メールを再送',
  'notice.repeat': 'メールを同じ文面で再送',
  'wording.publish': 'メールの文面を公開',
  'organisation.import': '名簿を取込み',
  'account.invite': '職員を招待',
  'account.register': 'パスキーを登録',
  'account.sign-in': 'サインイン',
  'account.revoke': '権限を停止',
};

/** An act in words. */
export const actWords = (act: string): string => words[act] ?? act;

/** Every act that has words, for filters. */
export const knownActs = Object.entries(words).map(([value, label]) => ({ value, label }));
