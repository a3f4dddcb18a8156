import { isDeepStrictEqual } from 'node:util';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { type AuditEntry, type Chain, isWhole } from '#lib/core/audit/entry.ts';
import { outboxOf } from '#lib/core/distributions/distribution.ts';
import type { Notice } from '#lib/core/notices/notice.ts';
import type { Item } from '#lib/core/ports.ts';
import { type Answer, owes } from '#lib/core/rounds/answer.ts';
import { answerTo, codesOf } from '#lib/core/survey/answer.ts';
import { readFileText } from '#lib/core/survey/file-answer.ts';
import { idOfTag } from '#lib/mail/compose.ts';
import { fileKeys, fileRooms } from '#lib/store/file-keys.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { sha256 } from '#lib/usecases/digest.ts';
import { distributionRows } from '#lib/usecases/distributions/distribution-rows.ts';
import { tokenHash } from '#lib/usecases/link-token.ts';
import { valuesOf } from '#lib/usecases/read-answer.ts';
import type { Told } from './told.ts';
import type { Attributes } from './world/expressions.ts';
import type { Change } from './world/memory-engine.ts';
import type { Accepted } from './world/post-office.ts';
import { wrongForms } from './wrong-forms.ts';

/** What is looked at once all is quiet. */
export interface Scene {
  readonly desk: Pick<Desk, 'table'>;
  items(): readonly Attributes[];
  mails(): readonly Accepted[];
  /** Every change of the table, oldest first; without them reminders are not held against the answers of their moment. */
  changes(): readonly Change[];
  /** Bytes of stored files by their path. */
  files?(): ReadonlyMap<string, { readonly bytes: Uint8Array }>;
  deadLetters(): readonly { readonly body: string }[];
}

/** What does not hold of a world that has come to rest, a sentence each; none when all is well. */
export async function broken(world: Scene, told: Told, rested: boolean): Promise<readonly string[]> {
  const items = world.items().map((attributes): Item => {
    const { pk, sk, ...rest } = unmarshall(Object(attributes));
    return { ...rest, pk: String(pk), sk: String(sk) };
  });
  return [
    ...told.inVain.map((what) => `somebody could not do this, however often they tried: ${what}`),
    ...(rested
      ? []
      : [
          `it did not come to rest: ${items
            .filter(({ gsi2pk }) => String(gsi2pk).startsWith('DUE#'))
            .map(({ pk, sk, state }) => `${pk} ${sk} ${state}`)
            .join(', ')}`,
        ]),
    ...world.deadLetters().map(({ body }) => `a message was given up: ${body.slice(0, 200)}`),
    ...(await lostAnswers(world, told)),
    ...(await lostFiles(world, told)),
    ...(await strayFiles(world, items)),
    ...wrongMails(world, items, told),
    ...wrongFollowers(items),
    ...remindedInVain(world),
    ...wrongForms(items, told),
    ...brokenChains(items),
    ...wrongCounts(items),
    ...halfDone(items),
    ...halfSent(items),
  ];
}

async function lostAnswers({ desk }: Scene, told: Told): Promise<string[]> {
  const problems: string[] = [];
  const newest = new Map(told.saved.map((one) => [`${one.round} ${one.organisation} ${one.section}`, one]));
  for (const { round, organisation, section, values } of newest.values()) {
    const kept = await find(desk.table, rows.draft, keys.section(round, organisation, section));
    if (!same(kept?.values, values))
      problems.push(`saved ${show(values)} in ${section}, and stored is ${show(kept?.values)}`);
  }
  for (const [at, { round, organisation, values, or = values }] of told.submitted.entries()) {
    const answer = await find(desk.table, rows.answer, keys.answer(round, organisation));
    const all = await Promise.all(
      Array.from({ length: answer?.revision ?? 0 }, (_, n) =>
        find(desk.table, rows.revision, keys.revision(round, organisation, n + 1)),
      ),
    );
    if (all.some((one) => !one) || !all.some((one) => same(one?.values, values) || same(one?.values, or)))
      problems.push(`submission ${at} of ${organisation} is not there byte for byte`);
    const times = told.submitted.filter((one) => one.organisation === organisation && one.round === round).length;
    if (all.length > times) problems.push(`${organisation} submitted ${times} times and has ${all.length} revisions`);
  }
  return problems;
}

