import type { Addressee } from '#lib/core/distributions/addressee.ts';
import { type Correction, type Distribution, isOut, outboxOf } from '#lib/core/distributions/distribution.ts';
import type { Notice } from '#lib/core/notices/notice.ts';
import { distributionKeys, distributionLists } from '#lib/store/distribution-keys.ts';
import { keys } from '#lib/store/keys.ts';
import { allItems, find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from '../desk.ts';
import { distributionRows } from './distribution-rows.ts';

type Reader = Pick<Desk, 'table'>;

export const readDistribution = ({ table }: Reader, id: string): Promise<Distribution | undefined> =>
  find(table, distributionRows.distribution, distributionKeys.distribution(id));

/** Every distribution, newest first; for a prefecture its own and those that were sent to it. */
export const allDistributions = async (
  { table }: Reader,
  prefecture: string | undefined,
): Promise<readonly Distribution[]> =>
  (await allItems(table, { index: 'gsi1', pk: distributionLists.distributions(), descending: true }))
    .map((item) => distributionRows.distribution.read(item))
    .filter((one) => prefecture === undefined || isShownTo(one, prefecture));

/** Whether a prefecture sees a distribution: its own, and whatever was sent to its office or its hospitals. */
export const isShownTo = (one: Distribution, prefecture: string): boolean =>
  one.office === prefecture || (isOut(one) && (one.reached ?? []).includes(prefecture));

/** Whom a distribution was sent to, by prefecture and code; or those of one prefecture. */
export const addresseesOf = async ({ table }: Reader, id: string, prefecture = ''): Promise<readonly Addressee[]> =>
  (
    await allItems(table, {
      pk: distributionKeys.distribution(id).pk,
      prefix: prefecture === '' ? 'TO#' : `TO#${prefecture}#`,
    })
  ).map((item) => distributionRows.addressee.read(item));

/** The distributions that correct this one, oldest first. */
export const correctionsOf = async ({ table }: Reader, id: string): Promise<readonly Correction[]> =>
  (await allItems(table, { pk: distributionKeys.distribution(id).pk, prefix: 'COR#' }))
    .map((item) => distributionRows.correction.read(item))
    .sort((a, b) => (a.at < b.at ? -1 : 1));

/** The mails of a distribution. */
export const documentMailsOf = async ({ table }: Reader, id: string): Promise<readonly Notice[]> =>
  (await allItems(table, { pk: keys.notice(outboxOf(id), '').pk })).map((item) => rows.notice.read(item));
