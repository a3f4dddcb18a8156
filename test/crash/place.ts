import type { StoredMail } from '#infra/local/ses/mailbox.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import type { WebAnswer, WebRequest } from './world/web.ts';

/** Where people act: a world in memory, or a platform of real processes. */
export interface Place {
  /** The table itself, to sign people in and to look at what is stored. */
  readonly desk: Desk;
  /** Answers 502 where a machine behind the page is gone. */
  web(request: WebRequest): Promise<WebAnswer>;
  /** Lets a person wait so many milliseconds. */
  wait(milliseconds: number): Promise<void>;
  /** Mails that SES accepted, oldest first. */
  mails(): readonly { readonly mail: StoredMail }[];
}
