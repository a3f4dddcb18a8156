import type { NamingPlace, ResourceKind } from '../site.ts';
import { isObject } from '../template/json.ts';

/** Properties of the template that are attributes of the queue. */
const ATTRIBUTES = [
  'VisibilityTimeout',
  'MessageRetentionPeriod',
  'DelaySeconds',
  'ReceiveMessageWaitTimeSeconds',
  'MaximumMessageSize',
  'RedrivePolicy',
] as const;

const url = (name: string, { gatewayEndpoint, accountId }: NamingPlace) => `${gatewayEndpoint}/${accountId}/${name}`;

/** A standard queue; its address is the gateway's, for the SDK sends to the host that a queue's URL names. */
export const sqsQueue: ResourceKind = {
  type: 'AWS::SQS::Queue',
  nameProperty: 'QueueName',
  ref: url,
  attributes: {
    Arn: (name, { region, accountId }) => `arn:aws:sqs:${region}:${accountId}:${name}`,
    QueueUrl: url,
    QueueName: (name) => name,
  },
  build({ name, properties }, site) {
    const attributes: Record<string, string> = {};
    for (const key of ATTRIBUTES) {
      const value = properties[key];
      if (value !== undefined) attributes[key] = isObject(value) ? JSON.stringify(value) : String(value);
    }
    site.sqs.createQueue(name, attributes);
  },
};

/** A queue's own policy: who outside the account's roles may send to it. */
export const sqsQueuePolicy: ResourceKind = {
  type: 'AWS::SQS::QueuePolicy',
  build({ properties }, site) {
    const queues = Array.isArray(properties.Queues) ? properties.Queues : [];
    for (const queue of queues) {
      const name = String(queue).replace(/^.*\//, '');
      site.policies.addToResource(`arn:aws:sqs:${site.region}:${site.accountId}:${name}`, properties.PolicyDocument);
    }
  },
};
