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

/** Who is named together in more than one line of the table. */
const ministry = ['ministry'] as const;
const offices = ['ministry', 'prefecture'] as const;
const itsOffice = ['its-office'] as const;
const itsPrefecture = ['its-prefecture'] as const;
const itsOverseers = ['ministry', 'its-prefecture'] as const;
const answersIt = ['answers-it'] as const;
const sourcesOfIt = ['sources-of-it'] as const;

/** Who may do what to what: the one table that every route and every list asks. */
export const permissions = {
  'door.see': ['anyone'],
  'session.end': ['anyone'],
  'desk.see': offices,
  'round.list': offices,
  'round.see': ['ministry', 'its-office', 'under-the-ministry'],
  'round.prepare': itsOffice,
  'round.open': itsOffice,
  'round.extend': itsOffice,
  'round.remind': itsOffice,
  'round.stop': itsOffice,
  'round.release': ministry,
  'round.close': itsOffice,
  'planning.see': ministry,
  'planning.try': ministry,
  'form.list': offices,
  /** Reading a form made by staff as it stands, and taking it as a file. */
  'form.see': ['ministry', 'its-office'],
  /** Beginning a form as a copy of a published one. */
  'form.copy': ['ministry', 'its-office', 'under-the-ministry'],
  'form.begin': offices,
  'form.compose': itsOffice,
  'form.publish': itsOffice,
  'answers.list': itsOverseers,
  'answer.see': ['ministry', 'its-prefecture', 'answers-it'],
  'answer.save': answersIt,
  'answer.submit': answersIt,
  /** Saving and submitting what was heard by telephone; the office's name stands on it. */
  'answer.hear': itsPrefecture,
  'answer.reopen': answersIt,
  'colleague.see': answersIt,
  'colleague.invite': answersIt,
  'colleague.revoke': answersIt,
  'answer.review': itsOverseers,
  'answer.return': itsPrefecture,
  'answer.approve': itsPrefecture,
  /** Letting one answer be corrected after its round, by the office whose round it is. */
  'answer.correct': itsOffice,
  'answer.waive': itsOverseers,
  'export.list': itsOverseers,
  'export.order': itsOverseers,
  'export.take': itsOverseers,
  'list.see': sourcesOfIt,
  'sheet.see': sourcesOfIt,
  'approach.start': sourcesOfIt,
  'approach.see': ['answers-it', 'sources-of-it'],
  'verdict.see': ['answers-it', 'sources-of-it'],
  'organisation.list': itsOverseers,
  'organisation.see': itsOverseers,
  'organisation.import': ministry,
  'organisation.merge': itsOverseers,
  'job.see': ['ministry', 'its-office'],
  'address.list': itsOverseers,
  'address.lift': itsOverseers,
  'contact.change': itsOverseers,
  'wording.edit': ministry,
  /** The page of mails, which shows those of rounds that `notice.see` allows. */
  'notice.list': offices,
  'notice.see': ['ministry', 'its-office'],
  'notice.resend': itsOffice,
  'recipients.see': ministry,
  'recipients.import': ministry,
  'recipients.forget': ministry,
  'announcement.see': ministry,
  'announcement.prepare': ministry,
  'announcement.send': ministry,
  'distribution.list': offices,
  'distribution.start': offices,
  'distribution.see': itsOverseers,
  'distribution.prepare': itsOffice,
  'distribution.send': itsOffice,
  'distribution.withdraw': itsOffice,
  'distribution.chase': itsOverseers,
  /** Opening a file as the prefecture's office that it was sent to. */
  'distribution.open': itsPrefecture,
  'distribution.read': ['was-sent-it'],
  /** The token in the address says whose. */
  'subscription.change': ['anyone'],
  'audit.see': ministry,
  'account.list': itsOverseers,
  'account.manage': itsOverseers,
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
