import type { ResourceKind } from '../site.ts';
import { textAt } from '../template/json.ts';
import { functionOf } from './function-of.ts';

/** An HTTP API; its address is never used, for the distribution stands before it. */
export const httpApi: ResourceKind = {
  type: 'AWS::ApiGatewayV2::Api',
  attributes: {
    ApiId: (name) => name,
    ApiEndpoint: (name, { region }) => `https://${name}.execute-api.${region}.amazonaws.com`,
  },
  build({ id, properties }) {
    if (textAt(properties, 'ProtocolType') !== 'HTTP')
      throw new Error(`the API ${id} is not an HTTP API: not known here`);
  },
};

/** Which function a route leads to. */
export const httpIntegration: ResourceKind = {
  type: 'AWS::ApiGatewayV2::Integration',
  build({ id, name, properties }, site) {
    if (textAt(properties, 'IntegrationType') !== 'AWS_PROXY' || textAt(properties, 'PayloadFormatVersion') !== '2.0') {
      throw new Error(`the integration ${id} is not a Lambda proxy of payload format 2.0: not known here`);
    }
    site.routes.addIntegration(name, functionOf(site, textAt(properties, 'IntegrationUri') ?? ''));
  },
};

/** One route; API Gateway must be allowed to invoke the function for it. */
export const httpRoute: ResourceKind = {
  type: 'AWS::ApiGatewayV2::Route',
  build({ id, properties }, site) {
    const key = textAt(properties, 'RouteKey') ?? '';
    const authorization = textAt(properties, 'AuthorizationType') ?? 'NONE';
    if (authorization !== 'NONE') throw new Error(`the route ${id} asks for ${authorization}: not known here`);
    const pool = site.routes.add(key, (textAt(properties, 'Target') ?? '').replace(/^integrations\//, ''));
    const [method = '', path = ''] = key === '$default' ? ['*', '/$default'] : key.split(' ');
    const source = `arn:aws:execute-api:${site.region}:${site.accountId}:${textAt(properties, 'ApiId')}/$default/${method === 'ANY' ? '*' : method}${path}`;
    site.checks.push(() => {
      const need = { action: 'lambda:InvokeFunction', resource: pool.arn, context: { 'aws:SourceArn': [source] } };
      if (!site.policies.letsService('apigateway.amazonaws.com', need)) {
        throw new Error(
          `no permission of the template lets apigateway.amazonaws.com invoke ${pool.id} for the route ${key}`,
        );
      }
    });
  },
};

/** The stage; its throttles, access log and metrics mean nothing on one machine. */
export const httpStage: ResourceKind = {
  type: 'AWS::ApiGatewayV2::Stage',
  build({ id, properties }) {
    if (textAt(properties, 'StageName') !== '$default')
      throw new Error(`the stage ${id} is not $default: not known here`);
  },
};
