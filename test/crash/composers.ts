import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '#lib/core/permission/actor.ts';
import { ministry } from '../support/small-country.ts';
import type { Browser } from './browser.ts';
import type { Manners } from './manners.ts';
import type { Outline } from './told.ts';
import type { WebAnswer } from './world/web.ts';

/** What the page of a form shows of it. */
const outlineIn = ({ body }: WebAnswer): Outline =>
  [...body.matchAll(/<h2>\d+　([^<]*)<\/h2>(.*?)(?=<h2>|$)/gs)].map(([, title = '', rest = '']) => [
    title,
    ...[...rest.matchAll(/<strong class="lines">([^<]*)</g)].map(([, label = '']) => label),
  ]);

/** What officers do who make forms of their own. */
export function composers({ told, hidden, as, untilDone }: Manners) {
  /** Composes until the form's page shows what is wanted, or a press led back to it. */
  async function compose(
    form: string,
    what: string,
    wanted: Outline,
    press: (own: Browser, shown: WebAnswer) => Promise<WebAnswer>,
    actor: Actor = ministry,
  ): Promise<void> {
    const own = await as(actor);
    await untilDone(what, async () => {
      const shown = await own.get(`/s/forms/${form}`);
      if (shown.status !== 200) return false;
      const done = isDeepStrictEqual(outlineIn(shown), wanted) || (await press(own, shown)).status === 303;
      if (done) told.composed.push({ form, outline: wanted });
      return done;
    });
  }

  /** Opens an editor and saves what was typed. */
  const typed =
    (form: string, page: string, query: string, fields: readonly (readonly [string, string])[]) =>
    async (own: Browser): Promise<WebAnswer> => {
      const shown = await own.get(`/s/forms/${form}/${page}${query}`);
      const carried = hidden(shown, 'csrf', ':kind', ':in', ':seen', ':request');
      return own.post(`/s/forms/${form}/${page}`, [...carried, ...fields]);
    };
  const asked = (label: string) =>
    [
      ['label', label],
      ['required', 'no'],
      ['unit', '人'],
      ['min', '0'],
      ['max', '99'],
    ] as const;

  return {
    /** Begins a form, empty or as a copy of another's version; gives its id. */
    async beginForm(title: string, start = '', outline: Outline = []): Promise<string> {
      const own = await as(ministry);
      let form = '';
      let page: WebAnswer | undefined;
      await untilDone('begin a form', async () => {
        if (page?.status !== 200) page = await own.get('/s/forms/new');
        const fields = [...hidden(page, 'csrf', 'request'), ['title', title], ['start', start]] as const;
        const done = await own.post('/s/forms/new', fields);
        if (done.status !== 303) return false;
        form = done.location.replace('/s/forms/', '');
        told.composed.push({ form, outline });
        return true;
      });
      return form;
    },
    addSection: (form: string, title: string, wanted: Outline) =>
      compose(
        form,
        'add a section',
        wanted,
        typed(form, 'sections/new', '', [
          ['title', title],
          ['minutes', '5'],
        ]),
      ),
    addQuestion: (form: string, section: string, label: string, wanted: Outline) =>
      compose(form, 'add a question', wanted, typed(form, `sections/${section}/add`, '?kind=integer', asked(label))),
    rewordQuestion: (form: string, question: string, label: string, wanted: Outline, actor?: Actor) =>
      compose(form, 'reword a question', wanted, typed(form, `questions/${question}`, '', asked(label)), actor),
    /** Presses a button beside a part, or the one that takes the newest change back. */
    pressPart: (form: string, act: string, wanted: Outline) =>
      compose(form, act, wanted, (own, shown) => {
        const value = shown.body.split('"').find((text) => text.startsWith(act)) ?? act;
        return own.post(`/s/forms/${form}`, [...hidden(shown, 'csrf', 'version', ':request'), ['act', value]]);
      }),
    /** Publishes a form's version, unless its page already lists it. */
    async publishForm(form: string, version: number) {
      const own = await as(ministry);
      const path = `/s/forms/${form}`;
      await untilDone('publish a form', async () => {
        const page = await own.get(path);
        if (page.status !== 200) return false;
        if (!page.body.includes(`${path}/versions/${version}"`)) {
          const shown = await own.get(`${path}/publish`);
          const fields = hidden(shown, 'csrf', 'draft', 'request', 'seen');
          if ((await own.post(`${path}/publish`, fields)).status !== 303) return false;
        }
        told.published.push({ form, version });
        return true;
      });
    },
  };
}
