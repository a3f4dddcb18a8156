import { App } from 'aws-cdk-lib';
import { RenkeiStack } from './renkei-stack.ts';

const app = new App({ outdir: process.env.CDK_OUTDIR ?? '.build/cdk.out' });
new RenkeiStack(app, 'Renkei', {
  description: 'Renkei: rounds, matching and notices for placing doctors where they are missing',
});
app.synth();
