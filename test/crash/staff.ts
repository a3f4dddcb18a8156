import type { Actor } from '#lib/core/permission/actor.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { iwate, ministry, secondOfMinistry } from '../support/small-country.ts';
import { browser } from './browser.ts';
import type { Manners } from './manners.ts';
import type { Passkey } from './passkey.ts';
import { days } from './small-play.ts';
import type { WebAnswer } from './world/web.ts';

/** What the ministry and the prefectures do. */
export function staff({ place, told, play, hidden, shownIn, as, untilDone, answerOf }: Manners) {
  async function pressed(
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

  /** Sets the sending of something for a JST day and time, unless it is set already. */
  async function scheduled(
    what: string,
    path: string,
    seen: readonly string[],
    then: { readonly day: string; readonly time: string },
  ): Promise<void> {
    const own = await as(ministry);
    await untilDone(what, async () => {
      const shown = await own.get(path);
      if (shown.body.includes(`${path}/unschedule`)) return true;
      const done = await own.post(`${path}/schedule`, [
        ...hidden(shown, 'csrf', ...seen),
        ['day', then.day],
        ['time', then.time],
      ]);
      return done.status === 303;
    });
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

  /** Fills in the page of a new round and tells the round's id. */
  async function prepares(actor: Actor, page: string, asks: readonly (readonly [string, string])[]): Promise<string> {
    const done = await pressed(actor, 'prepare', page, '/s/rounds/new', (shown) => [
      ...hidden(shown, 'csrf', 'request'),
      ...asks,
      ['title', '小さな調査'],
      ['due-year', days.due],
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
  }

  return {
    prepare: () =>
      prepares(ministry, '/s/rounds/new', [
        ['survey', play.survey],
        ['release-year', days.release],
      ]),
    /** A prefecture asks all hospitals of its own by a form that it published ("id@version"). */
    prepareOwn: (form: string) =>
      prepares(iwate, `/s/rounds/new?form=${form}`, [
        ['form', form],
        ['survey', play.survey.split('/').slice(0, 2).join('/')],
        ['asks', 'every'],
      ]),
    check: (round: string) =>
      pressed(ministry, 'check addresses', `/s/rounds/${round}/preview`, `/s/rounds/${round}/check`, (shown) =>
        hidden(shown, 'csrf'),
      ),
    /** Schedules the drafted announcement for a JST day and time. */
    announce: (id: string, day: string, time: string) =>
      scheduled('announce', `/s/announcements/${id}`, ['count'], { day, time }),
    /** The same of the drafted document. */
    scheduleDocument: (id: string, day: string, time: string) =>
      scheduled('set a document’s sending', `/s/documents/${id}`, ['seen', 'version'], { day, time }),
    sendDocument: (id: string) =>
      pressed(ministry, 'send a document', `/s/documents/${id}`, `/s/documents/${id}/send`, (shown) =>
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
    open: (round: string, actor: Actor = ministry) =>
      pressed(actor, 'open', `/s/rounds/${round}/preview`, `/s/rounds/${round}/open`, (shown) => [
        ...hidden(shown, 'csrf', 'asked'),
        ['confirm', 'yes'],
      ]),
    /** A prefecture ends the round that it asked its own hospitals by. */
    async endOwn(round: string) {
      const path = `/s/rounds/${round}`;
      await pressed(iwate, 'end', path, `${path}/end`, (shown) => [...hidden(shown, 'csrf'), ['end-confirm', 'yes']]);
    },
    extend: (round: string, due: string = days.extended) =>
      pressed(ministry, 'extend', `/s/rounds/${round}`, `/s/rounds/${round}/extend`, (shown) => [
        ...hidden(shown, 'csrf'),
        ['due-year', due],
      ]),
    stop: (round: string) =>
      pressed(ministry, 'stop', `/s/rounds/${round}`, `/s/rounds/${round}/stop`, (shown) => [
        ...hidden(shown, 'csrf'),
        ['stop-reason', '様式を直しています。'],
      ]),
    reopen: (round: string) =>
      pressed(ministry, 'reopen', `/s/rounds/${round}`, `/s/rounds/${round}/reopen`, (shown) => hidden(shown, 'csrf')),
    /** One asks and another confirms; when an answer comes in between, both do so again. */
    release: (round: string) => untilDone('release', () => byTwo(`/s/rounds/${round}/release`)),
    async review(round: string, organisation: string, act: 'approve' | 'return' | 'waive') {
      const path = `/s/rounds/${round}/answers/${organisation}`;
      await pressed(iwate, act, path, `${path}/${act}`, (shown) => [
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
        const due = ['correction-due-year', days.correctionDue] as const;
        const typed = [...hidden(shown, 'csrf', 'request'), reason, due];
        return (await own.post(`${path}/correction`, typed)).status === 303;
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
        const ticked = shownIn(shown, 'answer').map((value) => ['answer', value] as const);
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
  };
}
