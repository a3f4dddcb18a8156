import { type Evidence, statesBelow } from '#lib/core/notices/notice.ts';
import type { Table } from '#lib/core/ports.ts';
import { keys } from '#lib/store/keys.ts';

export interface Proof {
  readonly round: string;
  readonly notice: string;
  readonly evidence: Evidence;
  readonly messageId: string;
  readonly reason?: string;
}

/** Settles an outbox row by an event of SES. Events may come in any order and more than once: the weightiest stands. */
export async function settleNotice(table: Table, proof: Proof): Promise<void> {
  await table.write({
    update: keys.notice(proof.round, proof.notice),
    set: { state: proof.evidence, messageId: proof.messageId, reason: proof.reason },
    remove: ['gsi2pk', 'gsi2sk', 'dueAt'],
    expect: { oneOf: { state: statesBelow(proof.evidence) } },
  });
}
