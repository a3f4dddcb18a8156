import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Alarms } from './constructs/alarms.ts';
import { Data } from './constructs/data.ts';
import { Files } from './constructs/files.ts';
import { Jobs } from './constructs/jobs.ts';
import { Mail } from './constructs/mail.ts';
import { Pages } from './constructs/pages.ts';
import { Queues } from './constructs/queues.ts';

/** Everything that Renkei is on AWS. */
export class RenkeiStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const data = new Data(this, 'Data');
    const files = new Files(this, 'Files');
    const queues = new Queues(this, 'Queues');
    const mail = new Mail(this, 'Mail', { events: queues.mailEvents });
    const pages = new Pages(this, 'Pages', { data, files });
    const jobs = new Jobs(this, 'Jobs', { data, files, mail, queues, origin: pages.front.origin });
    new Alarms(this, 'Alarms', { pages, jobs, queues });
    new CfnOutput(this, 'PublicOrigin', { description: 'Where Renkei is', value: pages.front.origin });
  }
}
