/** Where the values of one stream stand: from `at` on in cells that it may share with its neighbours. */
export interface Place {
  readonly cells: Float64Array;
  readonly at: number;
}

/** Values in one slab: what little is left over when a stream does not fit any more costs nobody anything. */
const slabSize = 1024;

let slab = new Float64Array(0);
let used = 0;

/**
 * Room for as many values, all zero. Streams that are opened one after another stand one after another: a live session
 * keeps thousands of them open, and what a bar costs there is how many places of the memory it has to visit. A slab is
 * given back when the last of its streams is.
 */
export function reserve(size: number): Place {
  if (size * 4 > slabSize) return { cells: new Float64Array(size), at: 0 };
  if (used + size > slab.length) {
    slab = new Float64Array(slabSize);
    used = 0;
  }
  const place = { cells: slab, at: used };
  used += size;
  return place;
}
