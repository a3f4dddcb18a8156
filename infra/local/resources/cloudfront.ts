import type { ResourceKind } from '../site.ts';
import { type Json, listAt, objectAt, textAt } from '../template/json.ts';

/** The distribution: the address that people see, and which headers each behaviour adds. */
export const cloudfrontDistribution: ResourceKind = {
  type: 'AWS::CloudFront::Distribution',
  attributes: { DomainName: (_name, { domain }) => domain, Id: (name) => name },
  build({ properties }, site) {
    const config = objectAt(properties, 'DistributionConfig');
    for (const behaviour of listAt(config, 'CacheBehaviors')) {
      site.routes.addBehaviour(textAt(behaviour, 'PathPattern') ?? '*', textAt(behaviour, 'ResponseHeadersPolicyId'));
    }
    site.routes.addBehaviour('*', textAt(objectAt(config, 'DefaultCacheBehavior'), 'ResponseHeadersPolicyId'));
  },
};

/** Headers that CloudFront adds to answers; Strict-Transport-Security is left out, for there is no TLS here. */
export const cloudfrontHeaders: ResourceKind = {
  type: 'AWS::CloudFront::ResponseHeadersPolicy',
  attributes: { Id: (name) => name },
  build({ name, properties }, site) {
    const config = objectAt(properties, 'ResponseHeadersPolicyConfig');
    const security = objectAt(config, 'SecurityHeadersConfig');
    const header = (key: string, headerName: string, value: (part: Json) => string | undefined) => {
      const part = objectAt(security, key);
      const text = security[key] === undefined ? undefined : value(part);
      return text === undefined
        ? []
        : [{ name: headerName, value: text, override: textAt(part, 'Override') === 'true' }];
    };
    const custom = listAt(objectAt(config, 'CustomHeadersConfig'), 'Items').map((item) => ({
      name: textAt(item, 'Header') ?? '',
      value: textAt(item, 'Value') ?? '',
      override: textAt(item, 'Override') === 'true',
    }));
    site.routes.addHeaders(name, [
      ...header('ContentSecurityPolicy', 'content-security-policy', (part) => textAt(part, 'ContentSecurityPolicy')),
      ...header('ContentTypeOptions', 'x-content-type-options', () => 'nosniff'),
      ...header('FrameOptions', 'x-frame-options', (part) => textAt(part, 'FrameOption')),
      ...header('ReferrerPolicy', 'referrer-policy', (part) => textAt(part, 'ReferrerPolicy')),
      ...custom,
    ]);
  },
};
