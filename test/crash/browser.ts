import { sessionCookie } from '#functions/site/cookie.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { openSession } from '#lib/usecases/sessions.ts';
import type { Place } from './place.ts';
import type { WebAnswer } from './world/web.ts';

type Fields = readonly (readonly [name: string, value: string])[];

/** A person at a browser who presses again when a page does not come. */
export interface Browser {
  get(path: string): Promise<WebAnswer>;
  post(path: string, fields: Fields, how?: { readonly script?: boolean; readonly file?: File }): Promise<WebAnswer>;
  cookie(): string;
}

/** How often somebody presses again before they give up, and how long they wait, milliseconds. */
const patience = { times: 8, wait: 20_000 } as const;

/** Opens a browser at a place; with an actor, signed in as that person. */
export async function browser(place: Place, actor?: Actor): Promise<Browser> {
  let held = actor ? (sessionCookie(await openSession(place.desk, actor)).split(';')[0] ?? '') : '';

  async function untilAnswered(ask: () => Promise<WebAnswer>): Promise<WebAnswer> {
    for (let time = 1; ; time++) {
      const answer = await ask();
      if (answer.status < 500 || time === patience.times) {
        const [set] = answer.cookies;
        if (set !== undefined) held = set.split(';')[0] ?? '';
        return answer;
      }
      await place.wait(patience.wait);
    }
  }

  return {
    cookie: () => held,
    get: (path) => untilAnswered(() => place.web({ method: 'GET', path, cookie: held })),
    post: (path, fields, { script = false, file } = {}) =>
      untilAnswered(() => {
        const form = file
          ? multipart(fields, file)
          : {
              type: 'application/x-www-form-urlencoded',
              body: new URLSearchParams(fields.map(([a, b]) => [a, b])).toString(),
            };
        return place.web({
          method: 'POST',
          path,
          cookie: held,
          accept: script ? 'application/json' : 'text/html',
          ...form,
        });
      }),
  };
}

/** A file as a form sends it. */
export interface File {
  readonly field: string;
  readonly name: string;
  readonly content: string | Uint8Array;
}

function multipart(fields: Fields, file: File): { readonly type: string; readonly body: Uint8Array } {
  const edge = 'edgeofaform';
  const parts = fields.map(([name, value]) => [`name="${name}"\r\n\r\n`, value] as const);
  const sent = [
    `name="${file.field}"; filename="${file.name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    file.content,
  ] as const;
  const body = [...parts, sent].flatMap(([head, content]) => [
    Buffer.from(`--${edge}\r\nContent-Disposition: form-data; ${head}`),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ]);
  return {
    type: `multipart/form-data; boundary=${edge}`,
    body: new Uint8Array(Buffer.concat([...body, Buffer.from(`--${edge}--\r\n`)])),
  };
}
