/** Eight bytes in which a whole number is written in one form and read in the other. */
const BYTES = new DataView(new ArrayBuffer(8));
const HIGH_HALF = 4;
const HALF = 2 ** 32;
const LITTLE_ENDIAN = true;
/** Between these a bigint surely fits into eight bytes, and so do they, which makes comparing with them cheap. */
const LEAST = -(2n ** 62n);
const MOST = 2n ** 62n;

/**
 * A whole number as a bigint, for safe integers alone. The built-in `BigInt` calls into the engine for every number that
 * is not small, which takes several times as long.
 */
export function wholeBigint(whole: number): bigint {
  const high = Math.floor(whole / HALF);
  BYTES.setInt32(HIGH_HALF, high, LITTLE_ENDIAN);
  BYTES.setUint32(0, whole - high * HALF, LITTLE_ENDIAN);
  return BYTES.getBigInt64(0, LITTLE_ENDIAN);
}

/** The double nearest to `units`, as `Number` gives it, which likewise calls into the engine. */
export function nearestDouble(units: bigint): number {
  if (units > MOST || units < LEAST) return Number(units);
  BYTES.setBigInt64(0, units, LITTLE_ENDIAN);
  // Both parts are exact, so the sum is rounded once.
  return BYTES.getInt32(HIGH_HALF, LITTLE_ENDIAN) * HALF + BYTES.getUint32(0, LITTLE_ENDIAN);
}
