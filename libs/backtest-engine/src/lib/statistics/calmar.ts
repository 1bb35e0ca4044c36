/**
 * Yearly growth for the worst fall on the way (Young 1991): `cagr / maxDrawdown`.
 *
 * 0.30 a year with a worst fall of 0.20 gives 1.5. Null where either is undefined or nothing ever fell.
 */
export function calmar(cagr: number | null, maxDrawdown: number): number | null {
  return cagr === null || maxDrawdown === 0 ? null : cagr / maxDrawdown;
}
