import { addDays, dayOfInstant } from '#lib/core/calendar/day.ts';
import type { Notice } from '#lib/core/notices/notice.ts';
import { fileText } from '#lib/core/survey/file-answer.ts';
import { distributionKeys } from '#lib/store/distribution-keys.ts';
import { keys } from '#lib/store/keys.ts';
import { rows } from '#lib/store/rows.ts';
import { inviteStaff } from '#lib/usecases/accounts/invite-staff.ts';
import { saveDistribution } from '#lib/usecases/distributions/save-distribution.ts';
import { filledIn } from '../functions/workbook/filled-in.ts';
import { jpegPicture, pngPicture } from '../lib/core/files/pictures.ts';
import { draftAnnouncement, drafted as news } from '../support/drafted-announcement.ts';
import { ministry } from '../support/small-country.ts';
import { formCases } from './form-cases.ts';
import { passkey } from './passkey.ts';
import { people } from './people.ts';
import { prefectureCases } from './prefecture-cases.ts';
import { days, register } from './small-play.ts';
import { type Stage, seeded, type UseCase, useCase } from './use-case.ts';

const seats = { capacity: { places: 3 }, words: { strengths: '海と山　﨑' } } as const;
const whole = { places: 3, strengths: '海と山　﨑' };
const next = { capacity: { places: 5 }, whole: { places: 5, strengths: '海と山　﨑' } } as const;

const prepared: Stage = async (world, told) => {
  await seeded(world, told);
  return { round: await people(world, told).prepare() };
};
const opened: Stage = async (world, told) => {
  const given = await prepared(world, told);
  await people(world, told).open(given.round);
  await world.toRest(1);
  return given;
};
const drafted: Stage = async (world, told) => {
  const given = await opened(world, told);
  const they = people(world, told);
  const own = await they.enter(they.token('IWATE1'));
  await they.save(own, given.round, 'IWATE1', 'capacity', seats.capacity);
  await they.save(own, given.round, 'IWATE1', 'words', seats.words);
  return given;
};
const submitted: Stage = async (world, told) => {
  const given = await drafted(world, told);
  const they = people(world, told);
  await they.submit(await they.enter(they.token('IWATE1')), given.round, 'IWATE1', whole);
  await world.toRest(1);
  return given;
};
const returned: Stage = async (world, told) => {
  const given = await submitted(world, told);
  await people(world, told).review(given.round, 'IWATE1', 'return');
  await world.toRest(1);
  return given;
};
const approved: Stage = async (world, told) => {
  const given = await submitted(world, told);
  await people(world, told).review(given.round, 'IWATE1', 'approve');
  await world.toRest(1);
  return given;
};
const released: Stage = async (world, told) => {
  const given = await approved(world, told);
  await people(world, told).release(given.round);
  await world.toRest(1);
  return given;
};
/** One hospital may correct its answer after the release. */
const correctable: Stage = async (world, told) => {
  const given = await released(world, told);
  await people(world, told).allowCorrection(given.round, 'IWATE1');
  await world.toRest(1);
  return given;
};
/** It has done so, and the prefecture has approved. */
const corrected: Stage = async (world, told) => {
  const given = await correctable(world, told);
  await correct(people(world, told), given.round);
  await people(world, told).review(given.round, 'IWATE1', 'approve');
  await world.toRest(1);
  return given;
};
async function correct(they: ReturnType<typeof people>, round: string): Promise<void> {
  const own = await they.enter(they.token('IWATE1'));
  await they.save(own, round, 'IWATE1', 'capacity', next.capacity);
  await they.submit(own, round, 'IWATE1', next.whole);
}
/** One hospital has answered, one has not, and a reminder is due with the next tick. */
const reminding: Stage = async (world, told) => {
  const given = await submitted(world, told);
  world.time.moveTo(Date.parse(days.reminder) - 60_000);
  return given;
};
/** Two rounds ask the same hospitals, and a reminder of both is due with the next tick. */
const remindingTwice: Stage = async (world, told) => {
  await opened(world, told);
  const they = people(world, told);
  const round = await they.prepare();
  await they.open(round);
  await world.toRest(1);
  world.time.moveTo(Date.parse(days.reminder) - 60_000);
  return { round };
};
const announcing: Stage = async (world) => {
  world.time.moveTo(Date.parse(days.begun));
  await draftAnnouncement(world.desk, 3);
  await world.toRest(1);
  return { round: '' };
};
/** A draft of a document to two hospitals, with a file by name alone: nobody fetches it. */
const documentDrafted: Stage = async (world, told) => {
  const given = await seeded(world, told);
  const [program] = world.desk.programs;
  const audience = { program: program?.id ?? '', edition: program?.editions[0]?.id ?? '' };
  await saveDistribution(world.desk, ministry, {
    id: 'doc1',
    title: 'QA集の送付',
    note: 'QA集を送ります。',
    officeName: '医事課',
    officeTelephone: '03-0000-0000',
    audience: { ...audience, roles: ['destination'], prefectures: [] },
    corrects: '',
    seen: 0,
  });
  const file = fileText({ id: 'f1', kind: 'pdf', bytes: 5, name: 'QA集.pdf' });
  await world.desk.table.write({ update: distributionKeys.distribution('doc1'), set: { files: [file] } });
  return given;
};
/** The document is sent, and one of the two has opened it. */
const documentSent: Stage = async (world, told) => {
  const given = await documentDrafted(world, told);
  await people(world, told).sendDocument('doc1');
  await world.toRest(1);
  const at = new Date(world.time.now()).toISOString();
  await world.desk.table.write({
    update: distributionKeys.addressee('doc1', '03', 'IWATE1'),
    set: { openedAt: at },
    expect: { present: true },
  });
  return given;
};
const doubtful: Stage = async (world, told) => {
  const given = await opened(world, told);
  const notice: Notice = {
    round: given.round,
    id: 'IWATE1#request#lost#00000000',
    kind: 'request',
    organisation: 'IWATE1',
    to: 'kenshu@iwate1.example',
    toName: '担当',
    vars: {},
    token: 'AAAAA-AAAAA',
    state: 'unknown',
    attempt: 1,
    createdAt: world.instant(),
  };
  await world.desk.table.write({ put: rows.notice.item(notice) });
  await world.toRest(1);
  return { ...given, notice: notice.id };
};

