import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PlatformClock } from '../clock.ts';
import type { ClockMover } from '../clock-mover.ts';
import type { OwnPages } from '../front/front.ts';
import type { Platform } from '../platform-contract.ts';
import { clockPage, instantOf } from './clock-page.ts';
import type { DemoContext } from './demo-context.ts';
import { demoPage } from './demo-page.ts';
import { demoStyle } from './demo-style.ts';
import { type Html, html } from './html.ts';
import { inboxPage, mailFrame, mailPage } from './inbox-pages.ts';
import { type Others, othersPage } from './others-page.ts';
import type { People } from './people.ts';
import { personasPage } from './personas-page.ts';

/** What the demo's pages show and do. */
export interface DemoParts {
  readonly admin: DemoContext;
  readonly people: People;
  readonly inbox: Platform['inbox'];
  readonly clock: PlatformClock;
  readonly mover: ClockMover;
  log(line: string): void;
}

/** Pages of the platform itself, under `/demo`: personas, inbox, clock. They are no part of a deployment. */
export function demoPages(parts: DemoParts): OwnPages {
  const { admin, people, inbox, clock, mover } = parts;
  let others: Others = { kind: 'idle' };

  function letOthersAnswer(): void {
    others = { kind: 'answering' };
    people.answerForOthers(admin).then(
      (hospitals) => {
        others = { kind: 'answered', hospitals };
      },
      (error: unknown) => {
        others = { kind: 'idle' };
        parts.log(`others: ${String(error)}`);
      },
    );
  }

  return async (request, response, body) => {
    const url = new URL(request.url ?? '/', admin.origin);
    const page = (title: string, content: Html, reloadSeconds?: number) =>
      send(
        response,
        200,
        demoPage({
          title,
          body: content,
          now: clock.instant(),
          ...(reloadSeconds === undefined ? {} : { reloadSeconds }),
        }),
      );
    if (request.method === 'POST') {
      if (isForeign(request, admin.origin)) notFound(response, clock);
      else await act(url.pathname, new URLSearchParams(body.toString('utf8')), response);
      return;
    }
    const [, , section = '', id = '', part = ''] = url.pathname.split('/');
    if (section === '') page('人物を選ぶ', personasPage(await people.list(admin)));
    else if (section === 'demo.css') send(response, 200, demoStyle, 'text/css; charset=utf-8');
    else if (section === 'clock')
      page(
        '時計',
        clockPage(clock.instant(), mover.progress(), url.searchParams.get('error')),
        mover.progress() ? 2 : undefined,
      );
    else if (section === 'others') page('ほかの病院', othersPage(others), others.kind === 'answering' ? 2 : undefined);
    else if (section === 'mail' && id === '') page('受信箱', inboxPage(inbox.list(), url.searchParams));
    else if (section === 'mail') {
      const mail = inbox.read(id);
      if (!mail) notFound(response, clock);
      else if (part === 'html') send(response, 200, mailFrame(mail));
      else page(mail.subject || '（件名なし）', mailPage(mail));
    } else notFound(response, clock);
  };

  async function act(path: string, form: URLSearchParams, response: ServerResponse): Promise<void> {
    if (path === '/demo/sign-in') {
      const signedIn = await people.signIn(admin, form.get('persona') ?? '');
      if (!signedIn) return notFound(response, clock);
      response.writeHead(303, { location: signedIn.location, 'set-cookie': [...signedIn.setCookie] }).end();
      return;
    }
    if (path === '/demo/others') {
      if (others.kind !== 'answering') letOthersAnswer();
      response.writeHead(303, { location: '/demo/others' }).end();
      return;
    }
    if (path !== '/demo/clock') return notFound(response, clock);
    const instant = instantOf(form, clock.now());
    if (typeof instant === 'string') {
      response.writeHead(303, { location: `/demo/clock?error=${encodeURIComponent(instant)}` }).end();
      return;
    }
    mover.moveTo(instant).catch((error: unknown) => parts.log(`clock: ${String(error)}`));
    response.writeHead(303, { location: '/demo/clock' }).end();
  }
}

/** A form of another site must not move the clock or sign anybody in. */
function isForeign(request: IncomingMessage, origin: string): boolean {
  const from = request.headers.origin;
  return from !== undefined && from !== origin && from !== origin.replace('localhost', '127.0.0.1');
}

function notFound(response: ServerResponse, clock: PlatformClock): void {
  const body = html`<p>お探しのページは見つかりませんでした。</p><p><a href="/demo">人物を選ぶ画面へ</a></p>`;
  send(response, 404, demoPage({ title: 'ページが見つかりません', body, now: clock.instant() }));
}

function send(response: ServerResponse, status: number, body: string, type = 'text/html; charset=utf-8'): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'content-security-policy':
      "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; form-action 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'",
  });
  response.end(body);
}
