import type { Evidence, Notice } from '#lib/core/notices/notice.ts';
import type { Contact } from '#lib/core/organisations/organisation.ts';
import type { Letter, Sent } from '#lib/core/ports.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { openRound } from '#lib/usecases/move-round.ts';
import { prepareRound } from '#lib/usecases/prepare-round.ts';
import { sendNotice } from '#lib/usecases/send-notice.ts';
import { settleNotice } from '#lib/usecases/settle-notice.ts';
import { tick } from '#lib/usecases/tick.ts';
import { ministry, type SmallCountry, smallCountry } from './small-country.ts';

interface RoundWish {
  readonly title?: string;
  readonly ladder?: string[];
  readonly request?: string;
}

/** A small country whose mails are sent, settled and swept by hand. */
export interface MailRoom {
  readonly country: SmallCountry;
  readonly desk: Desk;
  /** Letters that the fake SES accepted, oldest first. */
  readonly letters: Letter[];
  /** What the fake SES answers next; accepted letters are kept. */
  answer: Sent;
  /** Whether no event of SES waits anywhere. */
  drained: boolean;
  prepare(wish?: RoundWish): Promise<Round>;
  open(wish?: RoundWish): Promise<Round>;
  round(id: string): Promise<Round>;
  notices(kind?: Notice['kind'], organisation?: string): Notice[];
  /** Offers every mail of the outbox to the sender once. */
  deliver(): Promise<void>;
  tell(notice: Notice | undefined, evidence: Evidence, reason?: string): Promise<void>;
  /** Moves the clock, ticks, runs the jobs. */
  tickAt(instant: string): ReturnType<typeof tick>;
  contacts(organisation: string, ...contacts: Contact[]): Promise<void>;
}

let pressed = 0;

export async function mailRoom(now?: string): Promise<MailRoom> {
  const country = await smallCountry(now);
  const { desk } = country;
  const quiet = { send: async () => {} };
  const room: MailRoom = {
    country,
    desk,
    letters: [],
    answer: { kind: 'accepted', messageId: 'm' },
    drained: true,
    async prepare({ title = '受入調査', ladder = ['-7', '1'], request = `press${pressed++}` } = {}) {
      const prepared = await prepareRound(desk, ministry, {
        program: 'koiki',
        edition: country.edition.id,
        survey: 'small',
        title,
        due: '令和9年1月29日',
        release: '2027-02-12',
        ladder,
        officeName: '医事課',
        officeTelephone: '03-0000-0000',
        request,
      });
      if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
      return prepared.value;
    },
    async open(wish) {
      const { id } = await room.prepare(wish);
      await openRound(desk, ministry, id);
      await country.runJobs();
      return room.round(id);
    },
    async round(id) {
      const found = await find(desk.table, rows.round, keys.round(id));
      if (!found) throw new Error('no round');
      return found;
    },
    notices: (kind, organisation) =>
      country
        .all()
        .filter(({ pk }) => pk.startsWith('OUT#'))
        .map((item) => rows.notice.read(item))
        .filter((one) => kind === undefined || one.kind === kind)
        .filter((one) => organisation === undefined || one.organisation === organisation),
    async deliver() {
      const mailer = {
        ready: async () => true,
        async send(letter: Letter): Promise<Sent> {
          if (room.answer.kind === 'accepted') room.letters.push(letter);
          return room.answer;
        },
      };
      for (const one of room.notices()) {
        await sendNotice(desk, mailer, 'https://renkei.example', keys.notice(one.round, one.id));
      }
    },
    async tell(notice, evidence, reason) {
      if (!notice) throw new Error('no such mail');
      const more = reason === undefined ? {} : { reason };
      await settleNotice(desk, {
        round: notice.round,
        notice: notice.id,
        evidence,
        messageId: 'm',
        at: desk.world.now(),
        ...more,
      });
    },
    async tickAt(instant) {
      country.at(instant);
      const queues = { jobs: quiet, mails: quiet, mailEvents: { empty: async () => room.drained } };
      const ticked = await tick(desk, queues);
      await country.runJobs();
      return ticked;
    },
    async contacts(organisation, ...contacts) {
      await desk.table.write({ update: keys.organisation(organisation), set: { contacts } });
    },
  };
  return room;
}
