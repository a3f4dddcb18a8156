import {
  checkBraces,
  checkLengths,
  piecesOf,
  unknownIn,
  unknownWords,
  type Wording,
  type WordingProblem,
} from '../notices/wording.ts';
import { ok, type Result, refuse } from '../result.ts';

/** What may stand in braces in an announcement; nothing else may. */
export const announcementPlaceholders: readonly string[] = ['氏名', '大学', '都道府県', '学年'];

/** A paragraph that is a link: 「ことば：https://…」 in a line of its own. */
export const linkLine = /^([^\n]{1,100}?)[：:]\s*(https:\/\/[!-;=?-~]+)$/;

/** Checks the words of an announcement before they are kept: each problem at its field. */
export function checkAnnouncement(typed: Wording): Result<Wording, readonly WordingProblem[]> {
  const subject = typed.subject.trim();
  const body = typed.body.replaceAll('\r\n', '\n').trim();
  const problems: WordingProblem[] = [];
  const say = (field: keyof Wording, message: string) => problems.push({ field, message });
  checkLengths({ subject, body }, say);
  for (const [field, text] of [
    ['subject', subject],
    ['body', body],
  ] as const) {
    for (const name of unknownIn(announcementPlaceholders, text)) say(field, unknownWords(name));
    checkBraces(field, text, say);
  }
  if (piecesOf(body).some((piece) => 'linkLabel' in piece)) {
    say('body', 'リンクは「ことば：https://…」と1行で書いてください。');
  }
  return problems.length > 0 ? refuse(problems) : ok({ subject, body });
}
