import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { RenkeiStack } from '#infra/renkei-stack.ts';
import './synthesized.ts';

const certificateArn = 'arn:aws:acm:us-east-1:111111111111:certificate/00000000-0000-0000-0000-000000000000';
const template = (context: Record<string, string>) =>
  Template.fromStack(new RenkeiStack(new App({ context }), 'Renkei'));

describe('a deployment with a domain of its own', () => {
  const own = template({ domain: 'renkei.example.jp', certificateArn });

  test('refuses browsers that cannot speak TLS 1.2', () => {
    own.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Aliases: ['renkei.example.jp'],
        ViewerCertificate: { AcmCertificateArn: certificateArn, MinimumProtocolVersion: 'TLSv1.2_2021' },
      },
    });
  });

  test('writes that domain into the links', () => {
    own.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: { PUBLIC_ORIGIN: 'https://renkei.example.jp' } },
    });
  });
});

test('a domain without a certificate is refused', () => {
  expect(() => template({ domain: 'renkei.example.jp' })).toThrow('domain and certificateArn go together');
});

test('a firewall stands before the pages when one is named', () => {
  const webAclArn = 'arn:aws:wafv2:us-east-1:111111111111:global/webacl/renkei/00000000-0000-0000-0000-000000000000';
  template({ webAclArn }).hasResourceProperties('AWS::CloudFront::Distribution', {
    DistributionConfig: { WebACLId: webAclArn },
  });
});

test('alarms go to the address that is named', () => {
  template({ alarmMail: 'desk@renkei.example.jp' }).hasResourceProperties('AWS::SNS::Subscription', {
    Protocol: 'email',
    Endpoint: 'desk@renkei.example.jp',
  });
});
