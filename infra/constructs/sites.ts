import type { fileRooms } from '#lib/store/file-keys.ts';
import type { FileAction } from './files.ts';
import type { FunctionEnvironments } from './function-environments.ts';
import { ordinary, type TableAction } from './table-action.ts';

/** A function that serves pages, by its bundle: every one but the jobs. */
export type SiteName = Exclude<keyof FunctionEnvironments, `jobs-${string}`>;

/** What a deployment can tell a site. */
export interface Told {
  readonly TABLE_NAME: string;
  readonly FILE_BUCKET: string;
  readonly PUBLIC_ORIGIN: string;
}

/** One line of the table: a function that serves pages, and where it stands in the API. */
export interface Site<Name extends SiteName> {
  readonly description: string;
  /** MB; Lambda gives CPU in proportion, one core at 1,769. */
  readonly memorySize: number;
  /** Seconds until a request is given up; the API itself gives up after 30. */
  readonly timeout: number;
  /** Paths of the API whose every method leads here, `{proxy+}` for all below; the more particular path wins. `$default` takes what no other path does. */
  readonly paths: readonly string[];
  /** What it may do to rows. */
  readonly rows: readonly TableAction[];
  /** What it may do to files, by room of the bucket; nothing when absent. */
  readonly files?: { readonly [Room in keyof typeof fileRooms]?: readonly FileAction[] };
  readonly environment: (told: Told) => FunctionEnvironments[Name];
  /** What people suffer while it fails, a sentence. */
  readonly errorImpact: string;
}

const whole = ({ TABLE_NAME, PUBLIC_ORIGIN }: Told) => ({ TABLE_NAME, PUBLIC_ORIGIN });