/** A hospital whose first contact's mailbox is full, and whose second reads. */
const unreadable: Stage = async (world, told) => {
  world.time.moveTo(Date.parse(days.begun));
  const [first] = register;
  if (!first) throw new Error('the small register is empty');
  const contacts = ['softbounce@iwate1.example', 'second@iwate1.example'].map((email) => ({ name: '担当', email }));
  await world.desk.table.putAll([rows.organisation.item({ ...first, contacts })]);
  const round = await people(world, told).prepare();
  await people(world, told).open(round);
  return { round };
};
/** All but one hospital are done, and a reminder to that one is due with the next tick. */
const remindingLast: Stage = async (world, told) => {
  const given = await approved(world, told);
  world.time.moveTo(Date.parse(days.reminder) - 60_000);
  return given;
};
/** A picture that no answer took has awaited one for longer than it is kept. */
const leftOver: Stage = async (world, told) => {
  const given = await opened(world, told);
  const they = people(world, told);
  const own = await they.enter(they.token('IWATE1'));
  const left = await they.leaveFile(own, given.round, 'IWATE1', jpegPicture([]), pngPicture([]));
  if (left === '') throw new Error('no file was left over');
  world.time.moveTo(Date.parse('2026-12-17T00:00:00.000Z'));
  return { ...given, left };
};
/** Two pictures are attached, the second from a page that the first overtook. */
const attached: Stage = async (world, told) => {
  const given = await opened(world, told);
  const they = people(world, told);
  const own = await they.enter(they.token('IWATE1'));
  const left = await they.leaveFile(own, given.round, 'IWATE1', jpegPicture([]), pngPicture([]));
  await they.takeUp(own, given.round, 'IWATE1', left, pngPicture([]));
  return { ...given, left };
};
/** An answer with a picture is ready to be submitted. */
const draftedWithFile: Stage = async (world, told) => {
  const given = await drafted(world, told);
  const they = people(world, told);
  const own = await they.enter(they.token('IWATE1'));
  await they.attach(own, given.round, 'IWATE1', jpegPicture([]));
  const [left = ''] = await they.attachedIn(own, given.round);
  return { ...given, left };
};
/** It was submitted and returned. */
const returnedWithFile: Stage = async (world, told) => {
  const given = await draftedWithFile(world, told);
  const they = people(world, told);
  const own = await they.enter(they.token('IWATE1'));
  await they.submit(own, given.round, 'IWATE1', { ...whole, pictures: [given.left] });
  await world.toRest(1);
  await they.review(given.round, 'IWATE1', 'return');
  await world.toRest(1);
  return given;
};
const invited: Stage = async (world) => {
  world.time.moveTo(Date.parse(days.begun));
  const made = await inviteStaff(world.desk, ministry, { name: '厚労 太郎', office: 'ministry', request: 'new1' });
  if (!made.ok) throw new Error(made.error.kind);
  return { round: '', code: made.value.code, device: passkey(world.wiring.origin) };
};
const registered: Stage = async (world, told) => {
  const given = await invited(world, told);
  if (given.device) await people(world, told).register(given.device, given.code ?? '');
  return given;
};
const filled = (empty: Uint8Array) => filledIn(empty, { places: 7, strengths: '川と森　﨑' });

