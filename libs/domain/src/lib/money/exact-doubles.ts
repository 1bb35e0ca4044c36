/** Eight bytes in which a whole number is written in one form and read in the other. */
const BYTES = new ArrayBuffer(8);
/** The bytes as views of their own, which take a fraction of a `DataView`. */
const WHOLE = new BigInt64Array(BYTES);
const UPPER = new Int32Array(BYTES);
const LOWER = new Uint32Array(BYTES);
/** Where the halves of a whole one stand depends on the processor; on nearly all the lower one comes first. */
const LOW = indexOfLowerHalf();
const HIGH = 1 - LOW;
const HALF = 2 ** 32;

/**
 * A whole number as a bigint, for safe integers alone. The built-in `BigInt` calls into the engine for every number that
 * is not small, which takes several times as long.
 */
export function wholeBigint(whole: number): bigint {
  const high = Math.floor(whole / HALF);
  UPPER[HIGH] = high;
  LOWER[LOW] = whole - high * HALF;
  return WHOLE[0] ?? 0n;
}

/** The double nearest to `units`, as `Number` gives it, which likewise calls into the engine. */
export function nearestDouble(units: bigint): number {
  WHOLE[0] = units;
  // What does not fit into eight bytes was cut.
  if (WHOLE[0] !== units) return Number(units);
  // Both parts are exact, so the sum is rounded once.
  return (UPPER[HIGH] ?? 0) * HALF + (LOWER[LOW] ?? 0);
}

function indexOfLowerHalf(): 0 | 1 {
  WHOLE[0] = 1n;
  return LOWER[0] === 1 ? 0 : 1;
}
