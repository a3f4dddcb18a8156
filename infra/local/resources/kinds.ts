import type { ResourceKind } from '../site.ts';
import { cloudfrontDistribution, cloudfrontHeaders } from './cloudfront.ts';
import { dynamodbTable } from './dynamodb-table.ts';
import { eventSourceMapping } from './event-source-mapping.ts';
import { eventsRule } from './events-rule.ts';
import { httpApi, httpIntegration, httpRoute, httpStage } from './http-api.ts';
import { iamManagedPolicy, iamPolicy, iamRole } from './iam.ts';
import { lambdaFunction } from './lambda-function.ts';
import { lambdaPermission } from './lambda-permission.ts';
import { s3Bucket } from './s3-bucket.ts';
import { schedulerSchedule } from './schedule.ts';
import { sesConfigurationSet, sesEmailIdentity, sesEventDestination } from './ses.ts';
import { sqsQueue, sqsQueuePolicy } from './sqs-queue.ts';

/** Every type that is built, in the order in which it is built: a later one may look an earlier one up. */
export const kinds: readonly ResourceKind[] = [
  iamRole,
  iamPolicy,
  iamManagedPolicy,
  dynamodbTable,
  s3Bucket,
  sqsQueue,
  sqsQueuePolicy,
  lambdaFunction,
  lambdaPermission,
  httpApi,
  httpIntegration,
  httpRoute,
  httpStage,
  cloudfrontHeaders,
  cloudfrontDistribution,
  sesEmailIdentity,
  sesConfigurationSet,
  sesEventDestination,
  eventsRule,
  eventSourceMapping,
  schedulerSchedule,
];