const csv = [
  '施設コード,病院名,都道府県,二次医療圏,担当者,メールアドレス',
  'IWATE1,架空IWATE1病院,岩手県,,新担当,shin@iwate1.example',
  'IWATE9,架空IWATE9病院,岩手県,,担当,kenshu@iwate9.example',
].join('\r\n');

/** Every use case that writes, each from the moment before it. */
export const useCases: readonly UseCase[] = [
  useCase('prepare a round', seeded, (they) => they.prepare()),
  useCase('check addresses', prepared, (they, { round }) => they.check(round)),
  useCase('two ticks at once while a check of addresses is due', prepared, async (_they, { round }, world) => {
    const opening = addDays(dayOfInstant(world.instant()), 3);
    await world.desk.table.write({ update: keys.round(round), set: { opening }, expect: { present: true } });
    await world.sideBySide([() => world.tick(), () => world.tick()]);
  }),
  useCase('open a round', prepared, (they, { round }) => they.open(round)),
  useCase('enter by the link', opened, (they) => they.enter(they.token('IWATE1'))),
  useCase('save in passing', opened, async (they, { round }) => {
    const own = await they.enter(they.token('IWATE1'));
    await they.save(own, round, 'IWATE1', 'capacity', seats.capacity);
    await they.save(own, round, 'IWATE1', 'capacity', next.capacity);
  }),
  useCase('save a section', drafted, async (they, { round }) => {
    const own = await they.enter(they.token('IWATE1'));
    await they.save(own, round, 'IWATE1', 'capacity', next.capacity, 'next');
  }),
  useCase('submit', drafted, async (they, { round }) =>
    they.submit(await they.enter(they.token('IWATE1')), round, 'IWATE1', whole),
  ),
  useCase('return', submitted, (they, { round }) => they.review(round, 'IWATE1', 'return')),
  useCase('submit again', returned, async (they, { round }) => {
    const own = await they.enter(they.token('IWATE1'));
    await they.save(own, round, 'IWATE1', 'capacity', next.capacity);
    await they.submit(own, round, 'IWATE1', next.whole);
  }),
  useCase('approve', submitted, (they, { round }) => they.review(round, 'IWATE1', 'approve')),
  useCase('approve all ticked', submitted, (they, { round }) => they.approveMany(round)),
  useCase('waive', opened, (they, { round }) => they.review(round, 'IWATE2', 'waive')),
  useCase('extend', opened, (they, { round }) => they.extend(round)),
  useCase('stop and take up again', opened, async (they, { round }) => {
    await they.stop(round);
    await they.reopen(round);
  }),
  useCase('extend while it opens', prepared, async (they, { round }) => {
    await they.open(round);
    await they.extend(round);
  }),
  useCase('remind', reminding, async (_they, _given, world) => {
    world.time.moveTo(Date.parse(days.reminder));
    await world.tick();
  }),
  useCase('remind of two rounds in one mail', remindingTwice, async (_they, _given, world) => {
    world.time.moveTo(Date.parse(days.reminder));
    await world.tick();
    world.time.moveTo(Date.parse(days.reminder) + 11 * 60_000);
    await world.tick();
  }),
  useCase('announce', announcing, async (they, _given, world) => {
    await they.announce(news.announcement, '2026-12-02', '9:30');
    world.time.moveTo(Date.parse('2026-12-02T00:30:00.000Z'));
    await world.tick();
  }),
  useCase('send a document', documentDrafted, (they) => they.sendDocument('doc1')),
  useCase('send a document on a day and hour', documentDrafted, async (they, _given, world) => {
    world.time.moveTo(Date.parse(days.begun));
    await they.scheduleDocument('doc1', '2026-12-02', '9:30');
    world.time.moveTo(Date.parse('2026-12-02T00:30:00.000Z'));
    await world.tick();
  }),
  useCase('send a document again', documentSent, (they) => they.chaseDocument('doc1')),
  useCase('answer while reminders fire', reminding, async (they, { round }, world) => {
    const own = await they.enter(they.token('IWATE2'));
    await they.save(own, round, 'IWATE2', 'capacity', seats.capacity);
    await they.save(own, round, 'IWATE2', 'words', seats.words);
    world.time.moveTo(Date.parse(days.reminder));
    await world.sideBySide<unknown>([() => world.tick(), () => they.submit(own, round, 'IWATE2', whole)]);
  }),
  useCase('release', approved, (they, { round }) => they.release(round)),
  useCase('allow a correction', released, (they, { round }) => they.allowCorrection(round, 'IWATE1')),
  useCase('correct after the release', correctable, (they, { round }) => correct(they, round)),
  useCase('take leave back while it is used', correctable, async (they, { round }, world) => {
    const own = await they.enter(they.token('IWATE1'));
    await they.save(own, round, 'IWATE1', 'capacity', next.capacity);
    await world.sideBySide<unknown>([
      () => they.submit(own, round, 'IWATE1', next.whole, 'leave'),
      () => they.endCorrection(round, 'IWATE1'),
    ]);
  }),
  useCase('remind of a correction while leave is taken back', correctable, async (they, { round }, world) => {
    world.time.moveTo(Date.parse(days.correctionReminder));
    await world.sideBySide<unknown>([() => world.tick(), () => they.endCorrection(round, 'IWATE1')]);
  }),
  useCase('pass a correction on', corrected, (they, { round }) => they.passOn(round, 'IWATE1')),
  useCase('submit while it is released', approved, async (they, { round }) => {
    const own = await they.enter(they.token('IWATE2'));
    await they.save(own, round, 'IWATE2', 'capacity', seats.capacity);
    await they.save(own, round, 'IWATE2', 'words', seats.words);
    await they.release(round);
  }),
  useCase('approach', released, async (they, { round }) =>
    they.approach(await they.enter(they.token('TOKYO1')), round, 'IWATE1'),
  ),
  useCase('two ticks at once while reminders are due', reminding, async (_they, _given, world) => {
    world.time.moveTo(Date.parse(days.reminder));
    await world.sideBySide([() => world.tick(), () => world.tick()]);
  }),
  useCase('reminders fire while it is released', remindingLast, async (they, { round }, world) => {
    world.time.moveTo(Date.parse(days.reminder));
    await world.sideBySide<unknown>([() => world.tick(), () => they.release(round)]);
  }),
  useCase('a full mailbox', unreadable, (_they, _given, world) => world.settle()),
  useCase('attach a file', opened, async (they, { round }) =>
    they.attach(await they.enter(they.token('IWATE1')), round, 'IWATE1', jpegPicture([])),
  ),
  useCase('take a file up while it is deleted', leftOver, async (they, { round, left = '' }, world) => {
    const own = await they.enter(they.token('IWATE1'));
    await world.sideBySide<unknown>([
      () => world.tick(),
      () => they.takeUp(own, round, 'IWATE1', left, pngPicture([])),
    ]);
  }),
  useCase('take a file away', attached, async (they, { round, left = '' }) =>
    they.takeAway(await they.enter(they.token('IWATE1')), round, 'IWATE1', left, pngPicture([])),
  ),
  useCase('take a submitted file away', returnedWithFile, async (they, { round, left = '' }) =>
    they.takeAway(await they.enter(they.token('IWATE1')), round, 'IWATE1', left, jpegPicture([])),
  ),
  useCase('take a file away while a colleague submits', draftedWithFile, async (they, { round, left = '' }, world) => {
    const [own, colleague] = [await they.enter(they.token('IWATE1')), await they.enter(they.token('IWATE1'))];
    await world.sideBySide<unknown>([
      () => they.takeAway(own, round, 'IWATE1', left, jpegPicture([])),
      () => they.submit(colleague, round, 'IWATE1', { ...whole, pictures: [left] }, 'round', whole),
    ]);
  }),
  useCase('take in a workbook', drafted, async (they, { round }, world) => {
    const own = await they.enter(they.token('IWATE1'));
    const upload = await they.handInWorkbook(own, round, filled);
    await world.toRest(1);
    await they.takeWorkbook(own, round, 'IWATE1', upload, {
      capacity: { places: 7 },
      words: { strengths: '川と森　﨑' },
    });
  }),
  useCase('register a passkey', invited, async (they, { device, code = '' }) => {
    if (device) await they.register(device, code);
  }),
  useCase('sign in', registered, async (they, { device }) => {
    if (device) await they.signIn(device);
  }),
  useCase('merge a hospital that owes an answer', opened, (they) => they.merge('IWATE2', 'IWATE1')),
  useCase('import a register', seeded, (they) => they.importRegister(csv)),
  ...formCases,
  ...prefectureCases,
  useCase('send a doubtful mail again', doubtful, (they, { round, notice = '' }) => they.resend(round, notice)),
];

/** The smallest round: its one hospital is asked, mailed and followed until all is at rest; small enough for every two faults together. */
export const smallestRound: UseCase = useCase(
  'the smallest round',
  async (world, told) => {
    world.time.moveTo(Date.parse(days.begun));
    await world.desk.table.putAll(register.slice(0, 1).map((one) => rows.organisation.item(one)));
    const round = await people(world, told).prepare();
    await people(world, told).open(round);
    return { round };
  },
  (_they, _given, world) => world.settle(),
);