/** Every site: a bundle that `function-environments.ts` names and this table lacks is a compile error. */
export const sites: { readonly [Name in SiteName]: Site<Name> } = {
  public: {
    description: 'The front page and /assets/*; reaches no data',
    memorySize: 512,
    timeout: 5,
    paths: ['$default'],
    rows: [],
    environment: () => ({}),
    errorImpact: 'The front page or its styles do not load.',
  },
  hospital: {
    description: 'The door of the hospitals and the pages that they answer on',
    memorySize: 512,
    timeout: 15,
    paths: ['/h/{proxy+}'],
    rows: ordinary,
    environment: whole,
    errorImpact: 'Hospitals meet an error page and may not be able to answer.',
  },
  partner: {
    description: 'The pages on which hospitals find partners and talk to them',
    memorySize: 1024,
    timeout: 15,
    paths: [
      '/h/rounds/{round}/list',
      '/h/rounds/{round}/list/{proxy+}',
      '/h/rounds/{round}/approaches',
      '/h/rounds/{round}/inbox',
    ],
    rows: ordinary,
    environment: whole,
    errorImpact: 'Hospitals meet an error page instead of their list of partners.',
  },
  'partner-why': {
    description: 'The page on why a hospital takes part',
    memorySize: 1024,
    timeout: 15,
    paths: ['/h/rounds/{round}/why'],
    rows: ordinary,
    environment: whole,
    errorImpact: 'Hospitals meet an error page where they ask why they take part; answers and lists still work.',
  },
  'partner-download': {
    description: 'Lists of partners as Excel, and the files that partners attached',
    memorySize: 1769,
    timeout: 28,
    paths: ['/h/rounds/{round}/list/xlsx', '/h/rounds/{round}/list/{destination}/files/{file}'],
    rows: ordinary,
    files: { uploads: ['GetObject'] },
    environment: (told) => told,
    errorImpact: 'Hospitals cannot save their list as an Excel file or open a file of a partner; the pages still work.',
  },
  workbook: {
    description: 'Questionnaires as Excel and CSV, there and back',
    memorySize: 1769,
    timeout: 28,
    paths: ['/h/rounds/{round}/workbook', '/h/rounds/{round}/workbook/{proxy+}'],
    rows: ordinary,
    environment: whole,
    errorImpact: 'Hospitals cannot fetch or hand in their questionnaire as an Excel file; the pages still work.',
  },
  register: {
    description: 'The register of hospitals, the accounts of staff and the audit trail',
    memorySize: 1024,
    timeout: 28,
    paths: ['/s/organisations', '/s/organisations/{proxy+}', '/s/accounts', '/s/accounts/{proxy+}', '/s/audit'],
    rows: [...ordinary, 'BatchWriteItem'],
    environment: whole,
    errorImpact: 'The ministry and prefectures meet an error page at the register, the accounts or the audit trail.',
  },
  files: {
    description: 'What hospitals attach to their answers, in and out',
    memorySize: 1024,
    timeout: 28,
    paths: [
      '/h/rounds/{round}/sections/{section}/files',
      '/h/rounds/{round}/files/{file}',
      '/s/rounds/{round}/answers/{organisation}/files/{file}',
    ],
    rows: ordinary,
    files: { uploads: ['PutObject', 'GetObject', 'DeleteObject'] },
    environment: (told) => told,
    errorImpact: 'Hospitals cannot attach pictures and papers to their answers, and nobody can open them.',
  },
  staff: {
    description: 'The pages of the ministry and the prefectures',
    memorySize: 1024,
    timeout: 28,
    paths: ['/s', '/s/{proxy+}'],
    rows: ordinary,
    environment: whole,
    errorImpact: 'The ministry and prefectures meet an error page in their work.',
  },
  'on-behalf': {
    description: 'The pages on which a prefecture enters what it heard by telephone',
    memorySize: 1024,
    timeout: 15,
    paths: [
      '/s/rounds/{round}/answers/{organisation}/telephone',
      '/s/rounds/{round}/answers/{organisation}/telephone/{proxy+}',
    ],
    rows: ordinary,
    environment: whole,
    errorImpact: 'Prefectures cannot enter what hospitals answer by telephone.',
  },
  letters: {
    description: 'The pages on which staff steer mails: reminders, addresses, wording',
    memorySize: 1024,
    timeout: 15,
    paths: [
      '/s/rounds/{round}/reminders',
      '/s/rounds/{round}/reminders/{proxy+}',
      '/s/rounds/{round}/answers/{organisation}/hand-over',
      '/s/letters',
      '/s/letters/{proxy+}',
      '/s/notices/letter',
      '/s/notices/repeat',
      '/s/unreachable',
    ],
    rows: ordinary,
    environment: whole,
    errorImpact: 'The ministry and prefectures cannot steer reminders and wording.',
  },
  announcements: {
    description: 'The pages on which the ministry writes to people who agreed',
    memorySize: 1769,
    timeout: 28,
    paths: ['/s/announcements', '/s/announcements/{proxy+}', '/s/recipients', '/s/recipients/{proxy+}'],
    rows: [...ordinary, 'BatchWriteItem'],
    environment: whole,
    errorImpact: 'The ministry cannot write or stop announcements to students; mails under way go on.',
  },
  documents: {
    description: 'The pages on which offices send documents out and see who has opened them',
    memorySize: 1024,
    timeout: 28,
    paths: ['/s/documents', '/s/documents/{proxy+}'],
    rows: ordinary,
    environment: whole,
    errorImpact: 'The ministry and prefectures cannot send documents out or see who has opened them.',
  },
  'document-files': {
    description: "The files of documents on the staff's side, in and out",
    memorySize: 1024,
    timeout: 28,
    paths: ['/s/documents/{document}/files', '/s/documents/{document}/files/{proxy+}'],
    rows: ordinary,
    files: { documents: ['PutObject', 'GetObject', 'DeleteObject'] },
    environment: (told) => told,
    errorImpact: 'The ministry and prefectures cannot attach files to documents or open them.',
  },
  received: {
    description: 'The page on which organisations read a document by the link of its mail',
    memorySize: 512,
    timeout: 15,
    paths: ['/d/{proxy+}'],
    rows: ordinary,
    files: { documents: ['GetObject'] },
    environment: (told) => told,
    errorImpact: 'Hospitals and prefectures cannot read the documents that they were sent.',
  },
  unsubscribe: {
    description: 'The way out that stands in every announcement, reached without a session',
    memorySize: 512,
    timeout: 10,
    paths: ['/u/{token}'],
    rows: ordinary,
    environment: whole,
    errorImpact: 'Students who want no more announcements meet an error and may complain to their mail provider.',
  },
  'staff-exports': {
    description: 'Exports of answers: ordered, watched and handed out',
    memorySize: 1024,
    timeout: 28,
    paths: ['/s/rounds/{round}/exports', '/s/rounds/{round}/exports/{proxy+}'],
    rows: ordinary,
    files: { exports: ['GetObject'] },
    environment: (told) => told,
    errorImpact: 'The ministry and prefectures cannot order or download exports of answers.',
  },
  'staff-rounds': {
    description: 'The pages on which the ministry prepares rounds, sends them and hands their answers on',
    memorySize: 1024,
    timeout: 28,
    paths: [
      '/s/rounds/new',
      '/s/rounds/{round}/preview',
      '/s/rounds/{round}/plan',
      '/s/rounds/{round}/check',
      '/s/rounds/{round}/open',
      '/s/rounds/{round}/cancel',
      '/s/rounds/{round}/release',
      '/s/rounds/{round}/release/propose',
      '/s/rounds/{round}/release/withdraw',
      '/s/rounds/{round}/update',
      '/s/rounds/{round}/update/propose',
      '/s/rounds/{round}/update/withdraw',
    ],
    rows: ordinary,
    environment: whole,
    errorImpact: 'The ministry cannot prepare, send or release rounds.',
  },
  'staff-sign-in': {
    description: "The staff's door: registering and checking passkeys",
    memorySize: 1024,
    timeout: 15,
    paths: ['/s/sign-in', '/s/sign-in/{proxy+}'],
    rows: ordinary,
    environment: whole,
    errorImpact: 'The ministry and prefectures cannot sign in.',
  },
  studio: {
    description: 'The pages on which the ministry composes forms',
    memorySize: 1024,
    timeout: 28,
    paths: ['/s/forms', '/s/forms/{proxy+}'],
    rows: ordinary,
    environment: whole,
    errorImpact: 'The ministry meets an error page instead of its forms; surveys under way go on.',
  },
  'studio-exchange': {
    description: 'The pages on which forms begin, from others or from an XLSForm, are published, and leave as files',
    memorySize: 1024,
    timeout: 28,
    paths: [
      '/s/forms/new',
      '/s/forms/import',
      '/s/forms/import/{proxy+}',
      '/s/forms/{form}/publish',
      '/s/forms/{form}/versions/{version}',
      '/s/forms/{form}/xlsform',
      '/s/forms/{form}/openapi',
    ],
    rows: ordinary,
    environment: whole,
    errorImpact:
      'The ministry cannot begin or publish a form or fetch one as a file; forms under way can still be edited.',
  },
  planning: {
    description: 'The pages on which the ministry tries out areas',
    memorySize: 1769,
    timeout: 28,
    paths: ['/s/planning', '/s/planning/{proxy+}'],
    rows: ordinary,
    environment: whole,
    errorImpact: 'The ministry cannot try out areas; surveys under way go on.',
  },
  'planning-rounds': {
    description: 'The pages on which the ministry tries things out on released rounds',
    memorySize: 1769,
    timeout: 28,
    paths: ['/s/planning/allocation', '/s/planning/allocation/{proxy+}', '/s/planning/exposure'],
    rows: ordinary,
    environment: whole,
    errorImpact: 'The ministry cannot try out allocations nor see how lists show prefectures; surveys under way go on.',
  },
};

const isSite = (name: string): name is SiteName => name in sites;

/** The names of all sites, in the table's order. */
export const siteNames: readonly SiteName[] = Object.keys(sites).filter(isSite);
