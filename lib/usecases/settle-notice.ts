import { isFailed } from '#lib/core/notices/follow-up.ts';
import { settledBy, statesBelow } from '#lib/core/notices/notice.ts';
import type { SesProof } from '#lib/mail/ses-event.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows, spentByMail } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { failNotice } from './fail-notice.ts';

/** Settles an outbox row by an event of SES. Events may come in any order and more than once: the weightiest stands, and what follows a failure is written once. SES's event of sending mostly says what the sender wrote already: a look costs less than a write that its condition refuses. */
export async function settleNotice(desk: Pick<Desk, 'table' | 'world'>, proof: SesProof): Promise<void> {
  const { evidence, messageId, reason, at } = proof;
  const key = keys.notice(proof.round, proof.notice);
  const over = statesBelow(evidence);
  if (evidence === 'sent') {
    const known = await find(desk.table, rows.notice, key, 'lately');
    if (known && !over.includes(known.state)) return;
  }
  if (!isFailed(evidence)) {
    await desk.table.write({
      update: key,
      set: { state: evidence, messageId, settledAt: at, reason },
      remove: spentByMail,
      expect: { oneOf: { state: over } },
    });
    return;
  }
  const notice = await find(desk.table, rows.notice, key);
  if (!notice || settledBy(notice.state, evidence) === notice.state) return;
  const dead = evidence === 'bounced' || evidence === 'complained' ? { dead: evidence } : {};
  await failNotice(desk, notice, { state: evidence, reason, messageId, at, over, ...dead });
}
