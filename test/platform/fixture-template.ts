import { fileURLToPath } from 'node:url';
import type { JsonObject } from '#infra/local/template/json.ts';
import { readTemplate, type Template } from '#infra/local/template/template.ts';

const FUNCTIONS = ['Probe', 'Consumer', 'Forward', 'Tick', 'Sleeper'] as const;

/** A small template that uses every kind of resource once; `change` replaces or adds resources, undefined removes one. */
export function fixtureTemplate(change: JsonObject = {}): Template {
  const resources = Object.fromEntries(
    Object.entries({ ...fixtureResources(), ...change }).filter(([, value]) => value !== undefined),
  );
  const folders = new Map(FUNCTIONS.map((name) => [`${name}.zip`, folder(name)]));
  return readTemplate(
    'Fixture',
    { Parameters: { Domain: { Type: 'String', Default: 'mail.example' } }, Resources: resources },
    folders,
  );
}

/** A role with these statements. */
export function role(...statements: readonly JsonObject[]): JsonObject {
  return {
    Type: 'AWS::IAM::Role',
    Properties: { Policies: [{ PolicyName: 'Own', PolicyDocument: { Version: '2012-10-17', Statement: statements } }] },
  };
}

/** An Allow statement. */
export function allow(Action: readonly string[], Resource: JsonObject | readonly JsonObject[] | string): JsonObject {
  return { Effect: 'Allow', Action, Resource };
}

const arn = (id: string): JsonObject => ({ 'Fn::GetAtt': [id, 'Arn'] });
const join = (...parts: readonly (string | JsonObject)[]): JsonObject => ({ 'Fn::Join': ['', parts] });
const polled = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

