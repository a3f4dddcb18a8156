import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '#test/support/launch-chromium.ts';
import { figure, printTable, quantile } from '../print-table.ts';
import { type Files, serveCompressed } from './serve-compressed.ts';

/** An old office machine behind a slow line: CPU six times slower, 3 Mbps, 100 ms a round trip. */
const slow = { cpu: 6, bitsASecond: 3_000_000, latency: 100 } as const;

/** Loads of which the middle one counts. */
const loads = 5;

/** Prints what a form costs a browser: bytes sent, and milliseconds from navigation until a first character stands in its first field. */
export async function benchInBrowser(forms: ReadonlyMap<string, Files>): Promise<void> {
  await inChromium(async (browser) => {
    const lines: string[][] = [];
    for (const [name, files] of forms) {
      const served = await serveCompressed(files);
      const runs = [];
      for (let run = 0; run < loads; run++) {
        const before = served.sent();
        const page = await slowPage(browser);
        const stands = await fieldStands(page);
        await page.goto(served.origin, { waitUntil: 'commit' });
        await stands.come;
        await page.keyboard.insertText('a');
        await page.waitForFunction('globalThis.__typed');
        runs.push({ at: Number(await page.evaluate('globalThis.__typed')), bytes: served.sent() - before });
        await page.context().close();
      }
      const at = runs.map((run) => run.at).sort((a, b) => a - b)[Math.floor(loads / 2)] ?? 0;
      lines.push([name, figure((runs[0]?.bytes ?? 0) / 1024, 1), figure(at / 1000, 2)]);
      served.close();
    }
    printTable('In Chromium, CPU × 6, 3 Mbps, 100 ms', ['form', 'whole transfer KB', 'first input s'], lines);
    console.log('  Reach: ≤ 15 KB and ≤ 1.2 s.');
  });
}

/**
 * Resolves, once the page is under way, when its first field is laid out and has the focus; the page then keeps when a first
 * character came into it. The page itself looks, a frame at a time: asking from outside comes up to half a second late.
 */
async function fieldStands(page: Page): Promise<{ readonly come: Promise<void> }> {
  const stands = Promise.withResolvers<void>();
  await page.exposeFunction('__stands', () => stands.resolve());
  await page.addInitScript(`{
    addEventListener('input', () => { globalThis.__typed ??= performance.now(); }, true);
    const look = () => {
      const field = [...document.querySelectorAll('#app input, form input:not([type=hidden])')].find((one) => one.getClientRects().length > 0);
      if (!field) return requestAnimationFrame(look);
      field.focus();
      globalThis.__stands();
    };
    requestAnimationFrame(look);
  }`);
  return { come: stands.promise };
}

/** Pages on which the acts are done over, and how often each on one page. */
const visits = { pages: 5, times: 4 } as const;

/** Prints the times from an act to the next paint on a form, CPU six times slower: the middle one and the longest of all. */
export async function benchInteraction(
  name: string,
  files: Files,
  acts: ReadonlyMap<string, (page: Page, time: number) => Promise<void>>,
): Promise<void> {
  await inChromium(async (browser) => {
    const served = await serveCompressed(files);
    const seen = new Map([...acts.keys()].map((act) => [act, [] as number[]]));
    for (let visit = 0; visit < visits.pages; visit++) {
      const page = await slowPage(browser);
      await page.goto(served.origin);
      await page.evaluate(`globalThis.__longest = 0; new PerformanceObserver((list) => {
        for (const { duration, interactionId } of list.getEntries()) if (interactionId) globalThis.__longest = Math.max(globalThis.__longest, duration);
      }).observe({ type: 'event', durationThreshold: 16 })`);
      for (let time = 0; time < visits.times; time++) {
        for (const [act, perform] of acts) {
          await page.evaluate('globalThis.__longest = 0');
          await perform(page, time);
          await page.waitForTimeout(500);
          seen.get(act)?.push(Number(await page.evaluate('globalThis.__longest')));
        }
      }
      await page.context().close();
    }
    served.close();
    const lines = [...seen].map(([act, times]) => {
      const sorted = times.toSorted((a, b) => a - b);
      return [act, figure(quantile(sorted, 0.5)), figure(sorted.at(-1) ?? Number.NaN)];
    });
    printTable(
      `${name}, CPU × 6, ${visits.pages * visits.times} times each, to the next paint`,
      ['act', 'median ms', 'longest ms'],
      lines,
    );
    console.log('  Reach: ≤ 100 ms.');
  });
}

async function slowPage(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ja-JP' })).newPage();
  const cpu = await page.context().newCDPSession(page);
  const throughput = slow.bitsASecond / 8;
  await cpu.send('Network.enable');
  await cpu.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slow.latency,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  await cpu.send('Emulation.setCPUThrottlingRate', { rate: slow.cpu });
  return page;
}

async function inChromium(act: (browser: Browser) => Promise<void>): Promise<void> {
  const browser = await launchChromium();
  try {
    await act(browser);
  } finally {
    await browser.close();
  }
}
