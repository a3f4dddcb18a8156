/** Stands for points that cannot be given because an answer is missing; it is not zero. */
export const MISSING = 255;

/** Points (0–100 or MISSING) of every possible partner of one hospital, criterion by criterion. */
export interface PointsTable {
  readonly side: 'source' | 'destination';
  readonly partners: number;
  /** `partners` rows of as many points as the rule has criteria. */
  readonly points: Uint8Array;
  /** 1 where the partner takes no requests at present. */
  readonly closed: Uint8Array;
  /** The lot that orders equals, drawn from the ids and the rule alone (20 bits). */
  readonly lots: Uint32Array;
}

/** A text as 32 bits (FNV-1a). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** A lot of 20 bits from two hashes, the same everywhere and with no favour for any spelling. */
export function drawLot(seed: number, hash: number): number {
  let mixed = Math.imul(seed ^ hash ^ (hash >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return (mixed ^ (mixed >>> 15)) & 0xfffff;
}
