import { piecesOf } from '../notices/wording.ts';
import { ok, type Result, refuse } from '../result.ts';

export interface AnnouncementProblem {
  readonly field: string;
  readonly message: string;
}

/** What may stand in braces in an announcement; nothing else may. */
export const announcementPlaceholders: readonly string[] = ['氏名', '大学', '都道府県', '学年'];

/** Longest subject and body, characters; mail programs cut a subject at about 70. */
const longest = { subject: 100, body: 4000 } as const;

/** A paragraph that is a link: 「ことば：https://…」 in a line of its own. */
export const linkLine = /^([^\n]{1,100}?)[：:]\s*(https:\/\/[!-;=?-~]+)$/;

export interface AnnouncementWords {
  readonly subject: string;
  readonly body: string;
}

/** Checks the words of an announcement before they are kept: each problem at its field. */
export function checkAnnouncement(typed: AnnouncementWords): Result<AnnouncementWords, readonly AnnouncementProblem[]> {
  const subject = typed.subject.trim();
  const body = typed.body.replaceAll('\r\n', '\n').trim();
  const problems: AnnouncementProblem[] = [];
  const say = (field: string, message: string) => problems.push({ field, message });
  if (subject === '') say('subject', '件名を入力してください。');
  if (/[\p{Cc}\u2028\u2029]/u.test(subject)) say('subject', '件名は、改行を入れずに1行で入力してください。');
  if ([...subject].length > longest.subject) say('subject', `件名は${longest.subject}文字以内で入力してください。`);
  if (body === '') say('body', '本文を入力してください。');
  if ([...body].length > longest.body)
    say('body', `本文は${longest.body.toLocaleString('en')}文字以内で入力してください。`);
  for (const [field, text] of [
    ['subject', subject],
    ['body', body],
  ] as const) {
    for (const name of new Set([...text.matchAll(/\{([^{}]*)\}/g)].map(([, one = '']) => one.trim()))) {
      if (!announcementPlaceholders.includes(name)) {
        say(field, `「{${name}}」は使えません。使える差し込み項目の一覧から選んでください。`);
      }
    }
    if (/[{}]/.test(text.replace(/\{[^{}]*\}/g, ''))) say(field, '「{」と「}」の組が合っていません。');
  }
  if (piecesOf(body).some((piece) => 'linkLabel' in piece)) {
    say('body', 'リンクは「ことば：https://…」と1行で書いてください。');
  }
  return problems.length > 0 ? refuse(problems) : ok({ subject, body });
}
