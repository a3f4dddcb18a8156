import type { DocumentMail } from '#lib/core/notices/notice.ts';
import type { Wording } from '#lib/core/notices/wording.ts';

const facts = ['■ 文書：{件名}', '■ ファイル：{ファイル}', '', '{リンク：文書のページを開く}'].join('\n');

/** The wording around a document's covering note until staff publish their own: version 0. Apart from the rounds', so that only functions that need them carry them. */
export const builtInDocumentWordings: Readonly<Record<DocumentMail, Wording>> = {
  document: { subject: '【事務連絡】{件名}', body: `{送付文}\n\n${facts}` },
  'document-again': {
    subject: '【再送・事務連絡】{件名}',
    body: `お送りした次の文書が、まだ開かれていないようです。お手数ですが、ご確認をお願いします。\n\n{送付文}\n\n${facts}`,
  },
};
