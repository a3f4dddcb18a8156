/** Where a solver takes its arrays from, all of them zero. */
export interface Memory {
  int32(length: number): Int32Array;
  uint8(length: number): Uint8Array;
}

/** New memory each time. */
export const fresh: Memory = { int32: (length) => new Int32Array(length), uint8: (length) => new Uint8Array(length) };

/**
 * Memory for who solves markets of one size again and again, since fresh pages cost more than the solving of a large one. `again` hands
 * out the same arrays anew: what came of the solving before, its result too, is written over.
 */
export function reusable(): Memory & { again(): void } {
  const words = keeper(fresh.int32);
  const bytes = keeper(fresh.uint8);
  return {
    int32: words.take,
    uint8: bytes.take,
    again() {
      words.again();
      bytes.again();
    },
  };
}

function keeper<A extends Int32Array | Uint8Array>(make: (length: number) => A) {
  const kept: A[] = [];
  let next = 0;
  return {
    take(length: number): A {
      const had = kept[next];
      const array = had?.length === length ? had : make(length);
      kept[next++] = array;
      array.fill(0);
      return array;
    },
    again() {
      next = 0;
    },
  };
}
