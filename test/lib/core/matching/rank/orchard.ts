import { defineMatching } from '#lib/core/matching/rank/define-matching.ts';
import { pairwise } from '#lib/core/matching/rank/pairwise.ts';
import type { Participant } from '#lib/core/matching/rank/participant.ts';
import type { Values } from '#lib/core/survey/form.ts';

const int = (values: Values, id: string): number | null => {
  const value = values[id];
  return typeof value === 'number' ? value : null;
};

/** A made-up scheme: growers (sources) look for cellars (hosts). */
export const orchard = defineMatching({
  version: 'orchard-1',
  citation: { document: '架空の要領', date: '2026-04-01' },
  maxWeight: 10,
  outOf: { 'for-source': 600, 'for-destination': 400 },
  enoughKnown: 50,
  ties: '同点はくじで決めます。',
  words: {
    dated: '{text}（{date} 回答）',
    missing: { source: '{label}：元の回答がありません', host: '{label}：先の回答がありません' },
  },
  source: {
    fields: {
      wanted: { kind: 'int', label: '希望', question: 'wanted' },
      crates: { kind: 'int', label: '箱', question: 'crates' },
    },
    read: ({ values }) => ({ wanted: int(values, 'wanted'), crates: int(values, 'crates') }),
  },
  host: {
    fields: {
      room: { kind: 'int', label: '広さ', question: 'room' },
      cool: { kind: 'int', label: '涼しさ', question: 'cool' },
      dry: { kind: 'int', label: '乾き', question: 'dry' },
    },
    read: ({ values }) => ({ room: int(values, 'room'), cool: int(values, 'cool'), dry: int(values, 'dry') }),
  },
  closed: (host) => (host.room === 0 ? '空きがありません' : null),
  criteria: [
    {
      id: 'room',
      label: '広さ',
      help: '',
      direction: 'for-source',
      weight: 5,
      reads: { source: ['wanted'], host: ['room'] },
      ...pairwise(
        ({ wanted }: { readonly wanted: number | null }) => wanted ?? 'any',
        ({ room }: { readonly room: number | null }) => room,
        (wanted, room) => (wanted === 'any' ? room : Math.max(0, 100 - Math.abs(wanted - room))),
      ),
      says: (_, { room }) => `広さ ${room}`,
    },
    {
      id: 'cool',
      of: 'host',
      label: '涼しさ',
      help: '',
      direction: 'for-source',
      weight: 3,
      reads: { source: [], host: ['cool'] },
      points: ({ cool }) => cool,
      says: (_, { cool }) => `涼しさ ${cool}`,
    },
    {
      id: 'dry',
      of: 'host',
      label: '乾き',
      help: '',
      direction: 'for-source',
      weight: 3,
      reads: { source: [], host: ['dry'] },
      points: ({ dry }) => dry,
      says: (_, { dry }) => `乾き ${dry}`,
    },
    {
      id: 'crates',
      of: 'source',
      label: '箱',
      help: '',
      direction: 'for-destination',
      weight: 4,
      reads: { source: ['crates'], host: [] },
      points: ({ crates }) => crates,
      says: ({ crates }) => `${crates} 箱`,
    },
  ],
});

/** A grower or a cellar with its answers; an array is several answers, oldest first. */
export function somebody(
  id: string,
  answers: Values | readonly (readonly [string, Values])[],
  more: Partial<Participant> = {},
): Participant {
  const dated = Array.isArray(answers) ? answers : [['2026-11-20', answers]];
  return {
    organisation: { id, name: `名${id}`, prefecture: id.slice(0, 2) },
    class: null,
    ownPrefectureOnly: false,
    answers: dated.map(([answeredOn, values]) => ({ form: 'f', answeredOn, values })),
    ...more,
  };
}

/** Opens what a release of these would have stored, after a way through JSON. */
export const opened = (sources: readonly Participant[], hosts: readonly Participant[], asOf = '2026-12-01') =>
  orchard.open(JSON.parse(JSON.stringify(orchard.pool({ asOf, sources, hosts }))));