const same = (stored: unknown, values: Readonly<Record<string, unknown>>): boolean => isDeepStrictEqual(stored, values);
const show = (value: unknown): string => JSON.stringify(value);

/** What was sent and not taken away is named by the section, byte for byte, and what was taken away is not. */
async function lostFiles(scene: Scene, { attached, dropped }: Told): Promise<string[]> {
  const named = async (round: string, organisation: string) => {
    const draft = await find(scene.desk.table, rows.draft, keys.section(round, organisation, 'pictures'));
    return picturesIn(draft ? valuesOf(draft.values) : {}).map((id) => bytesOf(scene, organisation, id));
  };
  const among = (all: readonly (Uint8Array | undefined)[], bytes: Uint8Array) =>
    all.some((one) => one && Buffer.compare(one, bytes) === 0);
  const kept = attached.filter(
    (one) =>
      !dropped.some(
        ({ round, organisation, bytes }) =>
          round === one.round && organisation === one.organisation && among([bytes], one.bytes),
      ),
  );
  const all = await Promise.all([
    ...kept.map(async ({ round, organisation, bytes }) =>
      among(await named(round, organisation), bytes)
        ? []
        : [`a file that ${organisation} sent is not there byte for byte`],
    ),
    ...dropped.map(async ({ round, organisation, bytes, unsure }) =>
      !unsure && among(await named(round, organisation), bytes)
        ? [`${organisation} still names a file that it took away`]
        : [],
    ),
  ]);
  return all.flat();
}

const picturesIn = (values: Parameters<typeof answerTo>[0]): readonly string[] =>
  codesOf(answerTo(values, 'pictures')).flatMap((text) => readFileText(text)?.id ?? []);

const bytesOf = ({ files }: Scene, organisation: string, id: string): Uint8Array | undefined =>
  [...(files?.() ?? [])].find(([path]) => path.endsWith(fileKeys.upload(organisation, id)))?.[1].bytes;

/** Every file that an answer or a submission names is there, and every other that hospitals sent is listed as awaiting one. */
async function strayFiles({ desk, files }: Scene, items: readonly Item[]): Promise<string[]> {
  if (!files) return [];
  const paths = [...files().keys()].filter((path) => path.includes(`/${fileRooms.uploads}`));
  const standing = await Promise.all(
    items.map(({ pk, sk }) => {
      if (!pk.startsWith('ANS#')) return undefined;
      if (sk.startsWith('SEC#')) return find(desk.table, rows.draft, { pk, sk });
      return sk.startsWith('REV#') ? find(desk.table, rows.revision, { pk, sk }) : undefined;
    }),
  );
  const named = standing.flatMap((one) =>
    one ? picturesIn(valuesOf(one.values)).map((id) => fileKeys.upload(one.organisation, id)) : [],
  );
  const awaits = (id: string) =>
    items.some(({ pk, sk, gsi2pk }) => pk.startsWith('UPL#') && sk === id && gsi2pk !== undefined);
  return [
    ...named
      .filter((key) => !paths.some((path) => path.endsWith(key)))
      .map((key) => `${key} is named and is not there`),
    ...paths
      .filter((path) => !named.some((key) => path.endsWith(key)) && !awaits(path.split('/').at(-1) ?? ''))
      .map((path) => `nothing names or awaits ${path}`),
  ];
}

/** A mail that did not arrive is followed by one other at most; by exactly one after a transient bounce. */
function wrongFollowers(items: readonly Item[]): string[] {
  const notices = items.filter(({ pk }) => pk.startsWith('OUT#')).map((item) => rows.notice.read(item));
  return notices.flatMap(({ round, id, state }) => {
    const followers = notices.filter((one) => one.round === round && one.after === id).length;
    const wanted = state === 'soft-bounced' ? 1 : 0;
    return followers > 1 || followers < wanted ? [`${followers} mails follow ${id}, which stands as ${state}`] : [];
  });
}

const noticeOf = ({ mail }: Accepted): string => `${mail.tags.round} ${idOfTag(mail.tags.notice ?? '')}`;

/** States in which a notice without an accepted mail may come to rest: somebody sees it, or it was not needed. */
const standing: readonly Notice['state'][] = ['unknown', 'rejected', 'withheld', 'stopped'];

