import { ok, type Result, refuse } from '../../result.ts';

/** Why an expression is not taken, in words for the person who wrote it, and where (0-based, in characters). */
export interface ExpressionProblem {
  readonly kind: 'syntax' | 'unsupported';
  readonly message: string;
  readonly at: number;
}

export interface Token {
  readonly kind: 'text' | 'number' | 'answer' | 'name' | 'sign' | 'end';
  readonly value: string;
  readonly at: number;
}

const SIGNS = ['!=', '<=', '>=', '=', '<', '>', '+', '-', '*', '(', ')', ','];
const NAME = /[\p{L}_][\p{L}\p{N}_\-.]*(?::[\p{L}_][\p{L}\p{N}_\-.]*)?/uy;
const NUMBER = /(?:\d+\.?\d*|\.\d+)/y;
const ANSWER = /\$\{\s*([^}]*?)\s*\}/y;
const SPACE = /\s*/y;
const QUOTES: Readonly<Record<string, string>> = { "'": "'", '"': '"', '‘': '’', '“': '”', '’': '’', '”': '”' };

/** Splits an expression into tokens; typographic quotes count as quotes, paths of XPath are refused as unsupported. */
export function tokenize(source: string): Result<readonly Token[], ExpressionProblem> {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(source);
  };
  for (;;) {
    at += take(SPACE)?.[0].length ?? 0;
    if (at >= source.length) return ok([...tokens, { kind: 'end', value: '', at }]);
    const close = QUOTES[source.charAt(at)];
    const number = take(NUMBER);
    const answer = take(ANSWER);
    const name = take(NAME);
    const sign = SIGNS.find((each) => source.startsWith(each, at));
    if (close !== undefined) {
      const end = source.indexOf(close, at + 1);
      if (end < 0) return refuse(problem('syntax', '文字列を閉じる引用符がありません。', at));
      tokens.push({ kind: 'text', value: source.slice(at + 1, end), at });
      at = end + 1;
    } else if (number !== null) {
      tokens.push({ kind: 'number', value: number[0], at });
      at += number[0].length;
    } else if (answer !== null) {
      const question = answer[1] ?? '';
      if (question.includes('#'))
        return refuse(problem('unsupported', `「${answer[0]}」（前回の回答の参照）は使えません。`, at));
      if (!/^[\p{L}_][\p{L}\p{N}_\-.]*$/u.test(question))
        return refuse(problem('syntax', `「${answer[0]}」の名前を確かめてください。`, at));
      tokens.push({ kind: 'answer', value: question, at });
      at += answer[0].length;
    } else if (name !== null) {
      tokens.push({ kind: 'name', value: name[0], at });
      at += name[0].length;
    } else if (sign !== undefined) {
      tokens.push({ kind: 'sign', value: sign, at });
      at += sign.length;
    } else if (/^\.(?![./])/.test(source.slice(at))) {
      tokens.push({ kind: 'sign', value: '.', at });
      at += 1;
    } else if (/^[./@[|]/.test(source.slice(at))) {
      return refuse(
        problem(
          'unsupported',
          `XPathのパス（/、../、[ ]、@、|）は使えません。$\{質問のname} の形で書いてください。`,
          at,
        ),
      );
    } else return refuse(problem('syntax', `「${source.charAt(at)}」の使い方を確かめてください。`, at));
  }
}

export const problem = (kind: ExpressionProblem['kind'], message: string, at: number): ExpressionProblem => ({
  kind,
  message,
  at,
});
