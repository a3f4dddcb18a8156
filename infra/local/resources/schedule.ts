import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { nextFiring } from '../schedule/expression.ts';
import type { ResourceKind, Site } from '../site.ts';
import { objectAt, parseJson, textAt } from '../template/json.ts';
import { functionOf } from './function-of.ts';

/** Lambda tries an asynchronous event three times in all; the waits between (a minute, two) are shortened to seconds. */
const RETRY_MS = [1000, 2000];

/** A schedule that starts a function, by the platform's clock. */
export const schedulerSchedule: ResourceKind = {
  type: 'AWS::Scheduler::Schedule',
  nameProperty: 'Name',
  attributes: {
    Arn: (name, { region, accountId }) => `arn:aws:scheduler:${region}:${accountId}:schedule/default/${name}`,
  },
  build({ id, name, properties }, site) {
    if (textAt(properties, 'State') === 'DISABLED') return;
    const expression = textAt(properties, 'ScheduleExpression') ?? '';
    const timeZone = textAt(properties, 'ScheduleExpressionTimezone') ?? 'UTC';
    nextFiring(expression, timeZone, 0);
    const target = objectAt(properties, 'Target');
    const pool = functionOf(site, textAt(target, 'Arn') ?? '');
    const roleArn = textAt(target, 'RoleArn') ?? '';
    site.checks.push(() => {
      const refusal = site.policies.refuses(roleArn, `schedule ${id}`, [
        { action: 'lambda:InvokeFunction', resource: pool.arn, context: {} },
      ]);
      if (refusal) throw new Error(`the schedule ${id} cannot start ${pool.id}: ${refusal.message}`);
    });
    const input = textAt(target, 'Input');
    site.scheduler.add({
      name,
      expression,
      timeZone,
      fire: (at) => start(site, pool, input === undefined ? defaultEvent(site, name, at) : parseJson(input)),
    });
  },
};

async function start(
  site: Site,
  pool: ReturnType<typeof functionOf>,
  event: ReturnType<typeof parseJson>,
): Promise<void> {
  const fault = site.faults.delivery?.({ to: pool.id, kind: 'schedule', payload: { event } });
  if (fault?.kind === 'lost') return;
  if (fault?.kind === 'late') await pause(fault.milliseconds);
  if (fault?.kind === 'twice') await pool.invoke(event);
  for (const wait of [...RETRY_MS, 0]) {
    const outcome = await pool.invoke(event);
    if (outcome.ok || outcome.errorType === 'Stopped') return;
    await pause(wait, undefined, { ref: false });
  }
  site.log(`${pool.id}: the scheduled start failed three times`);
}

/** What EventBridge Scheduler sends when a target has no input of its own. */
function defaultEvent(site: Site, name: string, at: number) {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.scheduler',
    account: site.accountId,
    time: new Date(at).toISOString(),
    region: site.region,
    resources: [`arn:aws:scheduler:${site.region}:${site.accountId}:schedule/default/${name}`],
    detail: '{}',
  };
}
