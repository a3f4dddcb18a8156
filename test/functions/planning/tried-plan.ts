import type { SmallCountry } from '#test/support/small-country.ts';
import { ministry } from '#test/support/small-country.ts';
import { visitor } from '../staff/visit.ts';
import { releasedRound, sends, takes } from './released-round.ts';

/** An allocation that was tried with a small released round; gives the plan's id. */
export async function triedPlan(country: SmallCountry): Promise<string> {
  const round = await releasedRound(country, {
    sources: [['T1', '13', sends(1)]],
    hosts: [['I1', '03', '0303', takes(1)]],
  });
  const staff = await visitor(country, ministry);
  const { location = '' } = await staff.post('/s/planning/allocation', { round, request: 'plan' });
  await country.runJobs();
  return location.split('/').at(-1) ?? '';
}
