import { statesBelow } from '#lib/core/notices/notice.ts';
import type { Table } from '#lib/core/ports.ts';
import type { SesProof } from '#lib/mail/ses-event.ts';
import { keys } from '#lib/store/keys.ts';

/** Settles an outbox row by an event of SES. Events may come in any order and more than once: the weightiest stands. */
export async function settleNotice(table: Table, proof: SesProof): Promise<void> {
  await table.write({
    update: keys.notice(proof.round, proof.notice),
    set: { state: proof.evidence, messageId: proof.messageId, reason: proof.reason },
    remove: ['gsi2pk', 'gsi2sk', 'dueAt', 'token'],
    expect: { oneOf: { state: statesBelow(proof.evidence) } },
  });
}
