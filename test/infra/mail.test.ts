import { describe, expect, test } from 'vitest';
import { at, only, target } from './synthesized.ts';

const configurationSet = only('AWS::SES::ConfigurationSet').id;

describe('mail', () => {
  test('reports its fate, and nobody’s opening or clicking', () => {
    const { EventDestination } = only('AWS::SES::ConfigurationSetEventDestination').Properties;
    expect(at(EventDestination, 'MatchingEventTypes')).toEqual([
      'send',
      'delivery',
      'deliveryDelay',
      'bounce',
      'complaint',
      'reject',
      'renderingFailure',
    ]);
    expect(at(EventDestination, 'EventBridgeDestination', 'EventBusArn', 'Fn::Join', 1)).toContain(
      ':event-bus/default',
    );
  });

  test('reaches the queue that settles it, and only the mails of this configuration set do', () => {
    const { EventPattern, Targets } = only('AWS::Events::Rule').Properties;
    expect(EventPattern).toEqual({
      source: ['aws.ses'],
      detail: { mail: { tags: { 'ses:configuration-set': [{ Ref: configurationSet }] } } },
    });
    expect(target(at(Targets, 0, 'Arn'))).toMatch(/^QueuesMailEventsQueue/);
  });

  test('is not sent again to addresses that bounced or complained', () => {
    expect(only('AWS::SES::ConfigurationSet').Properties.SuppressionOptions).toEqual({
      SuppressedReasons: ['BOUNCE', 'COMPLAINT'],
    });
  });
});
