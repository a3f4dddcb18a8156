import type { Activity } from './activity.ts';
import type { PlatformClock } from './clock.ts';
import type { DataFolder } from './data-folder.ts';
import type { DynamoEngine } from './dynamodb/engine.ts';
import type { ExpiringTable } from './dynamodb/ttl-sweeper.ts';
import type { EventBus } from './events/bus.ts';
import type { RouteTable } from './front/route-table.ts';
import type { FaultPort } from './gateway/fault-port.ts';
import type { Meter } from './gateway/meter.ts';
import type { TableKeys } from './iam/dynamodb-needs.ts';
import type { PolicyBook } from './iam/policy-book.ts';
import type { FunctionPool } from './lambda/function-pool.ts';
import type { S3Engine } from './s3/engine.ts';
import type { Scheduler } from './schedule/scheduler.ts';
import type { MailService } from './ses/mail-service.ts';
import type { SqsEngine } from './sqs/engine.ts';
import type { JsonObject } from './template/json.ts';
import type { Template } from './template/template.ts';

/** A table of the template as the platform holds it. */
export interface LocalTable extends TableKeys {
  readonly name: string;
  readonly streamArn: string;
  readonly ttl: ExpiringTable | undefined;
}

/** Everything that the resources of a template are built into. */
export interface Site {
  readonly template: Template;
  readonly region: string;
  readonly accountId: string;
  readonly gatewayEndpoint: string;
  readonly folder: DataFolder;
  readonly clock: PlatformClock;
  readonly activity: Activity;
  readonly faults: FaultPort;
  readonly meter: Meter;
  readonly policies: PolicyBook;
  readonly dynamo: DynamoEngine;
  readonly tables: Map<string, LocalTable>;
  readonly sqs: SqsEngine;
  readonly s3: S3Engine;
  readonly mail: MailService;
  readonly bus: EventBus;
  readonly scheduler: Scheduler;
  readonly routes: RouteTable;
  /** Functions by ARN. */
  readonly functions: Map<string, FunctionPool>;
  readonly maxWorkers: number;
  /** Begins the work of pollers and the like, once everything stands. */
  readonly onReady: (() => void)[];
  /** Told after each write to a table. */
  readonly onWrite: (() => void)[];
  /** Ends pollers and the like; awaited in order once no more work is taken in. */
  readonly onStop: (() => Promise<void>)[];
  /** Checks that need the whole template, run when every resource is built; each may throw. */
  readonly checks: (() => void)[];
  log(line: string): void;
}

/** A resource with its intrinsics resolved. */
export interface ResolvedResource {
  readonly id: string;
  readonly name: string;
  readonly properties: JsonObject;
}

/** What a name is made from. */
export interface NamingPlace {
  readonly stackName: string;
  readonly region: string;
  readonly accountId: string;
  /** `localhost:PORT`. */
  readonly domain: string;
  readonly gatewayEndpoint: string;
}

/** How the platform treats one CloudFormation type. */
export interface ResourceKind {
  readonly type: string;
  /** The property that may hold the physical name. */
  readonly nameProperty?: string;
  /** The value of Ref; the physical name when absent. */
  ref?(name: string, place: NamingPlace): string;
  /** The value of Fn::GetAtt by attribute. */
  readonly attributes?: Readonly<Record<string, (name: string, place: NamingPlace, id: string) => string>>;
  /** Builds the resource into the site. */
  build?(resource: ResolvedResource, site: Site): Promise<void> | void;
}
