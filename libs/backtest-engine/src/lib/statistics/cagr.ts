const YEAR_MS = 365 * 86_400_000;

/**
 * The steady yearly growth that gives the total return over `periodMs`: `(1 + totalReturn)^(year / period) - 1`, a
 * year being 365 days.
 *
 * 0.21 over 730 days is 1.21^(1/2) - 1 = 0.10. Null without a period, and where a short one would give more than a
 * number can hold.
 */
export function cagr(totalReturn: number | null, periodMs: number): number | null {
  if (totalReturn === null || !(periodMs > 0)) return null;
  const growth = Math.max(0, 1 + totalReturn) ** (YEAR_MS / periodMs) - 1;
  return Number.isFinite(growth) ? growth : null;
}
