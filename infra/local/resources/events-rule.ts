import { checkPattern } from '../events/pattern.ts';
import type { ResourceKind, Site } from '../site.ts';
import { type Json, type JsonObject, listAt, objectAt, textAt } from '../template/json.ts';

/** A rule of the default bus; its targets are queues and functions, and each must let EventBridge in by its own policy. */
export const eventsRule: ResourceKind = {
  type: 'AWS::Events::Rule',
  nameProperty: 'Name',
  attributes: { Arn: (name, { region, accountId }) => ruleArn(name, region, accountId) },
  build({ id, name, properties }, site) {
    if (properties.ScheduleExpression !== undefined)
      throw new Error(`the rule ${id} is a schedule: use EventBridge Scheduler`);
    if (textAt(properties, 'State') === 'DISABLED') return;
    const pattern = objectAt(properties, 'EventPattern');
    checkPattern(pattern);
    const arn = ruleArn(name, site.region, site.accountId);
    site.bus.addRule({
      name: id,
      pattern,
      targets: listAt(properties, 'Targets').map((target) => targetOf(target, arn, site)),
    });
  },
};

function targetOf(target: Json, ruleArnOfTarget: string, site: Site): (event: JsonObject) => Promise<void> {
  const arn = textAt(target, 'Arn') ?? '';
  const action = arn.includes(':sqs:') ? 'sqs:SendMessage' : 'lambda:InvokeFunction';
  return async (event) => {
    const need = {
      action,
      resource: arn,
      context: { 'aws:SourceArn': [ruleArnOfTarget], 'aws:SecureTransport': ['true'] },
    };
    if (!site.policies.letsService('events.amazonaws.com', need)) {
      throw new Error(`the policy of ${arn} does not let events.amazonaws.com do ${action} for ${ruleArnOfTarget}`);
    }
    if (action === 'sqs:SendMessage') await site.sqs.put(arn, event);
    else await site.functions.get(arn)?.invoke(event);
  };
}

function ruleArn(name: string, region: string, accountId: string): string {
  return `arn:aws:events:${region}:${accountId}:rule/${name}`;
}
