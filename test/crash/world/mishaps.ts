import type { CallFate, DeliveryFate, EventFate, Fault } from '../faults.ts';
import { chance } from './chance.ts';

/** What befalls an event: its own fate, and those of all events together. */
export interface EventMishap {
  readonly number: number;
  readonly own: EventFate | undefined;
  readonly all: readonly ('twice' | 'late' | 'reversed')[];
}

/** What goes wrong in a world: calls, deliveries and events are counted since the act began, and the planned faults strike by number. */
export interface Mishaps {
  begin(seed: number, planned: readonly Fault[]): void;
  /** Chance of the act, from its seed. */
  random(): number;
  /** Counts a call, by the SDK's name for all tries of it and by what the trace says of it. */
  call(logical: string, line: string): CallFate | undefined;
  delivery(): DeliveryFate | undefined;
  event(): EventMishap;
  counted(): { readonly calls: number; readonly deliveries: number; readonly events: number };
  trace(): readonly string[];
}

/** Creates the mishaps of one world; until the first act nothing goes wrong. */
export function createMishaps(): Mishaps {
  let random = chance(0);
  let faults: readonly Fault[] = [];
  let counted = { calls: 0, deliveries: 0, events: 0 };
  let trace: string[] = [];
  let lasting = new Map<string, CallFate>();

  return {
    begin(seed, planned) {
      random = chance(seed);
      faults = planned;
      counted = { calls: 0, deliveries: 0, events: 0 };
      trace = [];
      lasting = new Map();
    },
    random: () => random(),
    call(logical, line) {
      const number = counted.calls++;
      const own = faults.find((fault) => 'call' in fault && fault.call === number);
      const fate = own && 'call' in own ? own.fate : lasting.get(logical);
      if (fate === 'refuse-all' || fate === 'lose-all') lasting.set(logical, fate);
      trace.push(`${number} ${line}${fate ? ` << ${fate}` : ''}`);
      return fate;
    },
    delivery() {
      const number = counted.deliveries++;
      const own = faults.find((fault) => 'delivery' in fault && fault.delivery === number);
      return own && 'delivery' in own ? own.fate : undefined;
    },
    event() {
      const number = counted.events++;
      const own = faults.find((fault) => 'event' in fault && fault.event === number);
      return {
        number,
        own: own && 'event' in own ? own.fate : undefined,
        all: faults.flatMap((fault) => ('events' in fault ? [fault.events] : [])),
      };
    },
    counted: () => counted,
    trace: () => trace,
  };
}
