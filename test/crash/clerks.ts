import { readFileText } from '#lib/core/survey/file-answer.ts';
import { type Browser, browser } from './browser.ts';
import type { Manners } from './manners.ts';
import type { Values } from './told.ts';

/** What hospitals do. */
export function clerks({ place, told, play, hidden, shownIn, untilDone, answerOf }: Manners) {
  return {
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
    /** Submits, unless leave to correct is what it would be submitted under and was taken back; `or` is what is submitted when a colleague's change comes first. */
    async submit(
      own: Browser,
      round: string,
      organisation: string,
      values: Values,
      under: 'round' | 'leave' = 'round',
      or?: Values,
    ) {
      await untilDone('submit', async () => {
        if (under === 'leave' && (await answerOf(round, organisation))?.correction === undefined) return true;
        const shown = await own.get(`/h/rounds/${round}/check`);
        const done = await own.post(`/h/rounds/${round}/submit`, [
          ...hidden(shown, 'csrf', 'request'),
          ['sure', 'yes'],
        ]);
        const submitted = done.status === 303 && done.location.endsWith('/done');
        if (submitted) told.submitted.push({ round, organisation, values, or });
        return submitted;
      });
    },
    /** Sends a picture to a section's question, unless the page already shows it. */
    async attach(own: Browser, round: string, organisation: string, bytes: Uint8Array) {
      const path = `/h/rounds/${round}/sections/pictures`;
      const [name, question] = ['外観.jpg', 'pictures'];
      await untilDone('attach', async () => {
        const shown = await own.get(path);
        const there = shownIn(shown, question);
        if (there.length === 0) {
          const fields = [...hidden(shown, 'csrf', ':version', ':base'), [':act', `attach:${question}`]] as const;
          const file = { field: `:file.${question}`, name, content: bytes };
          if ((await own.post(`${path}/files`, fields, { file })).status !== 303) return false;
        }
        told.attached.push({ round, organisation, bytes });
        return true;
      });
    },
    /** Sends a picture from a page that another picture overtook; gives its text, which no answer names. */
    async leaveFile(own: Browser, round: string, organisation: string, kept: Uint8Array, left: Uint8Array) {
      const path = `/h/rounds/${round}/sections/pictures`;
      const old = await own.get(path);
      await this.attach(own, round, organisation, kept);
      const named = shownIn(await own.get(path), 'pictures');
      const fields = [...hidden(old, 'csrf', ':version', ':base'), [':act', 'attach:pictures']] as const;
      const file = { field: ':file.pictures', name: '遅れた.png', content: left };
      const met = await own.post(`${path}/files`, fields, { file });
      return shownIn(met, 'pictures').find((text) => !named.includes(text)) ?? '';
    },
    /** Sends the text of a file that was left over, until its page shows it or says that it is gone. */
    async takeUp(own: Browser, round: string, organisation: string, text: string, bytes: Uint8Array) {
      const path = `/h/rounds/${round}/sections/pictures`;
      await untilDone('take a file up', async () => {
        const shown = await own.get(path);
        const there = shownIn(shown, 'pictures');
        if (there.includes(text)) {
          told.attached.push({ round, organisation, bytes });
          return true;
        }
        const all = [...there, text].map((one) => ['pictures', one] as const);
        const fields = [...hidden(shown, 'csrf', ':version', ':base'), ...all, [':act', 'attach:pictures']] as const;
        const done = await own.post(`${path}/files`, fields);
        if (done.status === 303) told.attached.push({ round, organisation, bytes });
        return done.status === 303 || done.body.includes('もうありません');
      });
    },
    /** Texts of the pictures that the section's page shows. */
    attachedIn: async (own: Browser, round: string): Promise<readonly string[]> =>
      shownIn(await own.get(`/h/rounds/${round}/sections/pictures`), 'pictures'),
    /** Takes a file away from a section's question, until its page shows it no more, or no longer takes changes since a colleague submitted. */
    async takeAway(own: Browser, round: string, organisation: string, text: string, bytes: Uint8Array) {
      const path = `/h/rounds/${round}/sections/pictures`;
      const act = `drop:pictures:${readFileText(text)?.id}`;
      let tried = false;
      await untilDone('take a file away', async () => {
        const shown = await own.get(path);
        if (shown.status !== 200) return false;
        if (!shown.body.includes('name=":version"')) {
          if (tried) told.dropped.push({ round, organisation, bytes, unsure: true });
          return (await answerOf(round, organisation))?.state === 'submitted';
        }
        const there = shownIn(shown, 'pictures');
        const all = there.map((one) => ['pictures', one] as const);
        const fields = [...hidden(shown, 'csrf', ':version', ':base'), ...all, [':act', act]] as const;
        tried = true;
        const gone = !there.includes(text) || (await own.post(`${path}/files`, fields)).status === 303;
        if (gone) told.dropped.push({ round, organisation, bytes });
        return gone;
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
