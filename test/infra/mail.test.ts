import { describe, expect, test } from 'vitest';
import { nameOf } from '#infra/local/template/logical-id.ts';
import { at, only, resources, target } from './synthesized.ts';

const sets = resources('AWS::SES::ConfigurationSet');
const destinations = resources('AWS::SES::ConfigurationSetEventDestination');

describe('mail', () => {
  test('reports its fate, and nobody’s opening or clicking, in every stream', () => {
    expect(destinations).toHaveLength(sets.length);
    for (const { Properties } of destinations) {
      expect(at(Properties.EventDestination, 'MatchingEventTypes')).toEqual([
        'send',
        'delivery',
        'deliveryDelay',
        'bounce',
        'complaint',
        'reject',
        'renderingFailure',
      ]);
      expect(at(Properties.EventDestination, 'EventBridgeDestination', 'EventBusArn', 'Fn::Join', 1)).toContain(
        ':event-bus/default',
      );
    }
  });

  test('goes by an identity of its own for each stream', () => {
    const domains = resources('AWS::SES::EmailIdentity').map(({ Properties }) => Properties.EmailIdentity);
    const under = (name: string) => ({ 'Fn::Join': ['', [name, { Ref: 'MailDomain' }]] });
    expect(domains).toHaveLength(3);
    for (const domain of [under('link.'), under('news.'), { Ref: 'MailDomain' }])
      expect(domains).toContainEqual(domain);
  });

  test('reaches the queue that settles it, and only the mails of these configuration sets do', () => {
    const { EventPattern, Targets } = only('AWS::Events::Rule').Properties;
    expect(EventPattern).toEqual({
      source: ['aws.ses'],
      detail: { mail: { tags: { 'ses:configuration-set': sets.map(({ id }) => ({ Ref: id })) } } },
    });
    expect(target(at(Targets, 0, 'Arn'))).toMatch(/^QueuesMailEventsQueue/);
  });

  test('is held back by SES itself only where no person may lift a dead address: of announcements', () => {
    const held = sets.map(({ id, Properties }) => [nameOf(id), at(Properties.SuppressionOptions, 'SuppressedReasons')]);
    expect(Object.fromEntries(held)).toEqual({
      MailLinkConfigurationSet: [],
      MailConfigurationSet: [],
      MailAnnouncementConfigurationSet: ['BOUNCE', 'COMPLAINT'],
    });
  });
});
