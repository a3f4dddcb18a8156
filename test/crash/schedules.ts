import { type CallFate, type DeliveryFate, type EventFate, type Fault, faultName, faultOf } from './faults.ts';
import type { Played } from './play.ts';
import { chance } from './world/chance.ts';

/** One thing to try: a use case, what goes wrong in it, and the seed of its chance. */
export interface Schedule {
  readonly useCase: string;
  readonly faults: readonly Fault[];
  readonly seed: number;
}

/** A schedule in one line, from which it is played again: `npm run test:crash -- --seed '…'`. */
export const seedOf = ({ useCase, faults, seed }: Schedule): string =>
  [useCase, faults.map(faultName).join('+'), seed].join('|');

/** Reads what `seedOf` wrote. */
export function scheduleOf(text: string): Schedule {
  const [useCase = '', faults = '', seed = '0'] = text.split('|');
  return { useCase, faults: faults.split('+').filter(Boolean).map(faultOf), seed: Number(seed) };
}

const always: readonly CallFate[] = [
  'throttle',
  'refuse',
  'refuse-all',
  'lose-response',
  'lose-all',
  'die-before',
  'die-after',
];
const lasting: readonly CallFate[] = ['refuse-all', 'lose-all', 'die-before', 'die-after'];
const deliveries: readonly DeliveryFate[] = ['twice', 'at-once', 'late'];
const events: readonly EventFate[] = ['twice', 'late', 'lost'];

/** Everything that can go wrong once in what a faultless playing did. */
export function singles({ counted, trace }: Pick<Played, 'counted' | 'trace'>): readonly Fault[] {
  const indexes = (count: number) => Array.from({ length: count }, (_, at) => at);
  return [
    ...trace.flatMap((line, call) => [...always, ...ofOperation(line)].map((fate) => ({ call, fate }))),
    ...indexes(counted.deliveries).flatMap((delivery) => deliveries.map((fate) => ({ delivery, fate }))),
    ...indexes(counted.events).flatMap((event) => events.map((fate) => ({ event, fate }))),
    ...(counted.events > 0 ? (['twice', 'late', 'reversed'] as const) : []).map((fate) => ({ events: fate })),
  ];
}

function ofOperation(line: string): readonly CallFate[] {
  if (/:Transact/.test(line)) return ['transaction-conflict'];
  if (/:Batch/.test(line)) return ['unprocessed'];
  return /:Query/.test(line) ? ['stale-index'] : [];
}

/** Every two things together, of those that outlast the SDK's own retries; the second may strike in what the first brought about. */
export function pairs({ counted, trace }: Pick<Played, 'counted' | 'trace'>): readonly (readonly [Fault, Fault])[] {
  const beyond = trace.length + 12;
  const strong: readonly Fault[] = [
    ...Array.from({ length: beyond }, (_, call) => lasting.map((fate) => ({ call, fate }))).flat(),
    ...Array.from({ length: counted.deliveries }, (_, delivery) =>
      deliveries.map((fate) => ({ delivery, fate })),
    ).flat(),
    ...Array.from({ length: counted.events }, (_, event) => events.map((fate) => ({ event, fate }))).flat(),
    { events: 'twice' },
    { events: 'late' },
    { events: 'reversed' },
  ];
  return strong.flatMap((first, at) =>
    strong
      .slice(at + 1)
      .filter((second) => !together(first, second))
      .map((second) => [first, second] as const),
  );
}

/** Two fates of one call or delivery are one fate. */
const together = (first: Fault, second: Fault): boolean =>
  ('call' in first && 'call' in second && first.call === second.call) ||
  ('delivery' in first && 'delivery' in second && first.delivery === second.delivery) ||
  ('event' in first && 'event' in second && first.event === second.event);

/** So many different sets of three, drawn by a seed. */
export function triples(
  played: Pick<Played, 'counted' | 'trace'>,
  count: number,
  seed: number,
): readonly (readonly Fault[])[] {
  const random = chance(seed);
  const all = singles(played);
  const one = () => all[Math.floor(random() * all.length)] ?? { events: 'twice' };
  return Array.from({ length: count }, () => [one(), one(), one()]);
}

/** Every n-th of a list, so that a sample covers its whole length. */
export function sampled<T>(list: readonly T[], count: number, seed: number): readonly T[] {
  if (count >= list.length) return list;
  const stride = list.length / count;
  const offset = chance(seed)() * stride;
  return Array.from({ length: count }, (_, at) => list[Math.floor(offset + at * stride) % list.length]).filter(
    (one) => one !== undefined,
  );
}
