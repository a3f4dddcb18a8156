import { type App, type Stack, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { nagReasons } from './nag-reasons.ts';

/** Makes the three rule packs a gate: synthesis throws, naming each finding that has no reason in the table. */
export function gateByNag(app: App): void {
  Validations.of(app).addPlugins(...nagPacks());
}

/** The rule packs that the template must pass. */
export const nagPacks = () => [new AwsSolutionsChecks(), new ServerlessChecks(), new NIST80053R5Checks()];

/** Marks the findings of the table as accepted; throws for a path that is not in the stack. */
export function acceptByReason(stack: Stack): void {
  for (const { rule, at, reason } of nagReasons) {
    for (const path of at) Validations.of(find(stack, path)).acknowledge({ id: rule, reason });
  }
}

function find(stack: Stack, path: string): IConstruct {
  return path.split('/').reduce<IConstruct>((scope, id) => scope.node.findChild(id), stack);
}
