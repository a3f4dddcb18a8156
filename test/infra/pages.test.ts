import { describe, expect, test } from 'vitest';
import { at, functions, list, only, resources, target } from './synthesized.ts';

const { DistributionConfig } = only('AWS::CloudFront::Distribution').Properties;

describe('the routes', () => {
  test('give each audience its function, and all else to the public one', () => {
    const integrations = new Map(
      resources('AWS::ApiGatewayV2::Integration').map(({ id, Properties }) => [id, Properties]),
    );
    const routes = resources('AWS::ApiGatewayV2::Route').map(({ Properties }) => {
      const integration = integrations.get(target(at(Properties.Target, 'Fn::Join', 1, 1)) ?? '');
      const fn = functions().find(({ id }) => id === target(integration?.IntegrationUri));
      return [Properties.RouteKey, fn?.bundle, integration?.PayloadFormatVersion];
    });
    expect(routes.sort()).toEqual([
      ['$default', 'public', '2.0'],
      ['ANY /h/{proxy+}', 'hospital', '2.0'],
      ['ANY /s/sign-in', 'staff-sign-in', '2.0'],
      ['ANY /s/sign-in/{proxy+}', 'staff-sign-in', '2.0'],
      ['ANY /s/{proxy+}', 'staff', '2.0'],
    ]);
  });

  test('are throttled and logged, without addresses of people or what they typed', () => {
    const { AccessLogSettings, DefaultRouteSettings } = only('AWS::ApiGatewayV2::Stage').Properties;
    expect(DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 });
    expect(at(AccessLogSettings, 'Format')).toContain('$context.requestId');
    expect(at(AccessLogSettings, 'Format')).not.toMatch(/sourceIp|userAgent|queryString|\$context\.path/);
  });
});

describe('CloudFront', () => {
  test('never keeps a page, and keeps scripts and styles by their build id', () => {
    const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
    expect(at(DistributionConfig, 'DefaultCacheBehavior', 'CachePolicyId')).toBe(cachingDisabled);
    const [assets, ...others] = list(at(DistributionConfig, 'CacheBehaviors'));
    expect(others).toEqual([]);
    expect(at(assets, 'PathPattern')).toBe('/assets/*');
    const key = at(
      only('AWS::CloudFront::CachePolicy').Properties.CachePolicyConfig,
      'ParametersInCacheKeyAndForwardedToOrigin',
    );
    expect(key).toMatchObject({
      QueryStringsConfig: { QueryStringBehavior: 'whitelist', QueryStrings: ['v'] },
      CookiesConfig: { CookieBehavior: 'none' },
      EnableAcceptEncodingBrotli: true,
    });
  });

  test('speaks TLS on both sides and says on every answer what a browser must refuse', () => {
    for (const behavior of [
      at(DistributionConfig, 'DefaultCacheBehavior'),
      at(DistributionConfig, 'CacheBehaviors', 0),
    ]) {
      expect(at(behavior, 'ViewerProtocolPolicy')).toBe('redirect-to-https');
      expect(target(at(behavior, 'ResponseHeadersPolicyId'))).toBe(only('AWS::CloudFront::ResponseHeadersPolicy').id);
    }
    expect(at(DistributionConfig, 'Origins', 0, 'CustomOriginConfig')).toEqual({
      OriginProtocolPolicy: 'https-only',
      OriginSSLProtocols: ['TLSv1.2'],
    });
    const headers = at(
      only('AWS::CloudFront::ResponseHeadersPolicy').Properties.ResponseHeadersPolicyConfig,
      'SecurityHeadersConfig',
    );
    expect(headers).toMatchObject({
      StrictTransportSecurity: { AccessControlMaxAgeSec: 63072000 },
      ContentTypeOptions: { Override: true },
      FrameOptions: { FrameOption: 'DENY' },
      ContentSecurityPolicy: { ContentSecurityPolicy: expect.stringContaining("default-src 'none'") },
    });
  });
});
