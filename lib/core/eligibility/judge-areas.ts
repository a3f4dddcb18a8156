import { judgeRole, type RoleVerdict } from './judge-role.ts';
import { gazetteer } from './place.ts';
import type { AreaRule, ReferenceTables } from './rule.ts';

/** What a rule makes of one 二次医療圏: it may send, receive, do both (島しょ) or neither. */
export interface AreaVerdict {
  readonly prefecture: string;
  readonly prefectureName: string;
  readonly area: string;
  readonly areaName: string;
  readonly role: 'source' | 'destination' | 'both' | 'none';
  /** ①②③; null when not a destination. */
  readonly class: number | null;
  readonly roles: readonly RoleVerdict[];
}

/** Judges every 二次医療圏 of the tables, in the order of their codes as printed. */
export function judgeAreas(rule: AreaRule, reference: ReferenceTables): readonly AreaVerdict[] {
  const known = gazetteer(reference);
  return known.prefectures.flatMap((prefecture) =>
    known.areasOf(prefecture.code).map((area) => {
      const place = { ...known.prefecture(prefecture.code), area, hasProgramme: true };
      const roles = rule.roles.map((role) => judgeRole(role, place, rule.words, known));
      const source = roles.some(({ side, outcome }) => side === 'source' && outcome === 'met');
      const destination = roles.find(({ side, outcome }) => side === 'destination' && outcome === 'met');
      return {
        prefecture: prefecture.code,
        prefectureName: prefecture.name,
        area: area.code,
        areaName: area.name,
        role: source ? (destination ? 'both' : 'source') : destination ? 'destination' : 'none',
        class: destination?.class ?? null,
        roles,
      };
    }),
  );
}
