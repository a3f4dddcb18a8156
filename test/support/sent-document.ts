import { audienceRole } from '#lib/core/distributions/audience.ts';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { rows } from '#lib/store/rows.ts';
import { attachFiles } from '#lib/usecases/distributions/attach-file.ts';
import { digestOf, findAudience } from '#lib/usecases/distributions/find-audience.ts';
import { readDistribution } from '#lib/usecases/distributions/read-distributions.ts';
import { type DistributionWish, saveDistribution } from '#lib/usecases/distributions/save-distribution.ts';
import { sendDistribution } from '#lib/usecases/distributions/send-distribution.ts';
import { ministry, type SmallCountry } from './small-country.ts';

/** Bytes that are told to be a PDF. */
export const pdf = new TextEncoder().encode('%PDF-1.7\n%%EOF\n');

/** The offices of 岩手 and 宮城. */
export const offices: readonly Organisation[] = ['03', '04'].map((prefecture) => ({
  id: `pref-${prefecture}`,
  kind: 'prefecture',
  name: `架空${prefecture}県`,
  prefecture,
  contacts: [{ name: '医療政策担当', email: `ishi@pref${prefecture}.example`, telephone: '000-000-0000' }],
  version: 1,
}));

/** A document as typed, to every role of the nation unless told. */
export const typedDocument = (country: SmallCountry, more: Partial<DistributionWish> = {}): DistributionWish => ({
  id: 'doc1',
  title: '広域連携型プログラムQA集の送付',
  note: 'QA集を送ります。\n\n院内でご確認ください。',
  officeName: '医事課',
  officeTelephone: '03-0000-0000',
  audience: { program: 'koiki', edition: country.edition.id, roles: audienceRole.options, prefectures: [] },
  corrects: '',
  seen: 0,
  ...more,
});

/** Keeps a draft with one file beside the offices of two prefectures. */
export async function draftDocument(
  country: SmallCountry,
  actor: Actor = ministry,
  more: Partial<DistributionWish> = {},
): Promise<string> {
  const { desk } = country;
  await desk.table.putAll(offices.map((one) => rows.organisation.item(one)));
  const wish = typedDocument(country, more);
  const saved = await saveDistribution(desk, actor, wish);
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  const attached = await attachFiles(desk, actor, { id: wish.id, files: [{ name: 'QA集.pdf', bytes: pdf }] });
  if (!attached.ok) throw new Error(JSON.stringify(attached.error));
  return wish.id;
}

/** Sends a draft to whom it goes now; the job that writes the mails is yet to run. */
export async function sendNow(country: SmallCountry, id: string, actor: Actor = ministry) {
  const { desk } = country;
  const found = await readDistribution(desk, id);
  if (!found) throw new Error('no document');
  const seen = digestOf(await findAudience(desk, found.audience));
  return sendDistribution(desk, actor, { id, seen, version: found.version });
}

/** A document that was sent, with its mails laid down. */
export async function sentDocument(
  country: SmallCountry,
  actor: Actor = ministry,
  more: Partial<DistributionWish> = {},
): Promise<string> {
  const id = await draftDocument(country, actor, more);
  const sent = await sendNow(country, id, actor);
  if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  await country.runJobs();
  return id;
}
