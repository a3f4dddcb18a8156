import { CfnResource, type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { FunctionEnvironments } from './function-environments.ts';

interface BundledFunctionProps<Name extends keyof FunctionEnvironments> {
  /** The bundle's folder in `.build/functions`. */
  readonly bundle: Name;
  readonly description: string;
  readonly environment: FunctionEnvironments[Name];
  /** MB; Lambda gives CPU in proportion, one core at 1,769. */
  readonly memorySize: number;
  readonly timeout: Duration;
  /** Where an asynchronous call goes that has failed for good. */
  readonly deadLetterQueue?: IQueue;
}

/**
 * One Lambda of one bundle, with a role and a log of its own; the role may write that log and its traces, and what is added by `allow`.
 * The template names the bundle in the function's metadata, `renkei:bundle`.
 */
export class BundledFunction<Name extends keyof FunctionEnvironments> extends LambdaFunction {
  constructor(scope: Construct, id: string, props: BundledFunctionProps<Name>) {
    const { bundle, environment, ...rest } = props;
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${id}Role`, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What the function ${bundle} may do`,
    });
    role.addToPolicy(writeTo(logGroup));
    super(scope, id, {
      ...rest,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(`.build/functions/${bundle}`),
      handler: 'index.handler',
      environment: { ...environment },
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      tracing: Tracing.ACTIVE,
    });
    const { defaultChild } = this.node;
    if (CfnResource.isCfnResource(defaultChild)) defaultChild.addMetadata('renkei:bundle', bundle);
  }

  /** Lets the function do these actions on these resources (ARNs). */
  allow(actions: readonly string[], resources: readonly string[]): void {
    this.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }));
  }
}

function writeTo(log: LogGroup): PolicyStatement {
  return new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [log.logGroupArn] });
}
