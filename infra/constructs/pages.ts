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
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { BundledFunction } from './bundled-function.ts';
import { type Data, ordinary } from './data.ts';
import { Front } from './front.ts';

interface PagesProps {
  readonly data: Data;
}

/** The site: one function per audience behind one HTTP API behind CloudFront. */
export class Pages extends Construct {
  readonly api: HttpApi;
  readonly front: Front;
  readonly public: BundledFunction<'public'>;
  readonly hospital: BundledFunction<'hospital'>;
  readonly staff: BundledFunction<'staff'>;
  readonly signIn: BundledFunction<'staff-sign-in'>;

  constructor(scope: Construct, id: string, { data }: PagesProps) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', {
      createDefaultStage: false,
      description: 'Renkei, reached through CloudFront',
    });
    this.#stage();
    this.front = new Front(this, 'Front', { api: this.api });
    const common = { TABLE_NAME: data.table.tableName, PUBLIC_ORIGIN: this.front.origin };

    this.public = new BundledFunction(this, 'Public', {
      bundle: 'public',
      description: 'The front page and /assets/*; reaches no data',
      environment: {},
      memorySize: 512,
      timeout: Duration.seconds(5),
    });
    this.hospital = new BundledFunction(this, 'Hospital', {
      bundle: 'hospital',
      description: 'The pages that hospitals answer and read on',
      environment: common,
      memorySize: 1024,
      timeout: Duration.seconds(15),
    });
    this.staff = new BundledFunction(this, 'Staff', {
      bundle: 'staff',
      description: 'The pages of the ministry and the prefectures',
      environment: common,
      memorySize: 1024,
      timeout: Duration.seconds(28),
    });
    this.signIn = new BundledFunction(this, 'StaffSignIn', {
      bundle: 'staff-sign-in',
      description: "The staff's door: registering and checking passkeys",
      environment: common,
      memorySize: 1024,
      timeout: Duration.seconds(15),
    });
    data.allow(this.hospital, ...ordinary);
    data.allow(this.signIn, ...ordinary);
    data.allow(this.staff, ...ordinary, 'BatchWriteItem');

    this.#route('/h/{proxy+}', 'HospitalPages', this.hospital);
    this.#route('/s/{proxy+}', 'StaffPages', this.staff);
    this.#route('/s/sign-in', 'StaffDoor', this.signIn);
    this.#route('/s/sign-in/{proxy+}', 'StaffDoorSteps', this.signIn);
    new HttpRoute(this, 'OtherPagesRoute', {
      httpApi: this.api,
      routeKey: HttpRouteKey.DEFAULT,
      integration: new HttpLambdaIntegration('OtherPages', this.public),
    });
  }

  #route(
    path: string,
    name: string,
    fn: BundledFunction<'hospital'> | BundledFunction<'staff'> | BundledFunction<'staff-sign-in'>,
  ): void {
    this.api.addRoutes({ path, methods: [HttpMethod.ANY], integration: new HttpLambdaIntegration(name, fn) });
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