function wrongMails(world: Scene, items: readonly Item[], told: Told): string[] {
  const accepted = Map.groupBy(world.mails(), noticeOf);
  const notices = items
    .filter(({ pk }) => pk.startsWith('OUT#'))
    .map((item) => rows.notice.read(item))
    .filter(({ kind }) => kind !== 'canary');
  const known = new Set(notices.map(({ round, id }) => `${round} ${id}`));
  const capabilities = new Set(items.filter(({ pk }) => /^(CAP|DLK)#/.test(pk)).map(({ pk }) => pk.slice(4)));
  return [
    ...notices.flatMap((notice) => {
      const mails = accepted.get(`${notice.round} ${notice.id}`) ?? [];
      // Where every event of an accepted mail is lost, no software can know of it: AWS promises at least one.
      const heard = mails.filter(({ told: kinds }) => kinds.size > 0).length;
      const allowed = 1 + told.resent.filter((id) => id === notice.id).length;
      if (mails.length > allowed && heard === mails.length)
        return [`${mails.length} mails of one notice: ${notice.id}`];
      if (mails.length === 0 && !standing.includes(notice.state))
        return [`no mail of ${notice.id}, which stands as ${notice.state}`];
      if (mails.length > 0 && ['pending', 'sending', 'stopped', 'withheld'].includes(notice.state))
        return [`mailed, and yet ${notice.state}: ${notice.id}`];
      const delivered = mails.some(({ told: kinds }) => kinds.has('Email Delivered'));
      if (delivered && notice.state !== 'delivered') return [`delivered, and yet ${notice.state}: ${notice.id}`];
      if (heard > 0 && notice.state === 'unknown') return [`sent by its event, and yet unknown: ${notice.id}`];
      return [];
    }),
    ...[...accepted].flatMap(([id, [first]]) =>
      known.has(id) || first?.mail.tags.round === 'canary' ? [] : [`a mail without a notice: ${id}`],
    ),
    ...world.mails().flatMap(({ mail }) => {
      const tokens = [...mail.text.matchAll(/\/[hd]\/open#([\w-]+)/g)].map(([, token = '']) => token);
      return tokens.every((token) => token.startsWith('AAAAA') || capabilities.has(tokenHash(token)))
        ? []
        : [`a link in ${mail.subject} opens nothing`];
    }),
  ];
}

/** A reminder is wrong when its hospital's answer was no longer owed at the moment its attempt was claimed. */
function remindedInVain(world: Scene): string[] {
  const changes = world.changes();
  if (changes.length === 0) return [];
  return world.mails().flatMap((accepted) => {
    const [round = '', id = ''] = noticeOf(accepted).split(' ');
    const [organisation = '', kind] = id.split('#');
    if (kind !== 'reminder') return [];
    const claimed = changes.findLastIndex(
      ({ after }, at) =>
        at < accepted.afterChanges &&
        after?.pk?.S === `OUT#${round}` &&
        after.sk?.S === id &&
        after.state?.S === 'sending',
    );
    const before = changes.findLast(
      ({ after }, at) =>
        at < Math.max(claimed, 0) && after?.pk?.S === keys.answer(round, organisation).pk && after.sk?.S === 'HEAD',
    );
    const state = String(before?.after?.state?.S) as Answer['state'];
    return owes(state) ? [] : [`${organisation} was reminded and had ${state}`];
  });
}

function brokenChains(items: readonly Item[]): string[] {
  const entries = items.filter(({ pk }) => pk.startsWith('AUD#')).map((item) => rows.audit.read(item));
  const chains = Map.groupBy(entries, ({ aggregate }) => aggregate);
  const heads = items.flatMap(({ pk, chain }) =>
    chain === undefined ? [] : [[aggregateOf(pk), chain as Chain] as const],
  );
  return [
    ...[...chains].flatMap(([aggregate, all]) =>
      isWhole(inOrder(all), sha256) ? [] : [`the audit chain of ${aggregate} is broken`],
    ),
    ...heads.flatMap(([aggregate, chain]) => {
      const last = inOrder(chains.get(aggregate) ?? []).at(-1);
      return chain.seq === (last?.seq ?? 0) && chain.hash === (last?.hash ?? '')
        ? []
        : [`${aggregate} stands at entry ${chain.seq} and its chain at ${last?.seq ?? 0}`];
    }),
  ];
}

const inOrder = (entries: readonly AuditEntry[]) => entries.toSorted((a, b) => a.seq - b.seq);
const aggregates = {
  ACC: 'account:',
  LST: 'recipients#',
  ANN: 'announcement#',
  DST: 'document#',
  SUB: 'subscription#',
} as const;
const aggregateOf = (pk: string): string => {
  const named = Object.entries(aggregates).find(([kind]) => pk.startsWith(`${kind}#`));
  return named ? `${named[1]}${pk.slice(4)}` : pk.replace(/^(RND|ANS|FORM)#/, '');
};

function wrongCounts(items: readonly Item[]): string[] {
  const rounds = items.filter(({ sk }) => sk === 'ROUND').map((item) => rows.round.read(item));
  return rounds.flatMap((round) => {
    const answers = items.filter(({ pk, sk }) => sk === 'HEAD' && pk.startsWith(`ANS#${round.id}#`)).length;
    const lists = items.filter(({ pk, sk }) => pk === `OUT#${round.id}` && sk.includes('#list#')).length;
    return [
      ...(round.state !== 'preparing' && round.asked !== answers
        ? [`${round.asked} asked by the count and ${answers} by a recount`]
        : []),
      ...(round.informed !== lists ? [`${round.informed} informed by the count and ${lists} by a recount`] : []),
    ];
  });
}

/** No document stands half sent: as many addressees as were counted, each with one first mail. */
function halfSent(items: readonly Item[]): string[] {
  const sent = items.filter(({ sk }) => sk === 'DST').map((item) => distributionRows.distribution.read(item));
  return sent.flatMap(({ id, state, counted = 0 }) => {
    const addressees = items
      .filter(({ pk, sk }) => pk === `DST#${id}` && sk.startsWith('TO#'))
      .map((item) => distributionRows.addressee.read(item));
    const notices = items.filter(({ pk }) => pk === `OUT#${outboxOf(id)}`).map((item) => rows.notice.read(item));
    const mails = notices.filter(({ kind, after }) => kind === 'document' && after === undefined).length;
    const chased = notices.filter(({ kind }) => kind === 'document-again');
    return [
      ...(state === 'sending' ? [`document ${id} stands half sent`] : []),
      ...(addressees.length === counted && mails === counted
        ? []
        : [`${counted} counted, ${addressees.length} addressees and ${mails} first mails`]),
      ...addressees.flatMap(({ organisation, openedAt = '9' }) =>
        chased.some((one) => one.organisation === organisation && one.createdAt >= openedAt)
          ? [`${organisation} had opened document ${id} and was written to again`]
          : [],
      ),
    ];
  });
}

/** No round stands half opened or half released, and every hospital asked was written to once. */
function halfDone(items: readonly Item[]): string[] {
  const rounds = items.filter(({ sk }) => sk === 'ROUND').map((item) => rows.round.read(item));
  const merged = new Set(items.filter(({ mergedInto }) => mergedInto !== undefined).map(({ id }) => id));
  return rounds.flatMap(({ id, state }) => {
    const answers = items
      .filter(({ pk, sk }) => sk === 'HEAD' && pk.startsWith(`ANS#${id}#`))
      .map((item) => rows.answer.read(item));
    const notices = items.filter(({ pk }) => pk === `OUT#${id}`).map((item) => rows.notice.read(item));
    const asked = (organisation: string) =>
      notices.filter(
        (one) =>
          one.kind === 'request' &&
          one.organisation === organisation &&
          one.after === undefined &&
          !one.id.includes('#lost#'),
      ).length;
    const reminders = Map.groupBy(
      notices.filter(({ kind, after }) => kind === 'reminder' && after === undefined),
      ({ id: notice }) => notice.split('#').slice(0, 3).join('#'),
    );
    return [
      ...(state === 'opening' || state === 'releasing' ? [`the round stands half done: ${state}`] : []),
      ...answers.flatMap(({ organisation }) =>
        asked(organisation) === 1 ? [] : [`${organisation} was written to ${asked(organisation)} times`],
      ),
      ...answers.flatMap((one) =>
        owes(one.state) && merged.has(one.organisation) ? [`${one.organisation} is merged and still owes`] : [],
      ),
      ...[...reminders].flatMap(([step, all]) =>
        all.length === 1 ? [] : [`${all.length} reminders of one step: ${step}`],
      ),
    ];
  });
}
