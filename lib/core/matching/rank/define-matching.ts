import type { MatchingRule } from '../rule.ts';
import type { MatchingDefinition } from './definition.ts';
import type { Fields } from './field.ts';
import { openProfiles } from './open-profiles.ts';
import { packPool } from './pool.ts';
import { makeRanking } from './ranking.ts';
import { readProfile } from './read-profile.ts';

/** Turns a programme's definition into the rule an edition carries; the types of its fields stay inside. */
export function defineMatching<const S extends Fields, const H extends Fields>(
  definition: MatchingDefinition<S, H>,
): MatchingRule {
  const { version, citation, maxWeight, outOf, enoughKnown, ties, source, host } = definition;
  if (outOf['for-source'] + outOf['for-destination'] !== 1000) throw new RangeError('both directions make 1000 points');
  const criteria = definition.criteria.map(({ id, label, help, direction, weight }) => ({
    id,
    label,
    help,
    direction,
    weight,
  }));
  const rule = { version, criteria, maxWeight, outOf, enoughKnown, ties };
  return {
    ...rule,
    citation,
    pool: ({ asOf, sources, hosts }) =>
      packPool(
        version,
        asOf,
        { sources: Object.keys(source.fields), hosts: Object.keys(host.fields) },
        {
          sources: sources.map((each) => readProfile(source, each)),
          hosts: hosts.map((each) => readProfile(host, each)),
        },
      ),
    open: (pool) => {
      if (pool.rule !== version) throw new RangeError(`the pool was packed by ${pool.rule}, not by ${version}`);
      return makeRanking({
        definition,
        rule,
        pool,
        sources: openProfiles(source.fields, pool.sources, pool.days, pool.asOf),
        hosts: openProfiles(host.fields, pool.hosts, pool.days, pool.asOf),
      });
    },
  };
}
