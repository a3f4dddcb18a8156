import type { Gathered, Notice, RoundNotice } from '#lib/core/notices/notice.ts';
import type { Answer } from '#lib/core/rounds/answer.ts';
import type { Round } from '#lib/core/rounds/round.ts';

/** What a template may speak of; all of it is read when the mail is sent, not when it was ordered. */
export interface Context {
  readonly notice: RoundNotice;
  readonly round: Round;
  /** In whose name the hospital is asked: a scheme's, or an office's. */
  readonly programName: string;
  readonly minutes: number;
  readonly organisationName: string;
  readonly answer?: Answer | undefined;
  /** Other rounds that a reminder speaks of. */
  readonly others?: readonly Other[];
  /** Public address of the site, without a trailing slash. */
  readonly origin: string;
  /** ISO instant of sending. */
  readonly now: string;
}

/** Another round in which the same address owes an answer. */
export interface Other {
  readonly also: Gathered;
  /** Secret of its link. */
  readonly token: string | undefined;
  readonly round: Round;
  readonly answer: Answer;
}

/** The link of a capability: the token rides in the fragment, which no server and no log ever sees. */
export const linkTo = (origin: string, token: string): string => `${origin}/h/open#${token}`;

/** A text variable of the notice. */
export const text = ({ vars }: Pick<Notice, 'vars'>, name: string): string => String(vars[name] ?? '');

/** 「〇〇病院 △△ 様」, each on its own when the other is missing. */
export const greeting = ({
  notice,
  organisationName,
}: {
  readonly notice: Pick<Notice, 'toName'>;
  readonly organisationName: string;
}): string => `${[organisationName, notice.toName].filter(Boolean).join('　')}　様`;
