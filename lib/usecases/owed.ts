import type { Expect } from '#lib/core/ports.ts';
import { owingStates } from '#lib/core/rounds/answer.ts';
import { lists } from '#lib/store/keys.ts';

/** That an answer is still owed. */
export const owed: Expect = { oneOf: { state: owingStates } };

/** That it is still owed, and there is leave to correct it: only then it stands in the list of corrections. */
export const owedUnderLeave: Expect = { ...owed, equals: { gsi2pk: lists.corrections() } };
