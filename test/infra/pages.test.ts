import { existsSync, globSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Route } from '#functions/site/site.ts';
import { functionName } from '#infra/build/bundle-functions.ts';
import { createRouteTable } from '#infra/local/front/route-table.ts';
import { at, functions, list, only, resources, target } from './synthesized.ts';

const { DistributionConfig } = only('AWS::CloudFront::Distribution').Properties;

const table = createRouteTable<string>();
for (const { id, Properties } of resources('AWS::ApiGatewayV2::Integration')) {
  const fn = functions().find(({ id }) => id === target(Properties.IntegrationUri));
  table.addIntegration(id, fn?.bundle ?? '');
}
for (const { Properties } of resources('AWS::ApiGatewayV2::Route')) {
  table.add(String(Properties.RouteKey), target(at(Properties.Target, 'Fn::Join', 1, 1)) ?? '');
}

/** Modules that say what a site answers to. */
const sites = globSync('functions/**/handler.ts')
  .map((handler) => handler.replace('handler.ts', 'routes.ts'))
  .filter((path) => existsSync(path) && functionName(path) !== 'public');

describe('the routes', () => {
  test.each(sites)('lead every page of %s to its own function', async (path) => {
    const { routes }: { routes: readonly Route<never>[] } = await import(/* @vite-ignore */ resolve(path));
    const led = routes.map((route) => {
      const address = route.path.replaceAll(/\{\w+\}/g, 'some');
      return [route.path, table.match(route.method, address)?.pool];
    });
    expect(led).toEqual(routes.map((route) => [route.path, functionName(path)]));
  });

  test('lead all else to the public pages', () => {
    for (const path of ['/', '/privacy', '/assets/app.css', '/nowhere', '/h']) {
      expect([path, table.match('GET', path)?.pool]).toEqual([path, 'public']);
    }
  });

  test('speak payload format 2.0, for any method', () => {
    for (const { Properties } of resources('AWS::ApiGatewayV2::Integration')) {
      expect(Properties.PayloadFormatVersion).toBe('2.0');
    }
    for (const { Properties } of resources('AWS::ApiGatewayV2::Route')) {
      expect(String(Properties.RouteKey)).toMatch(/^(ANY \/|\$default$)/);
    }
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
