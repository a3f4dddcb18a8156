import {
  Alarm as CloudWatchAlarm,
  type ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

interface AlarmProps {
  readonly metric: IMetric;
  /** What people suffer while this lasts, in a sentence that somebody woken by it understands. */
  readonly errorImpact: string;
  /** What to look at or do first. */
  readonly remedy: string;
  /** The value from which it is an alarm; 1 unless said. */
  readonly threshold?: number;
  readonly comparisonOperator?: ComparisonOperator;
  /** Set when silence itself is the failure. */
  readonly silenceIsFailure?: true;
  readonly tell: ITopic;
}

/** An alarm that says in words what people suffer, told when it begins and when it is over. */
export class Alarm extends CloudWatchAlarm {
  constructor(scope: Construct, id: string, props: AlarmProps) {
    super(scope, id, {
      metric: props.metric,
      alarmDescription: `${props.errorImpact} ${props.remedy}`,
      threshold: props.threshold ?? 1,
      evaluationPeriods: 1,
      treatMissingData: props.silenceIsFailure ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      ...(props.comparisonOperator && { comparisonOperator: props.comparisonOperator }),
    });
    this.addAlarmAction(new SnsAction(props.tell));
    this.addOkAction(new SnsAction(props.tell));
  }
}
