import type { CallFault } from '#infra/local/gateway/fault-port.ts';

/** What may befall a call to AWS: what the local platform's fault port knows, and two that outlast the SDK's own retries. */
export type CallFate =
  | Exclude<CallFault['kind'], 'delay'>
  /** Every try of this call is refused. */
  | 'refuse-all'
  /** Every try of this call is carried out, and none is answered. */
  | 'lose-all';

/** What may befall a batch on its way to a function: twice in a row, twice side by side, or a quarter of an hour late. */
export type DeliveryFate = 'twice' | 'at-once' | 'late';

/** What may befall an event of SES; `lost` breaks a promise of AWS. */
export type EventFate = 'twice' | 'late' | 'lost';

/** One thing that goes wrong, by the number (from 0) of the call, delivery or event since the act began; events also all together. */
export type Fault =
  | { readonly call: number; readonly fate: CallFate }
  | { readonly delivery: number; readonly fate: DeliveryFate }
  | { readonly event: number; readonly fate: EventFate }
  | { readonly events: 'twice' | 'late' | 'reversed' };

/** A fault as one word, e.g. `call17:die-after`; what `--faults` takes. */
export const faultName = (fault: Fault): string => {
  if ('events' in fault) return `events:${fault.events}`;
  const [kind, at] =
    'call' in fault
      ? ['call', fault.call]
      : 'delivery' in fault
        ? ['delivery', fault.delivery]
        : ['event', fault.event];
  return `${kind}${at}:${fault.fate}`;
};

/** Reads what `faultName` wrote. */
export function faultOf(name: string): Fault {
  const [, kind, at, fate] = /^(call|delivery|event|events)(\d*):([a-z-]+)$/.exec(name) ?? [];
  const number = Number(at);
  switch (kind) {
    case 'call':
      return { call: number, fate: fate as CallFate };
    case 'delivery':
      return { delivery: number, fate: fate as DeliveryFate };
    case 'event':
      return { event: number, fate: fate as EventFate };
    case 'events':
      return { events: fate as 'twice' | 'late' | 'reversed' };
    default:
      throw new Error(`no fault is called ${name}`);
  }
}
