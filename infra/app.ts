import { App } from 'aws-cdk-lib';
import { acceptByReason, gateByNag } from './nag.ts';
import { RenkeiStack } from './renkei-stack.ts';

const app = new App({ outdir: process.env.CDK_OUTDIR ?? '.build/cdk.out' });
const stack = new RenkeiStack(app, 'Renkei', {
  description: 'Renkei: rounds, matching and notices for placing doctors where they are missing',
});
acceptByReason(stack);
gateByNag(app);
app.synth();
