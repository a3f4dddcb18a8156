import { describe, expect, test } from 'vitest';
import { mailTo, outboxOf, trialTo } from '#lib/core/announcements/announcement.ts';
import { outboxOf as documentOutboxOf } from '#lib/core/distributions/distribution.ts';
import type { Key } from '#lib/core/ports.ts';
import { keys } from '#lib/store/keys.ts';
import { mailQueues } from '#lib/store/mail-queues.ts';

async function queuedIn(...places: Key[]) {
  const prompt: Key[] = [];
  const bulk: Key[] = [];
  const into = (all: Key[]) => ({ send: async (...some: readonly Key[]) => void all.push(...some) });
  await mailQueues({ prompt: into(prompt), bulk: into(bulk) }).send(...places);
  return { prompt, bulk };
}

describe('Of the mails', () => {
  test('an announcement’s, with those tried again, go by the queue that others overtake', async () => {
    const mails = [mailTo('ref'), `${mailTo('ref')}.1`].map((id) => keys.notice(outboxOf('a1'), id));
    expect(await queuedIn(...mails)).toEqual({ prompt: [], bulk: mails });
  });

  test('a round’s, a document’s, a canary and a trial, for which somebody waits, do not', async () => {
    const mails = [
      keys.notice('r1', 'IWATE1#request#1#abcdef01'),
      keys.notice(documentOutboxOf('d1'), 'to#IWATE1'),
      keys.notice('canary', '2026-12-01T00:00:00.000Z#announcement'),
      keys.notice(outboxOf('a1'), trialTo('ref', 'press')),
    ];
    expect(await queuedIn(...mails)).toEqual({ prompt: mails, bulk: [] });
  });
});
