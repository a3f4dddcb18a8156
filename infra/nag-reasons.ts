/** A finding of cdk-nag that is accepted, and why; a rule is accepted only in the rooms named here. */
export interface NagReason {
  readonly rule: string;
  /** Paths of constructs below the stack; what stands inside one is meant with it. */
  readonly at: readonly string[];
  readonly reason: string;
}

const functions = ['Pages', 'Jobs'];

/** Every accepted finding of the packs AwsSolutions, Serverless and NIST 800-53 R5; a test fails for one that no longer occurs. */
export const nagReasons: readonly NagReason[] = [
  {
    rule: 'AwsSolutions-APIG4',
    at: ['Pages'],
    reason:
      'The pages sign people in themselves: passkeys or a hospital’s link become a session that each handler checks against one permission table; an authorizer would only repeat it.',
  },
  {
    rule: 'AwsSolutions-CFR1',
    at: ['Pages/Front/Distribution'],
    reason: 'Doctors and staff open the pages from abroad too; access rests on the session, not on the country.',
  },
  {
    rule: 'AwsSolutions-CFR2',
    at: ['Pages/Front/Distribution'],
    reason:
      'A firewall costs more than all else in a quiet month, so it is the deployment’s choice (webAclArn); without one the stage throttles and the sign-in counts its tries.',
  },
  {
    rule: 'AwsSolutions-CFR3',
    at: ['Pages/Front/Distribution'],
    reason:
      'Every request but a cached script or style reaches the API, whose access log holds it without addresses of people; a second log would hold their IP addresses in a bucket.',
  },
  {
    rule: 'AwsSolutions-CFR4',
    at: ['Pages/Front/Distribution'],
    reason:
      'CloudFront fixes the protocols of its own *.cloudfront.net certificate; with an own domain the distribution demands TLS 1.2 (TLSv1.2_2021).',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::*]',
    at: functions,
    reason:
      'X-Ray’s two actions, dynamodb:ListStreams and ses:GetSendQuota know no resource; the template tests list these four and refuse any other on *.',
  },
  {
    rule: 'AwsSolutions-SQS3',
    at: ['Queues/Undispatched'],
    reason: 'It is itself where the table’s stream sets aside what failed, and an alarm watches it.',
  },
  {
    rule: 'Serverless-SQSRedrivePolicy',
    at: [
      'Queues/Jobs/DeadLetters',
      'Queues/Mail/DeadLetters',
      'Queues/Announcements/DeadLetters',
      'Queues/MailEvents/DeadLetters',
      'Queues/Undispatched',
      'Queues/MissedTicks',
    ],
    reason: 'These are the ends of the line: what has failed for good waits here for a person, whom an alarm calls.',
  },
  {
    rule: 'Serverless-LambdaDLQ',
    at: ['Pages', 'Jobs/RunJob', 'Jobs/Dispatch', 'Jobs/SendMail', 'Jobs/SettleMail'],
    reason:
      'Called by the API, which gets the error itself, or from a queue or stream, which sets failures aside itself; only an asynchronous call uses this setting, and the tick, the one such function, has it.',
  },
  {
    rule: 'NIST.800.53.R5-LambdaDLQ',
    at: ['Pages', 'Jobs/RunJob', 'Jobs/Dispatch', 'Jobs/SendMail', 'Jobs/SettleMail'],
    reason:
      'Called by the API, which gets the error itself, or from a queue or stream, which sets failures aside itself; only an asynchronous call uses this setting, and the tick, the one such function, has it.',
  },
  {
    rule: 'Serverless-LambdaEventSourceMappingDestination',
    at: ['Jobs/RunJob', 'Jobs/SendMail', 'Jobs/SettleMail'],
    reason: 'A mapping from SQS has no destination of its own: the queue’s redrive policy sets failures aside.',
  },
  {
    rule: 'NIST.800.53.R5-LambdaConcurrency',
    at: functions,
    reason:
      'Reserving needs a quota that new accounts do not have (10), and would take from the pages what a job does not use; the mail worker is held to four a queue by its event sources, the pages by the stage’s throttle.',
  },
  {
    rule: 'NIST.800.53.R5-LambdaInsideVPC',
    at: functions,
    reason:
      'The functions reach only AWS’s own endpoints, over TLS and each by its own role; a VPC would add a NAT gateway’s price and no boundary that the roles do not draw.',
  },
  {
    rule: 'NIST.800.53.R5-IAMNoInlinePolicy',
    at: functions,
    reason: 'Each policy belongs to one role and must not be attached elsewhere; inline it goes when the role goes.',
  },
  {
    rule: 'NIST.800.53.R5-CloudWatchLogGroupEncrypted',
    at: functions,
    reason:
      'CloudWatch encrypts every log with its own key; the logs hold constant codes and ids, never an answer or an address, so a key of one’s own would protect nothing more.',
  },
  {
    rule: 'NIST.800.53.R5-DynamoDBInBackupPlan',
    at: ['Data/Table'],
    reason:
      'Point-in-time recovery restores any second of 35 days, deletion protection and retention keep the table itself; copies for longer are the deployment’s choice in AWS Backup.',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::<FilesBucket7C17EE2E.Arn>/uploads/*]',
    at: ['Jobs/RunJobRole', 'Pages/FilesRole', 'Pages/PartnerDownloadRole'],
    reason:
      'A file’s key ends in a fresh id, so a role can only name the room of the bucket; it may neither list nor leave it.',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::<FilesBucket7C17EE2E.Arn>/documents/*]',
    at: ['Pages/DocumentFilesRole', 'Pages/ReceivedRole'],
    reason:
      'A file’s key ends in a fresh id, so a role can only name the room of the bucket; it may neither list nor leave it.',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::<FilesBucket7C17EE2E.Arn>/exports/*]',
    at: ['Pages/StaffExportsRole', 'Jobs/RunJobRole'],
    reason:
      'An export’s key holds the id of its job, so a role can only name the room of the bucket; it may neither list nor leave it.',
  },
  {
    rule: 'AwsSolutions-S1',
    at: ['Files/Bucket'],
    reason:
      'Only functions reach the bucket, and each act on a file has its entry in the audit chain; a log of requests would be a second bucket that says less.',
  },
  {
    rule: 'NIST.800.53.R5-S3BucketLoggingEnabled',
    at: ['Files/Bucket'],
    reason:
      'Only functions reach the bucket, and each act on a file has its entry in the audit chain; a log of requests would be a second bucket that says less.',
  },
  {
    rule: 'NIST.800.53.R5-S3BucketReplicationEnabled',
    at: ['Files/Bucket'],
    reason:
      'S3 keeps each file in three zones, versions undo a mistake for 35 days, and the hospital has the original; a second region is the deployment’s choice.',
  },
  {
    rule: 'NIST.800.53.R5-S3DefaultEncryptionKMS',
    at: ['Files/Bucket'],
    reason:
      'S3 encrypts every file with its own key (SSE-S3); who may read is drawn by the roles alone, so a key of one’s own would cost a dollar a month and draw no other line.',
  },
  {
    rule: 'NIST.800.53.R5-SNSEncryptedKMS',
    at: ['Alarms/Topic'],
    reason:
      'CloudWatch cannot publish to a topic under AWS’s own key, and a key of one’s own costs a dollar a month; an alarm’s text names functions and queues, no person, and travels over TLS only.',
  },
  {
    rule: 'Serverless-SNSRedrivePolicy',
    at: ['Alarms/Topic'],
    reason: 'The one subscription is an e-mail address; an alarm whose mail is lost still stands in the console.',
  },
];
