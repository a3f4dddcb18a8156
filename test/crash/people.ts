import type { Organisation } from '#lib/core/organisations/organisation.ts';
import { type Actor, personName } from '#lib/core/permission/actor.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { carried, valuesOf } from '../../bench/visitor.ts';
import { hospitals, iwate, ministry, secondOfMinistry } from '../support/small-country.ts';
import { type Browser, browser } from './browser.ts';
import type { Passkey } from './passkey.ts';
import type { Place } from './place.ts';
import { smallPrograms } from './small-programs.ts';
import type { WebAnswer } from './world/web.ts';

/** What people were told has happened; it must be so whatever went wrong behind the pages. */
export interface Told {
  /** Sections whose page said 保存, newest last. */
  readonly saved: {
    readonly round: string;
    readonly organisation: string;
    readonly section: string;
    readonly values: Values;
  }[];
  /** Answers whose page said 提出. */
  readonly submitted: { readonly round: string; readonly organisation: string; readonly values: Values }[];
  /** Files whose page showed them as sent. */
  readonly attached: { readonly round: string; readonly organisation: string; readonly bytes: Uint8Array }[];
  /** Notices that a person sent again, and so took the risk of a second mail. */
  readonly resent: string[];
  /** Acts that somebody could not do at all, however often they pressed. */
  readonly inVain: string[];
}
type Values = Readonly<Record<string, unknown>>;

export const nothingTold = (): Told => ({ saved: [], submitted: [], attached: [], resent: [], inVain: [] });

/** Of the small country two that are asked and one that is told. */
export const register = hospitals.filter(({ id }) => ['IWATE1', 'IWATE2', 'TOKYO1'].includes(id));

/** Days of the round, JST. */
export const days = {
  begun: '2026-12-01T01:00:00.000Z',
  due: '2027-01-29',
  extended: '2027-02-05',
  release: '2027-02-15',
  reminder: '2027-01-22T00:30:00.000Z',
} as const;

const [program] = smallPrograms;
/** The round that people play: what is asked, and who is in the register. */
export interface Play {
  readonly survey: string;
  readonly register: readonly Organisation[];
  /** How often people do a thing over until they give up. */
  readonly tries: number;
}
const smallPlay: Play = { survey: `${program?.id}/${program?.editions[0]?.id}/small`, register, tries: 5 };

