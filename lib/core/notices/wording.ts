import * as z from 'zod/mini';
import { chain } from '../audit/entry.ts';
import { ok, type Result, refuse } from '../result.ts';
import { number, text } from '../shapes.ts';
import { carriesLink, type DocumentMail, isDocumentMail, type WordedMail, wordedMail } from './notice.ts';

/** The words of one kind of mail as staff write them: placeholders in braces, `■ 項目：値` for facts, `{リンク：ボタンの文}` alone in a paragraph. */
export const wording = z.object({ subject: text, body: text });
export type Wording = z.infer<typeof wording>;

/** A published version; it never changes again, so that a mail's row need only name it. */
export const wordingVersion = z.object({
  kind: wordedMail,
  /** From 1; 0 is the wording that the software brings. */
  version: number,
  ...wording.shape,
  publishedAt: text,
  by: text,
  chain,
});
export type WordingVersion = z.infer<typeof wordingVersion>;

const common = ['調査名', '事業名', '病院名', '担当者名', '期限', '提供日', '問い合わせ先', '電話'] as const;

const ofDocument = ['件名', '送付文', 'ファイル', '配布先', '担当者名', '送信日', '問い合わせ先', '電話'] as const;

/** What may stand in braces, by kind of mail; nothing else may. */
export const placeholders: Readonly<Record<WordedMail, readonly string[]>> = {
  check: common,
  request: [...common, '所要分', '提供の説明'],
  reminder: [...common, '期限の様子', '残り', '回答の状況'],
  receipt: [...common, '受付日時'],
  heard: [...common, '受付日時', '入力者'],
  returned: [...common, '確認事項'],
  approved: [...common, '相談の説明'],
  list: [...common, '掲載病院数'],
  'list-updated': [...common, '修正した病院'],
  colleague: [...common, '招いた人'],
  approach: [...common, '相談元', '相談元の担当者', '相談元のメール', '相談元の電話', '相談の内容'],
  document: ofDocument,
  'document-again': ofDocument,
};

/** A piece of a wording, with its placeholders still in it. */
export type Piece =
  | { readonly paragraph: string }
  | { readonly facts: readonly (readonly [label: string, value: string])[] }
  | { readonly linkLabel: string };

export interface WordingProblem {
  readonly field: keyof Wording;
  readonly message: string;
}

type Say = (field: keyof Wording, message: string) => void;

/** Longest subject and body, characters; mail programs cut a subject at about 70. */
const longest = { subject: 100, body: 4000 } as const;

const link = /^\{リンク[：:]([^{}\n]+)\}$/;
const fact = /^■\s*([^：:]+)[：:](.+)$/;

/** The pieces of a body, paragraph by paragraph. */
export function piecesOf(body: string): readonly Piece[] {
  const parts = body
    .replaceAll('\r\n', '\n')
    .trim()
    .split(/\n\s*\n/);
  return parts.map((part): Piece => {
    const lines = part.trim().split('\n');
    const label = link.exec(part.trim())?.[1];
    if (label !== undefined) return { linkLabel: label.trim() };
    const facts = lines.map((line) => fact.exec(line));
    return facts.every((one) => one !== null)
      ? { facts: facts.map((one) => [one[1]?.trim() ?? '', one[2]?.trim() ?? ''] as const) }
      : { paragraph: lines.join('\n') };
  });
}

/** Puts values for placeholders, once: what a value holds is never read as a placeholder again. */
export const filled = (template: string, values: ReadonlyMap<string, string>): string =>
  template.replace(/\{([^{}]+)\}/g, (whole, name: string) => values.get(name.trim()) ?? whole);

/** Checks a wording before it is published: each problem at its field. */
export function checkWording(kind: WordedMail, typed: Wording): Result<Wording, readonly WordingProblem[]> {
  const subject = typed.subject.trim();
  const body = typed.body.replaceAll('\r\n', '\n').trim();
  const problems: WordingProblem[] = [];
  const say: Say = (field, message) => problems.push({ field, message });
  checkLengths({ subject, body }, say);
  for (const name of unknownIn(placeholders[kind], subject)) say('subject', unknownWords(name));
  const pieces = piecesOf(body);
  const texts = pieces.flatMap((piece) =>
    'paragraph' in piece ? [piece.paragraph] : 'facts' in piece ? piece.facts.flat() : [],
  );
  for (const name of unknownIn(placeholders[kind], texts.join('\n'))) {
    say(
      'body',
      name.startsWith('リンク') ? 'リンクは、前後に空行を入れて1行だけで書いてください。' : unknownWords(name),
    );
  }
  const links = pieces.filter((piece) => 'linkLabel' in piece).length;
  if (carriesLink(kind) && links !== 1) {
    say(
      'body',
      links === 0
        ? 'リンクがありません。{リンク：ボタンの文}を1行で入れてください。'
        : 'リンクは1つだけ入れてください。',
    );
  }
  if (!carriesLink(kind) && links > 0) say('body', 'このメールにはリンクがありません。{リンク：…}を消してください。');
  if (isDocumentMail(kind)) checkNote(kind, { subject, body }, say);
  checkBraces('subject', subject, say);
  checkBraces('body', body, say);
  return problems.length > 0 ? refuse(problems) : ok({ subject, body });
}

/** Says of a document's wording that the covering note, which may hold several paragraphs, stands alone between empty lines, and in the first mail at all. */
function checkNote(kind: DocumentMail, { subject, body }: Wording, say: Say): void {
  const places = `${subject}\n${body}`.match(/\{\s*送付文\s*\}/g)?.length ?? 0;
  const alone = piecesOf(body).filter((piece) => 'paragraph' in piece && /^\{\s*送付文\s*\}$/.test(piece.paragraph));
  if (places !== alone.length || alone.length > 1) {
    say('body', '送付文は、本文に1か所だけ、前後に空行を入れて1行で書いてください。');
  } else if (kind === 'document' && places === 0) {
    say('body', '送付文がありません。{送付文}を、前後に空行を入れて1行で入れてください。');
  }
}

/** Says of words what is wrong with them whatever they may hold: empty, too long, a subject of more than one line. */
export function checkLengths({ subject, body }: Wording, say: Say): void {
  for (const message of lineProblems('件名', subject, longest.subject)) say('subject', message);
  for (const message of textProblems('本文', body, longest.body)) say('body', message);
}

/** What is wrong with a text that must be there and hold so many characters at most. */
export const textProblems = (label: string, text: string, most: number): readonly string[] => [
  ...(text === '' ? [`${label}を入力してください。`] : []),
  ...([...text].length > most ? [`${label}は${most.toLocaleString('en')}文字以内で入力してください。`] : []),
];

/** The same of one that must stand on a line, as a subject must. */
export const lineProblems = (label: string, text: string, most: number): readonly string[] => [
  ...(/[\p{Cc}\u2028\u2029]/u.test(text) ? [`${label}は、改行を入れずに1行で入力してください。`] : []),
  ...textProblems(label, text, most),
];

/** Says of a text that a brace in it stands alone. */
export function checkBraces(field: keyof Wording, text: string, say: Say): void {
  if (/[{}]/.test(text.replace(/\{[^{}]*\}/g, ''))) say(field, '「{」と「}」の組が合っていません。');
}

/** Names in braces that are not among those allowed, each once. */
export const unknownIn = (allowed: readonly string[], text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name.trim()))].filter(
    (name) => !allowed.includes(name),
  );

export const unknownWords = (name: string): string =>
  `「{${name}}」は使えません。使える差し込み項目の一覧から選んでください。`;
