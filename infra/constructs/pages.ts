import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { BundledFunction } from './bundled-function.ts';
import type { Data } from './data.ts';
import { type Files, roomNames } from './files.ts';
import { Front } from './front.ts';
import { type Site, type SiteName, siteNames, sites, type Told } from './sites.ts';

interface PagesProps {
  readonly data: Data;
  readonly files: Files;
}

/** The pages: one function a site of the table, behind one HTTP API behind CloudFront. */
export class Pages extends Construct {
  readonly api: HttpApi;
  readonly front: Front;
  /** The function of each site, by its bundle. */
  readonly functions: ReadonlyMap<SiteName, LambdaFunction>;

  constructor(scope: Construct, id: string, { data, files }: PagesProps) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', {
      createDefaultStage: false,
      description: 'Renkei, reached through CloudFront',
    });
    this.#stage();
    this.front = new Front(this, 'Front', { api: this.api });
    const told = {
      TABLE_NAME: data.table.tableName,
      FILE_BUCKET: files.bucket.bucketName,
      PUBLIC_ORIGIN: this.front.origin,
    };
    this.functions = new Map(siteNames.map((name) => [name, this.#site(name, told, data, files)]));
  }

  #site<Name extends SiteName>(bundle: Name, told: Told, data: Data, files: Files): LambdaFunction {
    const { description, memorySize, timeout, paths, rows, files: rooms = {}, environment }: Site<Name> = sites[bundle];
    const id = pascal(bundle);
    const fn = new BundledFunction<Name>(this, id, {
      bundle,
      description,
      memorySize,
      timeout: Duration.seconds(timeout),
      environment: environment(told),
    });
    if (rows.length > 0) data.allow(fn, ...rows);
    for (const room of roomNames) if (rooms[room]) files.allow(fn, room, ...rooms[room]);
    for (const path of paths) this.#route(path, new HttpLambdaIntegration(id, fn));
    return fn;
  }

  #route(path: string, integration: HttpLambdaIntegration): void {
    const routeKey = path === '$default' ? HttpRouteKey.DEFAULT : HttpRouteKey.with(path, HttpMethod.ANY);
    new HttpRoute(this, routeKey.key, { httpApi: this.api, routeKey, integration });
  }

  #stage(): void {
    const log = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 200, burstLimit: 400 },
      accessLogSettings: { destination: new LogGroupLogDestination(log), format: accessLine() },
    });
  }
}

/** One line a request, without addresses of people or query strings. */
function accessLine(): AccessLogFormat {
  const fields = ['requestId', 'requestTime', 'httpMethod', 'routeKey', 'status', 'responseLength', 'responseLatency'];
  return AccessLogFormat.custom(
    JSON.stringify(Object.fromEntries(fields.map((field) => [field, `$context.${field}`]))),
  );
}

const pascal = (name: string): string => name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