/** What ministry, prefecture and hospitals do, each as a person does it: look at the page, fill it, press, and look again when it did not work. */
export function people(place: Place, told: Told, play: Play = smallPlay) {
  const page = (answer: WebAnswer) => ({ ...answer, path: '' });
  const hidden = (answer: WebAnswer, ...names: readonly string[]) => carried(page(answer), ...names);
  const browsers = new Map<string, Promise<Browser>>();
  const as = (actor: Actor): Promise<Browser> => {
    const known = browsers.get(personName(actor)) ?? browser(place, actor);
    browsers.set(personName(actor), known);
    return known;
  };

  /** Does something over until its page says that it is done. */
  async function untilDone(what: string, once: () => Promise<boolean>): Promise<void> {
    for (let time = 0; time < play.tries; time++) {
      if (await once()) return;
      await place.wait(30_000);
    }
    told.inVain.push(what);
  }

  async function staff(
    actor: Actor,
    what: string,
    look: string,
    press: string,
    fields: (shown: WebAnswer) => readonly (readonly [string, string])[],
  ) {
    const own = await as(actor);
    let done: WebAnswer | undefined;
    await untilDone(what, async () => {
      const shown = await own.get(look);
      const wanted = fields(shown);
      if (wanted.some(([name, value]) => name === 'request' && value === '') || shown.status !== 200) return false;
      done = await own.post(press, wanted);
      return done.status === 303;
    });
    return done;
  }

  /** One asks and another confirms; true once the second was heard, or there is nothing to ask any more. */
  async function byTwo(path: string): Promise<boolean> {
    for (const [actor, press] of [
      [ministry, `${path}/propose`],
      [secondOfMinistry, path],
    ] as const) {
      const own = await as(actor);
      const shown = await own.get(path);
      if (shown.status === 303) return true;
      const done = await own.post(press, [...hidden(shown, 'csrf', 'covers'), ['confirm', 'yes']]);
      if (press === path) return done.status === 303;
    }
    return false;
  }

  const answerOf = (round: string, organisation: string) =>
    find(place.desk.table, rows.answer, keys.answer(round, organisation));
  const roundOf = (round: string) => find(place.desk.table, rows.round, keys.round(round));

  /** Signs in by a device, and sees whether the first page opens. */
  async function enters(device: Passkey): Promise<boolean> {
    const own = await browser(place);
    const csrf = hidden(await own.get('/s/sign-in'), 'csrf');
    const asked = await own.post('/s/sign-in/challenge', csrf, { script: true });
    if (asked.status !== 200) return false;
    const response = JSON.stringify(device.answer(JSON.parse(asked.body).challenge));
    const done = await own.post('/s/sign-in', [...csrf, ['response', response]]);
    return done.status === 303 && (await own.get('/s/home')).status === 200;
  }

  return {
    answerOf,
    roundOf,
    as,
    async prepare(): Promise<string> {
      const done = await staff(ministry, 'prepare', '/s/rounds/new', '/s/rounds/new', (shown) => [
        ...hidden(shown, 'csrf', 'request'),
        ['survey', play.survey],
        ['title', '小さな調査'],
        ['due-year', days.due],
        ['release-year', days.release],
        ['ladder', '-7'],
        ['officeName', '医事課'],
        ['officeTelephone', '000-0000-0000'],
      ]);
      return (
        done?.location
          .replace(/\/preview$/, '')
          .split('/')
          .at(-1) ?? ''
      );
    },
    check: (round: string) =>
      staff(ministry, 'check addresses', `/s/rounds/${round}/preview`, `/s/rounds/${round}/check`, (shown) =>
        hidden(shown, 'csrf'),
      ),
    /** Schedules the drafted announcement for a JST day and time. */
    async announce(id: string, day: string, time: string) {
      const own = await as(ministry);
      const path = `/s/announcements/${id}`;
      await untilDone('announce', async () => {
        const shown = await own.get(path);
        if (shown.body.includes(`${path}/unschedule`)) return true;
        const done = await own.post(`${path}/schedule`, [
          ...hidden(shown, 'csrf', 'count'),
          ['day', day],
          ['time', time],
        ]);
        return done.status === 303;
      });
    },
    sendDocument: (id: string) =>
      staff(ministry, 'send a document', `/s/documents/${id}`, `/s/documents/${id}/send`, (shown) =>
        hidden(shown, 'csrf', 'seen', 'version'),
      ),
    /** Sends a document again to those who have not opened it. */
    async chaseDocument(id: string) {
      const own = await as(ministry);
      const path = `/s/documents/${id}`;
      await untilDone('send a document again', async () => {
        const done = await own.post(`${path}/chase`, hidden(await own.get(path), 'csrf'));
        return done.status === 303 || done.body.includes('本日はすでに再送しました。');
      });
    },
    open: (round: string) =>
      staff(ministry, 'open', `/s/rounds/${round}/preview`, `/s/rounds/${round}/open`, (shown) => [
        ...hidden(shown, 'csrf', 'asked'),
        ['confirm', 'yes'],
      ]),
    extend: (round: string, due: string = days.extended) =>
      staff(ministry, 'extend', `/s/rounds/${round}`, `/s/rounds/${round}/extend`, (shown) => [
        ...hidden(shown, 'csrf'),
        ['due-year', due],
      ]),
    stop: (round: string) =>
      staff(ministry, 'stop', `/s/rounds/${round}`, `/s/rounds/${round}/stop`, (shown) => [
        ...hidden(shown, 'csrf'),
        ['stop-reason', '様式を直しています。'],
      ]),
    reopen: (round: string) =>
      staff(ministry, 'reopen', `/s/rounds/${round}`, `/s/rounds/${round}/reopen`, (shown) => hidden(shown, 'csrf')),
    /** One asks and another confirms; when an answer comes in between, both do so again. */
    release: (round: string) => untilDone('release', () => byTwo(`/s/rounds/${round}/release`)),
    async review(round: string, organisation: string, act: 'approve' | 'return' | 'waive') {
      const path = `/s/rounds/${round}/answers/${organisation}`;
      await staff(iwate, act, path, `${path}/${act}`, (shown) => [
        ...hidden(shown, 'csrf', 'request', 'revision'),
        [`${act}-reason`, '確認をお願いします。'],
      ]);
    },
    /** Gives a hospital leave to correct its answer after the round was released. */
    async allowCorrection(round: string, organisation: string) {
      const own = await as(ministry);
      const path = `/s/rounds/${round}/answers/${organisation}`;
      await untilDone('allow a correction', async () => {
        const shown = await own.get(path);
        if (shown.body.includes(`${path}/correction/end`)) return true;
        const reason = ['correction-reason', '人数をお確かめください。'] as const;
        return (await own.post(`${path}/correction`, [...hidden(shown, 'csrf', 'request'), reason])).status === 303;
      });
    },
    /** Takes the leave back, unless something was submitted under it. */
    async endCorrection(round: string, organisation: string) {
      const own = await as(ministry);
      const path = `/s/rounds/${round}/answers/${organisation}`;
      await untilDone('end a correction', async () => {
        const shown = await own.get(path);
        if (shown.status === 200 && !shown.body.includes(`${path}/correction/end`)) return true;
        return (await own.post(`${path}/correction/end`, hidden(shown, 'csrf', 'request'))).status === 303;
      });
    },
    /** One asks that what was corrected reaches the lists, and another confirms it. */
    async passOn(round: string, organisation: string) {
      const path = `/s/rounds/${round}/update`;
      await untilDone('pass a correction on', async () => {
        if ((await answerOf(round, organisation))?.correction === undefined) return true;
        return byTwo(path);
      });
    },
    async approveMany(round: string) {
      const own = await as(iwate);
      const path = `/s/rounds/${round}`;
      await untilDone('approve many', async () => {
        const shown = await own.get(`${path}/answers?state=to-review`);
        const ticked = valuesOf(page(shown), 'answer').map((value) => ['answer', value] as const);
        if (ticked.length === 0) return shown.status === 200;
        return (
          (await own.post(`${path}/approve?state=to-review`, [...hidden(shown, 'csrf', 'request'), ...ticked]))
            .status === 303
        );
      });
    },
    async resend(round: string, notice: string) {
      told.resent.push(notice);
      const own = await as(ministry);
      await untilDone('resend', async () => {
        const shown = await own.get(`/s/notices?round=${round}&state=unknown`);
        const done = await own.post('/s/notices/resend', [
          ...hidden(shown, 'csrf'),
          ['round', round],
          ['notice', notice],
        ]);
        const now = await find(place.desk.table, rows.notice, keys.notice(round, notice));
        return done.status === 303 || (done.status < 500 && now?.state !== 'unknown');
      });
    },
    async merge(from: string, into: string) {
      const own = await as(iwate);
      const path = `/s/organisations/${from}`;
      await untilDone('merge', async () => {
        const shown = await own.get(path);
        const done = await own.post(`${path}/merge`, [
          ...hidden(shown, 'csrf', 'request'),
          ['into', into],
          ['confirm', 'yes'],
        ]);
        return done.status === 303;
      });
    },
    async importRegister(csv: string) {
      const own = await as(ministry);
      await untilDone('import', async () => {
        const shown = await own.get('/s/organisations/import');
        const read = await own.post('/s/organisations/import', hidden(shown, 'csrf'), {
          file: { field: 'file', name: 'register.csv', content: csv },
        });
        if (read.status !== 303) return false;
        const dry = await own.get(read.location);
        const go = /action="(\/s\/organisations\/import\/[^"]+)"/.exec(dry.body)?.[1];
        return go !== undefined && (await own.post(go, hidden(dry, 'csrf'))).status === 303;
      });
    },
    /** Newest link mailed to an organisation for answering or for its list. */
    token(organisation: string): string {
      const address = play.register.find(({ id }) => id === organisation)?.contacts[0]?.email;
      const mail = place
        .mails()
        .findLast((one) => one.mail.to.includes(address ?? '') && one.mail.text.includes('/h/open#'));
      return /\/h\/open#([\w-]+)/.exec(mail?.mail.text ?? '')?.[1] ?? '';
    },
    async enter(token: string): Promise<Browser> {
      const own = await browser(place);
      await untilDone('enter', async () => (await own.post('/h/open', [['code', token]])).status === 303);
      return own;
    },
    async save(
      own: Browser,
      round: string,
      organisation: string,
      section: string,
      values: Values,
      act: 'auto' | 'next' = 'auto',
      typed: readonly (readonly [string, string])[] = Object.entries(values).map(([name, one]) => [name, String(one)]),
    ) {
      const path = `/h/rounds/${round}/sections/${section}`;
      await untilDone(`save ${section}`, async () => {
        const shown = await own.get(path);
        const fields = [...hidden(shown, 'csrf', ':version', ':base'), ...typed, [':act', act]] as const;
        const answer = await own.post(path, fields, { script: act === 'auto' });
        const saved = act === 'auto' ? answer.body.includes('"kind":"saved"') : answer.status === 303;
        if (saved) told.saved.push({ round, organisation, section, values });
        return saved;
      });
    },
    /** Submits, unless leave to correct is what it would be submitted under and was taken back. */
    async submit(
      own: Browser,
      round: string,
      organisation: string,
      values: Values,
      under: 'round' | 'leave' = 'round',
    ) {
      await untilDone('submit', async () => {
        if (under === 'leave' && (await answerOf(round, organisation))?.correction === undefined) return true;
        const shown = await own.get(`/h/rounds/${round}/check`);
        const done = await own.post(`/h/rounds/${round}/submit`, [
          ...hidden(shown, 'csrf', 'request'),
          ['sure', 'yes'],
        ]);
        const submitted = done.status === 303 && done.location.endsWith('/done');
        if (submitted) told.submitted.push({ round, organisation, values });
        return submitted;
      });
    },
    /** Sends a picture to a section's question, unless the page already shows it. */
    async attach(own: Browser, round: string, organisation: string, bytes: Uint8Array) {
      const path = `/h/rounds/${round}/sections/pictures`;
      const [name, question] = ['外観.jpg', 'pictures'];
      await untilDone('attach', async () => {
        const shown = await own.get(path);
        const there = valuesOf(page(shown), question);
        if (there.length === 0) {
          const fields = [...hidden(shown, 'csrf', ':version', ':base'), [':act', `attach:${question}`]] as const;
          const file = { field: `:file.${question}`, name, content: bytes };
          if ((await own.post(`${path}/files`, fields, { file })).status !== 303) return false;
        }
        told.attached.push({ round, organisation, bytes });
        return true;
      });
    },
    /** Downloads the questionnaire and sends it back filled in; gives where it can be looked at once it is read. */
    async handInWorkbook(own: Browser, round: string, filled: (empty: Uint8Array) => Promise<Uint8Array>) {
      const start = `/h/rounds/${round}/workbook`;
      let upload = '';
      await untilDone('hand in a workbook', async () => {
        const empty = await own.get(`${start}/questionnaire/xlsx`);
        if (empty.status !== 200) return false;
        const content = await filled(new Uint8Array(Buffer.from(empty.body, 'latin1')));
        const file = { field: 'file', name: '回答.xlsx', content };
        upload = (await own.post(start, hidden(await own.get(start), 'csrf'), { file })).location;
        return upload !== '';
      });
      return upload;
    },
    /** Looks at what a workbook that was read would change, and takes it in. */
    async takeWorkbook(
      own: Browser,
      round: string,
      organisation: string,
      upload: string,
      sections: Readonly<Record<string, Values>>,
    ) {
      await untilDone('take a workbook', async () => {
        const shown = await own.get(upload);
        const isDone = shown.body.includes('件の回答を保存しました');
        if (!isDone && !shown.body.includes('name="seen"')) return false;
        if (!isDone && (await own.post(upload, hidden(shown, 'csrf', 'seen'))).status !== 303) return false;
        for (const [section, values] of Object.entries(sections))
          told.saved.push({ round, organisation, section, values });
        return true;
      });
    },
    /** Registers a device with an invitation's code; a code that is spent has done its work when the device opens the door. */
    async register(device: Passkey, code: string) {
      const own = await browser(place);
      await untilDone('register a passkey', async () => {
        const csrf = hidden(await own.get('/s/sign-in/register'), 'csrf');
        const asked = await own.post('/s/sign-in/register/challenge', [...csrf, ['code', code]], { script: true });
        const { challenge } = asked.status === 200 ? JSON.parse(asked.body) : {};
        if (challenge === undefined) return enters(device);
        const response = JSON.stringify(device.register(challenge));
        const done = await own.post('/s/sign-in/register', [...csrf, ['code', code], ['response', response]]);
        return done.status === 303 && (await own.get('/s/home')).status === 200;
      });
    },
    async signIn(device: Passkey) {
      await untilDone('sign in', () => enters(device));
    },
    async approach(own: Browser, round: string, partner: string) {
      const path = `/h/rounds/${round}/list/${partner}`;
      await untilDone('approach', async () => {
        const shown = await own.get(path);
        return (
          (await own.post(`${path}/approach`, [...hidden(shown, 'csrf'), ['message', '相談させてください。']]))
            .status === 303
        );
      });
    },
  };
}
