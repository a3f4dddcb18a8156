import type { MailEventKind } from '../ses/mail-event.ts';
import type { ResourceKind } from '../site.ts';
import { listAt, objectAt, textAt } from '../template/json.ts';

const KINDS: Readonly<Record<string, MailEventKind | undefined>> = {
  send: 'Send',
  delivery: 'Delivery',
  deliverydelay: 'DeliveryDelay',
  bounce: 'Bounce',
  complaint: 'Complaint',
  reject: 'Reject',
};

/** A domain or address that mails may come from; on one machine it counts as verified. */
export const sesEmailIdentity: ResourceKind = {
  type: 'AWS::SES::EmailIdentity',
  nameProperty: 'EmailIdentity',
  attributes: Object.fromEntries(
    [1, 2, 3].flatMap((n) => [
      [`DkimDNSTokenName${n}`, (name: string) => `local${n}._domainkey.${name}`],
      [`DkimDNSTokenValue${n}`, () => `local${n}.dkim.amazonses.com`],
    ]),
  ),
  build: ({ name }, site) => void site.mail.identities.add(name.toLowerCase()),
};

/** A configuration set: whether suppressed addresses are held back; its event destinations come separately. */
export const sesConfigurationSet: ResourceKind = {
  type: 'AWS::SES::ConfigurationSet',
  nameProperty: 'Name',
  build({ name, properties }, site) {
    const reasons = listAt(objectAt(properties, 'SuppressionOptions'), 'SuppressedReasons').map(String);
    const suppresses = new Set(properties.SuppressionOptions === undefined ? ['BOUNCE', 'COMPLAINT'] : reasons);
    site.mail.configurationSets.set(name, { suppresses, published: new Set() });
  },
};

/** Which events of a configuration set go to EventBridge; no other destination exists here. */
export const sesEventDestination: ResourceKind = {
  type: 'AWS::SES::ConfigurationSetEventDestination',
  build({ id, properties }, site) {
    const destination = objectAt(properties, 'EventDestination');
    if (textAt(destination, 'Enabled') === 'false') return;
    if (!destination.EventBridgeDestination)
      throw new Error(`the event destination ${id} is not EventBridge: not known here`);
    const name = textAt(properties, 'ConfigurationSetName') ?? '';
    const set = site.mail.configurationSets.get(name);
    if (!set)
      throw new Error(
        `the event destination ${id} names the configuration set ${name}, which the template does not have`,
      );
    for (const type of listAt(destination, 'MatchingEventTypes')) {
      const kind = KINDS[String(type).toLowerCase().replaceAll('_', '')];
      if (kind) set.published.add(kind);
    }
  },
};