function fixtureResources(): JsonObject {
  return {
    Table: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        AttributeDefinitions: ['pk', 'sk', 'gsi1pk', 'gsi1sk'].map((AttributeName) => ({
          AttributeName,
          AttributeType: 'S',
        })),
        GlobalSecondaryIndexes: [
          {
            IndexName: 'gsi1',
            KeySchema: [
              { AttributeName: 'gsi1pk', KeyType: 'HASH' },
              { AttributeName: 'gsi1sk', KeyType: 'RANGE' },
            ],
            Projection: { ProjectionType: 'ALL' },
          },
        ],
        StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
        TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      },
    },
    Work: {
      Type: 'AWS::SQS::Queue',
      Properties: { VisibilityTimeout: 600, RedrivePolicy: { deadLetterTargetArn: arn('Dead'), maxReceiveCount: 2 } },
    },
    Dead: { Type: 'AWS::SQS::Queue', Properties: {} },
    Undelivered: { Type: 'AWS::SQS::Queue', Properties: {} },
    Fates: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 60 } },
    FatesPolicy: {
      Type: 'AWS::SQS::QueuePolicy',
      Properties: {
        Queues: [{ Ref: 'Fates' }],
        PolicyDocument: {
          Statement: [
            {
              Effect: 'Allow',
              Action: 'sqs:SendMessage',
              Resource: arn('Fates'),
              Principal: { Service: 'events.amazonaws.com' },
              Condition: { ArnEquals: { 'aws:SourceArn': arn('FatesRule') } },
            },
          ],
        },
      },
    },
    FatesRule: {
      Type: 'AWS::Events::Rule',
      Properties: { EventPattern: { source: ['aws.ses'] }, Targets: [{ Id: 'queue', Arn: arn('Fates') }] },
    },
    Identity: { Type: 'AWS::SES::EmailIdentity', Properties: { EmailIdentity: { Ref: 'Domain' } } },
    MailSet: { Type: 'AWS::SES::ConfigurationSet', Properties: {} },
    MailEvents: {
      Type: 'AWS::SES::ConfigurationSetEventDestination',
      Properties: {
        ConfigurationSetName: { Ref: 'MailSet' },
        EventDestination: {
          Enabled: true,
          EventBridgeDestination: { EventBusArn: 'default' },
          MatchingEventTypes: ['send', 'delivery', 'bounce', 'complaint'],
        },
      },
    },
    ProbeRole: role(
      allow(
        [
          'dynamodb:PutItem',
          'dynamodb:GetItem',
          'dynamodb:UpdateItem',
          'dynamodb:ConditionCheckItem',
          'dynamodb:Query',
          'dynamodb:BatchWriteItem',
        ],
        [arn('Table'), join(arn('Table'), '/index/*')],
      ),
      {
        ...allow(['dynamodb:UpdateItem'], arn('Table')),
        Effect: 'Deny',
        Condition: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['AUD#*'] } },
      },
      allow(['sqs:SendMessage'], arn('Work')),
      allow(['ses:SendEmail', 'ses:SendRawEmail', 'ses:GetSendQuota'], '*'),
    ),
    ConsumerRole: role(allow(polled, [arn('Work'), arn('Fates')]), allow(['dynamodb:PutItem'], arn('Table'))),
    ForwardRole: role(
      allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], {
        'Fn::GetAtt': ['Table', 'StreamArn'],
      }),
      allow(['sqs:SendMessage'], arn('Work')),
    ),
    TickRole: role(allow(['dynamodb:PutItem'], arn('Table'))),
    SleeperRole: role(),
    ...Object.fromEntries(FUNCTIONS.map((name) => [name, lambda(name)])),
    FromWork: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: arn('Work'),
        FunctionName: { Ref: 'Consumer' },
        BatchSize: 10,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      },
    },
    FromFates: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: { EventSourceArn: arn('Fates'), FunctionName: { Ref: 'Consumer' }, BatchSize: 10 },
    },
    FromTable: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] },
        FunctionName: { Ref: 'Forward' },
        StartingPosition: 'TRIM_HORIZON',
        BatchSize: 100,
        MaximumRetryAttempts: 1,
        BisectBatchOnFunctionError: true,
        DestinationConfig: { OnFailure: { Destination: arn('Undelivered') } },
        FilterCriteria: {
          Filters: [{ Pattern: '{"eventName":["INSERT"],"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"OUT#"}]}}}}' }],
        },
      },
    },
    Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP', Name: 'Api' } },
    ProbePages: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: { IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0', IntegrationUri: arn('Probe') },
    },
    SleepPages: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: { IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0', IntegrationUri: arn('Sleeper') },
    },
    ProbeRoute: route('ANY /p/{proxy+}', 'ProbePages'),
    OtherRoute: route('$default', 'SleepPages'),
    ProbePermission: permission('Probe', '/*/*/p/{proxy+}'),
    OtherPermission: permission('Sleeper', '/*/*'),
    Headers: {
      Type: 'AWS::CloudFront::ResponseHeadersPolicy',
      Properties: {
        ResponseHeadersPolicyConfig: {
          SecurityHeadersConfig: { FrameOptions: { FrameOption: 'DENY', Override: true } },
        },
      },
    },
    Distribution: {
      Type: 'AWS::CloudFront::Distribution',
      Properties: { DistributionConfig: { DefaultCacheBehavior: { ResponseHeadersPolicyId: { Ref: 'Headers' } } } },
    },
    ScheduleRole: role(allow(['lambda:InvokeFunction'], [arn('Tick'), join(arn('Tick'), ':*')])),
    Schedule: {
      Type: 'AWS::Scheduler::Schedule',
      Properties: { ScheduleExpression: 'rate(5 minutes)', Target: { Arn: arn('Tick'), RoleArn: arn('ScheduleRole') } },
    },
  };
}

function folder(name: string): string {
  return fileURLToPath(new URL(`./fixture/${name.toLowerCase()}`, import.meta.url));
}

function lambda(name: string): JsonObject {
  return {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Code: { S3Key: `${name}.zip` },
      Handler: 'index.handler',
      MemorySize: 256,
      Timeout: name === 'Sleeper' ? 1 : 15,
      Role: arn(`${name}Role`),
      Environment: {
        Variables: {
          TABLE_NAME: { Ref: 'Table' },
          QUEUE_URL: { Ref: 'Work' },
          ORIGIN: join('https://', { 'Fn::GetAtt': ['Distribution', 'DomainName'] }),
        },
      },
    },
  };
}

function route(RouteKey: string, integration: string): JsonObject {
  return {
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: { ApiId: { Ref: 'Api' }, RouteKey, Target: join('integrations/', { Ref: integration }) },
  };
}

function permission(name: string, path: string): JsonObject {
  return {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: arn(name),
      Principal: 'apigateway.amazonaws.com',
      SourceArn: join(
        'arn:aws:execute-api:',
        { Ref: 'AWS::Region' },
        ':',
        { Ref: 'AWS::AccountId' },
        ':',
        { Ref: 'Api' },
        path,
      ),
    },
  };
}
