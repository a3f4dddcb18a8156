import type { Distribution } from '#lib/core/distributions/distribution.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Write } from '#lib/core/ports.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { audited } from '../audited.ts';
import type { Desk } from '../desk.ts';
import { distributionRows } from './distribution-rows.ts';

/** Keeps a distribution under its version together with the audit entry of what was done, and what goes with it; version 0 is a new one. */
export async function keepDistribution(
  desk: Pick<Desk, 'table' | 'world'>,
  actor: Actor,
  changed: Distribution,
  step: {
    readonly act: string;
    readonly detail?: Readonly<Record<string, string | number>>;
    readonly others?: readonly Write[];
  },
): Promise<Result<Distribution, { readonly kind: 'moved-meanwhile' }>> {
  const { act, detail = {}, others = [] } = step;
  const aggregate = `document#${changed.id}`;
  const trail = audited(changed.chain, { aggregate, at: desk.world.now(), actor, act, detail });
  const after: Distribution = { ...changed, version: changed.version + 1, chain: trail.chain };
  const written = await desk.table.commit([
    {
      put: distributionRows.distribution.item(after),
      expect: changed.version === 0 ? { absent: true } : { equals: { version: changed.version } },
    },
    trail.write,
    ...others,
  ]);
  return written.ok ? ok(after) : refuse({ kind: 'moved-meanwhile' });
}
