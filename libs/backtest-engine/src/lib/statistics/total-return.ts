/**
 * What the account grew by: `last / first - 1`.
 *
 * 10,000 at the start and 11,500 at the end give 0.15. Null where the account began with nothing.
 */
export function totalReturn(firstEquity: number, lastEquity: number): number | null {
  return firstEquity > 0 ? lastEquity / firstEquity - 1 : null;
}
