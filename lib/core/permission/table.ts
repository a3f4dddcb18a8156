import { type Actor, officeOf } from './actor.ts';

/** What is being acted on, as far as permission needs to know it; what is absent matches nobody's claim on it. */
export interface Resource {
  readonly round?: string;
  readonly organisation?: string;
  readonly prefecture?: string;
  /** Office whose own it is: 'ministry', or a prefecture's code. */
  readonly office?: string | undefined;
  readonly distribution?: string;
}

/** How an actor must stand to a resource. */
type Relation =
  | 'anyone'
  | 'ministry'
  | 'prefecture'
  | 'its-prefecture'
  | 'its-office'
  /** A prefecture, to what is the ministry's. */
  | 'under-the-ministry'
  | 'was-sent-it'
  | 'answers-it'
  | 'sources-of-it'
  | 'approached'
  | 'system';

/** Who may do what to what: the one table that every route and every list asks. */
export const permissions = {
  'door.see': ['anyone'],
  'session.end': ['anyone'],
  'desk.see': ['ministry', 'prefecture'],
  'round.list': ['ministry', 'prefecture'],
  'round.see': ['ministry', 'its-office', 'under-the-ministry'],
  'round.prepare': ['its-office'],
  'round.open': ['its-office'],
  'round.extend': ['its-office'],
  'round.remind': ['its-office'],
  'round.stop': ['its-office'],
  'round.release': ['ministry'],
  'round.close': ['its-office'],
  'planning.see': ['ministry'],
  'planning.try': ['ministry'],
  'form.list': ['ministry', 'prefecture'],
  /** Reading a form made by staff as it stands, and taking it as a file. */
  'form.see': ['ministry', 'its-office'],
  /** Beginning a form as a copy of a published one. */
  'form.copy': ['ministry', 'its-office', 'under-the-ministry'],
  'form.begin': ['ministry', 'prefecture'],
  'form.compose': ['its-office'],
  'form.publish': ['its-office'],
  'answers.list': ['ministry', 'its-prefecture'],
  'answer.see': ['ministry', 'its-prefecture', 'answers-it'],
  'answer.save': ['answers-it'],
  'answer.submit': ['answers-it'],
  /** Saving and submitting what was heard by telephone; the office's name stands on it. */
  'answer.hear': ['its-prefecture'],
  'answer.reopen': ['answers-it'],
  'colleague.see': ['answers-it'],
  'colleague.invite': ['answers-it'],
  'colleague.revoke': ['answers-it'],
  'answer.review': ['ministry', 'its-prefecture'],
  'answer.return': ['its-prefecture'],
  'answer.approve': ['its-prefecture'],
  /** Letting one answer be corrected after its round. */
  'answer.correct': ['ministry'],
  'answer.waive': ['ministry', 'its-prefecture'],
  'export.list': ['ministry', 'its-prefecture'],
  'export.order': ['ministry', 'its-prefecture'],
  'export.take': ['ministry', 'its-prefecture'],
  'list.see': ['sources-of-it'],
  'sheet.see': ['sources-of-it'],
  'approach.start': ['sources-of-it'],
  'approach.see': ['answers-it', 'sources-of-it'],
  'verdict.see': ['answers-it', 'sources-of-it'],
  'organisation.list': ['ministry', 'its-prefecture'],
  'organisation.see': ['ministry', 'its-prefecture'],
  'organisation.import': ['ministry'],
  'organisation.merge': ['ministry', 'its-prefecture'],
  'job.see': ['ministry', 'its-office'],
  'address.list': ['ministry', 'its-prefecture'],
  'address.lift': ['ministry', 'its-prefecture'],
  'contact.change': ['ministry', 'its-prefecture'],
  'wording.edit': ['ministry'],
  'notice.list': ['ministry'],
  'notice.resend': ['ministry'],
  'recipients.see': ['ministry'],
  'recipients.import': ['ministry'],
  'recipients.forget': ['ministry'],
  'announcement.see': ['ministry'],
  'announcement.prepare': ['ministry'],
  'announcement.send': ['ministry'],
  'distribution.list': ['ministry', 'prefecture'],
  'distribution.start': ['ministry', 'prefecture'],
  'distribution.see': ['ministry', 'its-prefecture'],
  'distribution.prepare': ['its-office'],
  'distribution.send': ['its-office'],
  'distribution.withdraw': ['its-office'],
  'distribution.chase': ['ministry', 'its-prefecture'],
  /** Opening a file as the prefecture's office that it was sent to. */
  'distribution.open': ['its-prefecture'],
  'distribution.read': ['was-sent-it'],
  /** The token in the address says whose. */
  'subscription.change': ['anyone'],
  'audit.see': ['ministry'],
  'account.list': ['ministry', 'its-prefecture'],
  'account.manage': ['ministry', 'its-prefecture'],
} as const satisfies Record<string, readonly Relation[]>;

export type Action = keyof typeof permissions;

/** Whether an actor may do an act to a resource. Denied unless the table says otherwise. */
export function may(actor: Actor, action: Action, resource: Resource = {}): boolean {
  const relations: readonly Relation[] = permissions[action];
  return relations.some((relation) => stands(actor, relation, resource));
}

function stands(actor: Actor, relation: Relation, resource: Resource): boolean {
  switch (relation) {
    case 'anyone':
      return true;
    case 'ministry':
    case 'prefecture':
    case 'system':
      return actor.kind === relation;
    case 'its-prefecture':
      return actor.kind === 'prefecture' && actor.prefecture === resource.prefecture;
    case 'its-office':
      return officeOf(actor) !== undefined && officeOf(actor) === resource.office;
    case 'under-the-ministry':
      return actor.kind === 'prefecture' && resource.office === 'ministry';
    case 'was-sent-it':
      return (
        actor.kind === 'addressee' &&
        actor.organisation === resource.organisation &&
        actor.distribution === resource.distribution
      );
    case 'answers-it':
      return (
        actor.kind === 'hospital' &&
        actor.purpose === 'answer' &&
        actor.organisation === resource.organisation &&
        actor.round === resource.round
      );
    case 'sources-of-it':
      return actor.kind === 'hospital' && actor.purpose === 'list' && actor.round === resource.round;
    case 'approached':
      return actor.kind === 'hospital' && actor.organisation === resource.organisation;
  }
}
