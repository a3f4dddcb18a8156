import { emptyChain } from '#lib/core/audit/entry.ts';
import type { Audience } from '#lib/core/distributions/audience.ts';
import { checkDistribution, type DistributionProblem } from '#lib/core/distributions/check-distribution.ts';
import { type Distribution, isOut } from '#lib/core/distributions/distribution.ts';
import { type Actor, officeOf, personName } from '#lib/core/permission/actor.ts';
import { editionOf } from '#lib/core/program.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import type { Desk } from '../desk.ts';
import { keepDistribution } from './keep-distribution.ts';
import { readDistribution } from './read-distributions.ts';

/** What is typed of a document. */
export interface DistributionWish {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly officeName: string;
  readonly officeTelephone: string;
  readonly audience: Audience;
  /** Id of the one that it corrects; '' for none. */
  readonly corrects: string;
  /** Version that was edited; 0 for a new one. */
  readonly seen: number;
}

export type SaveRefused =
  | { readonly kind: 'problems'; readonly problems: readonly DistributionProblem[] }
  | { readonly kind: 'moved-meanwhile' };

/** Keeps a draft of a document; the same once more changes nothing. A prefecture's goes to its own hospitals, whatever was chosen. */
export async function saveDistribution(
  desk: Desk,
  actor: Actor,
  wish: DistributionWish,
): Promise<Result<Distribution, SaveRefused>> {
  const office = officeOf(actor);
  const before = await readDistribution(desk, wish.id);
  if (office === undefined || !/^[0-9a-z]{1,40}$/.test(wish.id)) return refuse({ kind: 'moved-meanwhile' });
  if (before && (before.state !== 'draft' || before.office !== office)) return refuse({ kind: 'moved-meanwhile' });
  const audience = actor.kind === 'prefecture' ? confined(wish.audience, actor.prefecture) : wish.audience;
  const problems = [...checkDistribution({ ...wish, audience })];
  if (!editionOf(desk.programs, audience)) problems.push({ field: 'scheme', message: '制度と年度を選んでください。' });
  const corrected = wish.corrects === '' ? undefined : await readDistribution(desk, wish.corrects);
  if (wish.corrects !== '' && (corrected?.office !== office || !isOut(corrected))) {
    problems.push({ field: 'corrects', message: '訂正する文書を、送信した文書から選んでください。' });
  }
  if (problems.length > 0) return refuse({ kind: 'problems', problems });
  const content = {
    title: wish.title.trim(),
    note: wish.note.replaceAll('\r\n', '\n').trim(),
    sender: { name: wish.officeName.trim(), telephone: wish.officeTelephone.trim() },
    audience,
    ...(wish.corrects === '' ? {} : { corrects: wish.corrects }),
  };
  if (before && JSON.stringify(contentOf(before)) === JSON.stringify(content)) return ok(before);
  if ((before?.version ?? 0) !== wish.seen) return refuse({ kind: 'moved-meanwhile' });
  const { corrects: _corrects, ...rest } = before ?? {
    id: wish.id,
    office,
    files: [],
    state: 'draft' as const,
    createdAt: desk.world.now(),
    by: personName(actor),
    version: 0,
    chain: emptyChain,
  };
  return keepDistribution(desk, actor, { ...rest, ...content }, { act: 'distribution.save' });
}

const confined = ({ roles, ...rest }: Audience, prefecture: string): Audience => ({
  ...rest,
  roles: roles.filter((role) => role !== 'office'),
  prefectures: [prefecture],
});

const contentOf = ({ title, note, sender, audience, corrects }: Distribution) => ({
  title,
  note,
  sender,
  audience,
  ...(corrects === undefined ? {} : { corrects }),
});
