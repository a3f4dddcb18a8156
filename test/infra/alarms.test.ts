import { describe, expect, test } from 'vitest';
import { at, functions, only, resources, target } from './synthesized.ts';

const alarms = resources('AWS::CloudWatch::Alarm');

describe('an alarm', () => {
  test('says in words what people suffer and what to do', () => {
    for (const { Properties } of alarms) {
      expect(String(Properties.AlarmDescription)).toMatch(/^[A-Z][^.]+\. [A-Z].+\.$/);
    }
  });

  test('tells somebody when it begins and when it is over', () => {
    const topic = only('AWS::SNS::Topic').id;
    for (const { Properties } of alarms) {
      expect([Properties.AlarmActions, Properties.OKActions].map((told) => target(at(told, 0)))).toEqual([
        topic,
        topic,
      ]);
    }
  });

  test('watches the errors of each audience’s pages', () => {
    const watched = alarms
      .filter(({ Properties }) => Properties.MetricName === 'Errors')
      .map(
        ({ Properties }) => functions().find(({ id }) => id === target(at(Properties.Dimensions, 0, 'Value')))?.bundle,
      );
    const sites = functions().filter(({ bundle }) => !bundle.startsWith('jobs-'));
    expect(watched.sort()).toEqual(sites.map(({ bundle }) => bundle).sort());
  });

  test('watches all functions for calls turned away', () => {
    const [throttled] = alarms.filter(({ Properties }) => Properties.MetricName === 'Throttles');
    expect([throttled?.Properties.Namespace, throttled?.Properties.Dimensions]).toEqual(['AWS/Lambda', undefined]);
  });

  test('sounds when the tick falls silent', () => {
    const silent = alarms.filter(({ Properties }) => Properties.TreatMissingData === 'breaching');
    expect(silent.map(({ Properties }) => Properties.MetricName)).toEqual(['Invocations']);
  });
});
