/** Where each prefecture's office stands: code, latitude and longitude in hundredths of a degree (about a kilometre). */
const OFFICES: readonly (readonly [string, number, number])[] = [
  ['01', 4306, 14135],
  ['02', 4082, 14074],
  ['03', 3970, 14115],
  ['04', 3827, 14087],
  ['05', 3972, 14010],
  ['06', 3824, 14036],
  ['07', 3775, 14047],
  ['08', 3634, 14045],
  ['09', 3657, 13988],
  ['10', 3639, 13906],
  ['11', 3586, 13965],
  ['12', 3560, 14012],
  ['13', 3569, 13969],
  ['14', 3545, 13964],
  ['15', 3790, 13902],
  ['16', 3670, 13721],
  ['17', 3659, 13663],
  ['18', 3607, 13622],
  ['19', 3566, 13857],
  ['20', 3665, 13818],
  ['21', 3539, 13672],
  ['22', 3498, 13838],
  ['23', 3518, 13691],
  ['24', 3473, 13651],
  ['25', 3500, 13587],
  ['26', 3502, 13576],
  ['27', 3469, 13552],
  ['28', 3469, 13518],
  ['29', 3469, 13583],
  ['30', 3423, 13517],
  ['31', 3550, 13424],
  ['32', 3547, 13305],
  ['33', 3466, 13393],
  ['34', 3440, 13246],
  ['35', 3419, 13147],
  ['36', 3407, 13456],
  ['37', 3434, 13404],
  ['38', 3384, 13277],
  ['39', 3356, 13353],
  ['40', 3361, 13042],
  ['41', 3325, 13030],
  ['42', 3275, 12987],
  ['43', 3279, 13074],
  ['44', 3324, 13161],
  ['45', 3191, 13142],
  ['46', 3156, 13056],
  ['47', 2621, 12768],
];

const RADIUS_KM = 6371;
const radians = (hundredths: number): number => (hundredths * Math.PI) / 18_000;

function greatCircle(
  [, lat1, lon1]: readonly [string, number, number],
  [, lat2, lon2]: readonly [string, number, number],
): number {
  const half = (a: number, b: number) => Math.sin((radians(b) - radians(a)) / 2) ** 2;
  const h = half(lat1, lat2) + Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * half(lon1, lon2);
  return Math.round(2 * RADIUS_KM * Math.asin(Math.sqrt(h)));
}

let distances: Int16Array | undefined;

/** Distances by the numbers of two codes, 48 × from + to; computed when the first is asked for. */
function allDistances(): Int16Array {
  const all = new Int16Array(48 * 48).fill(-1);
  for (const from of OFFICES)
    for (const to of OFFICES) all[48 * Number(from[0]) + Number(to[0])] = greatCircle(from, to);
  return all;
}

const numberOf = (code: string): number =>
  code.length === 2 ? (code.charCodeAt(0) - 48) * 10 + code.charCodeAt(1) - 48 : 48;

/** Straight line between two prefectures' offices in whole km, good to a few km; undefined for a code that is none. */
export function officeDistance(from: string, to: string): number | undefined {
  const a = numberOf(from);
  const b = numberOf(to);
  distances ??= allDistances();
  const distance = a < 48 && b < 48 ? (distances[48 * a + b] ?? -1) : -1;
  return distance < 0 ? undefined : distance;
}
