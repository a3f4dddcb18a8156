import type { Browser, Page } from 'playwright-core';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { openSession } from '#lib/usecases/sessions.ts';

type ContextOptions = NonNullable<Parameters<Browser['newContext']>[0]>;

/** A page, in a browser of its own, in which somebody has signed in to what `serve` serves. */
export async function signedIn(
  browser: Browser,
  origin: string,
  desk: Desk,
  actor: Actor,
  options: ContextOptions = {},
): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'ja-JP', ...options })).newPage();
  await page.goto(`${origin}/enter/${await openSession(desk, actor)}`);
  return page;
}
