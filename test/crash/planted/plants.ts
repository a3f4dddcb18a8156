import type { CallFate, Fault } from '../faults.ts';

/** A well-known mistake, made in a copy of the product's own modules: in each file these passages are read as others. */
export interface Plant {
  readonly name: string;
  readonly edits: readonly { readonly file: string; readonly from: string; readonly to: string }[];
  /** The use case that must show it, and by which faults it shows soonest. */
  readonly useCase: string;
  readonly shows: (fault: Fault, call: string) => boolean;
}

const sender = 'lib/usecases/send-notice.ts';
const befalls =
  (fate: CallFate, call: RegExp) =>
  (fault: Fault, line: string): boolean =>
    'call' in fault && fault.fate === fate && call.test(line);

/** The mistakes that the crash test must catch. */
export const plants: readonly Plant[] = [
  {
    name: 'send, then mark',
    edits: [
      {
        file: sender,
        from: 'const claimed = await claim(desk, key, notice, now);',
        to: "const claimed: Awaited<ReturnType<typeof claim>> = 'claimed';",
      },
      {
        file: sender,
        from: "const expect = inState('sending', notice.attempt);",
        to: "const expect = inState('pending', notice.attempt - 1);",
      },
    ],
    useCase: 'the smallest round',
    shows: (fault) => 'delivery' in fault && fault.fate === 'at-once',
  },
  {
    name: 'a lock that is dropped on any error',
    edits: [
      {
        file: sender,
        from: "case 'unknown':\n      return;",
        to: "case 'unknown':\n      await desk.table.write({ update: key, set: { state: 'pending', dueAt: now, gsi2pk: lists.dueNotices(), gsi2sk: now }, expect });\n      return;",
      },
    ],
    useCase: 'the smallest round',
    shows: befalls('lose-response', /ses:SendEmail/),
  },
  {
    name: 'claim once and never look again',
    edits: [
      {
        file: sender,
        from: '    expect: untouched(notice),\n  };',
        to: "    remove: ['gsi2pk', 'gsi2sk'],\n    expect: untouched(notice),\n  };",
      },
    ],
    useCase: 'the smallest round',
    shows: befalls('die-before', /ses:SendEmail/),
  },
  {
    name: 'an SES client that tries three times',
    edits: [{ file: 'lib/mail/ses-mailer.ts', from: 'maxAttempts: 1', to: 'maxAttempts: 3' }],
    useCase: 'the smallest round',
    shows: befalls('lose-response', /ses:SendEmail/),
  },
  {
    name: 'a bare ADD',
    edits: [
      {
        file: 'lib/store/dynamo/expression.ts',
        from: '    .map(([attribute, value]) => ',
        to: "    .map(([attribute, value]) => value === 'plus one' ? at.name(attribute) + ' = ' + at.name(attribute) + ' + ' + at.value(1) : ",
      },
      {
        file: 'lib/usecases/jobs/ask-hospitals.ts',
        from: '  await desk.table.commit([\n    { put: rows.answer.item(answer)',
        to: "  if (await desk.table.get(keys.answer(round.id, hospital.id))) return;\n  await desk.table.write({ update: keys.round(round.id), set: { asked: 'plus one' } });\n  await desk.table.commit([\n    { put: rows.answer.item(answer)",
      },
      {
        file: 'lib/usecases/jobs/ask-hospitals.ts',
        from: '{ asked: progress.total, openedAt',
        to: '{ asked: (await find(desk.table, rows.round, keys.round(round.id)))?.asked ?? 0, openedAt',
      },
    ],
    useCase: 'the smallest round',
    shows: befalls('lose-response', /run-job dynamodb:UpdateItem/),
  },
  {
    name: 'a missing condition',
    edits: [
      {
        file: sender,
        from: '    expect: untouched(notice),\n  };',
        to: '    expect: { present: true },\n  };',
      },
    ],
    useCase: 'the smallest round',
    shows: (fault) => 'delivery' in fault && fault.fate === 'at-once',
  },
  {
    name: 'a trusted index read',
    edits: [
      {
        file: 'lib/usecases/remind-hospital.ts',
        from: 'const begun = await table.commit([\n    owing,\n',
        to: 'const begun = await table.commit([\n',
      },
      {
        file: sender,
        from: 'const guards = needsDebt(notice)\n',
        to: 'const guards = needsDebt({ ...notice, kind: "receipt" })\n',
      },
    ],
    useCase: 'answer while reminders fire',
    shows: befalls('stale-index', /run-job dynamodb:Query/),
  },
  {
    name: 'an assumed order of events',
    edits: [
      {
        file: 'lib/usecases/settle-notice.ts',
        from: 'expect: { oneOf: { state: over } },',
        to: 'expect: { present: true },',
      },
      {
        file: 'lib/usecases/settle-notice.ts',
        from: 'known && !over.includes(known.state)',
        to: 'false',
      },
    ],
    useCase: 'the smallest round',
    shows: (fault) => 'events' in fault && fault.events === 'reversed',
  },
];
