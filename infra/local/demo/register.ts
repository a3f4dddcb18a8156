import { judgeAreas } from '#lib/core/eligibility/judge-areas.ts';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import type { Edition } from '#lib/core/program.ts';
import { PREFECTURES } from '#lib/reference/prefectures.ts';
import { type Chance, chanceOf } from './chance.ts';

/** Hospitals of the 連携元 side by prefecture, how many of them take part, and the places they offer together (the numbers filed for 令和8年度). */
const sources = [
  { prefecture: '13', hospitals: 91, universities: 26, takePart: 18, places: 63 },
  { prefecture: '27', hospitals: 70, universities: 7, takePart: 32, places: 32 },
  { prefecture: '26', hospitals: 23, universities: 3, takePart: 2, places: 14 },
  { prefecture: '33', hospitals: 15, universities: 2, takePart: 3, places: 9 },
  { prefecture: '40', hospitals: 43, universities: 5, takePart: 6, places: 20 },
] as const;

/** Places that a hospital of the 連携元 side offers: its prefecture's, shared out evenly; undefined for one that takes no part. */
export function placesOffered({ id, takesPart }: Pick<Organisation, 'id' | 'takesPart'>): number | undefined {
  const found = sources.find(({ prefecture }) => id.startsWith(`1${prefecture}`));
  if (!found || !takesPart) return undefined;
  const before = (hospitals: number) => Math.floor((hospitals * found.places) / found.takePart);
  const place = Number(id.slice(3));
  return before(place) - before(place - 1);
}

/** Hospitals in a prefecture of which only some areas count, whose area nobody has recorded: 要確認. */
const withoutArea = 4;

const landscapes = [
  'あおぞら',
  'みずうみ',
  'わかば',
  'ひだまり',
  'せせらぎ',
  'こもれび',
  'なぎさ',
  'やまなみ',
  'はるかぜ',
  'ほしぞら',
  'つばさ',
  'にじいろ',
];
const kinds = ['病院', '総合病院', '中央病院', '市民病院', '医療センター', '記念病院'];

/** Draws after which the names of a place count as used up, and go on with a number: 第2, 第3. */
const triesPerNumber = 300;

/** The demo's register: every name begins with 架空, every address ends in .example; `destinations` is how many hospitals the 連携先 side has. */
export function demoRegister(edition: Edition, destinations = 330): Organisation[] {
  const chance = chanceOf('register');
  const taken = new Set<string>();
  const name = (place: string, tail: readonly string[]): string => {
    for (let tries = 0; ; tries++) {
      const numbered = tries < triesPerNumber ? '' : `第${Math.floor(tries / triesPerNumber) + 1}`;
      const made = `架空${place}${chance.of(landscapes)}${numbered}${chance.of(tail)}`;
      if (!taken.has(made) && taken.add(made)) return made;
    }
  };
  return [
    ministry,
    ...PREFECTURES.map((one) => office(one.code, one.name)),
    ...sourceHospitals(edition, chance, name),
    ...destinationHospitals(edition, chance, name, destinations),
  ];
}

type Naming = (place: string, tail: readonly string[]) => string;

function sourceHospitals(edition: Edition, chance: Chance, name: Naming): Organisation[] {
  const areas = judgeAreas(edition.areas, edition.reference);
  return sources.flatMap(({ prefecture, hospitals, universities, takePart }) => {
    const places = areas.filter((area) => area.prefecture === prefecture && area.class === null);
    return Array.from({ length: hospitals }, (_, index) => {
      const area = chance.of(places);
      const university = index < universities;
      const made = hospital(`1${prefecture}${String(index + 1).padStart(4, '0')}`, {
        name: university ? name(area.areaName, ['大学病院', '医科大学病院']) : name(area.areaName, kinds),
        prefecture,
        area: area.area,
        type: university ? 'university' : 'general',
        seats: university ? chance.between(40, 110) : chance.between(4, 28),
      });
      return index < takePart ? { ...made, takesPart: ['koiki'] } : made;
    });
  });
}

function destinationHospitals(edition: Edition, chance: Chance, name: Naming, destinations: number): Organisation[] {
  const areas = judgeAreas(edition.areas, edition.reference).filter((area) => area.class !== null);
  const known = Array.from({ length: destinations }, (_, index) => {
    const area = index < areas.length ? (areas[index] ?? chance.of(areas)) : chance.of(areas);
    return { prefecture: area.prefecture, area: area.area, place: area.areaName };
  });
  const mixed = areas.filter((area) => area.class === 2);
  const unknown = Array.from({ length: withoutArea }, () => {
    const { prefecture, prefectureName } = chance.of(mixed);
    return { prefecture, area: undefined, place: prefectureName };
  });
  return [...known, ...unknown].map(({ prefecture, area, place }, index) =>
    hospital(`2${prefecture}${String(index + 1).padStart(4, '0')}`, {
      name: name(place, kinds),
      prefecture,
      area,
      type: 'general',
      seats: chance.between(2, 14),
    }),
  );
}

const hospital = (
  id: string,
  said: Pick<Organisation, 'name' | 'prefecture' | 'area' | 'type' | 'seats'>,
): Organisation => ({
  id,
  kind: 'hospital',
  ...said,
  contacts: [
    {
      name: '臨床研修担当',
      department: '総務課',
      email: `kenshu@h${id}.example`,
      telephone: `000-${id.slice(1, 4)}-${id.slice(3)}`,
    },
  ],
  version: 1,
});

const ministry: Organisation = {
  id: 'mhlw',
  kind: 'ministry',
  name: '厚生労働省（デモ）',
  prefecture: '13',
  contacts: [{ name: '医事課', email: 'iji@ministry.example', telephone: '000-0000-0000' }],
  version: 1,
};

const office = (code: string, prefecture: string): Organisation => ({
  id: `pref-${code}`,
  kind: 'prefecture',
  name: `${prefecture}（デモ）`,
  prefecture: code,
  contacts: [{ name: '医療政策担当', email: `ishi@pref${code}.example`, telephone: `000-${code}00-0000` }],
  version: 1,
});
