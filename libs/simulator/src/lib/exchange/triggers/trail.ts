/** How far the market has gone in a trailing stop's favour, in ticks. */
export interface Trail {
  readonly deltaBips: number;
  /** ms UTC; null while it waits for its stop price. */
  activeSince: number | null;
  /** The best price since then; null before the first trade. */
  extreme: number | null;
}

const BIPS = 10_000;

/**
 * Whether the market has come back by the delta: for a buy up to `extreme × (1 + delta)`, for a sell down to
 * `extreme × (1 − delta)`, compared exactly.
 */
export function hasTurned(isBuy: boolean, deltaBips: number, extreme: number, price: number): boolean {
  const factor = isBuy ? BIPS + deltaBips : BIPS - deltaBips;
  if (price <= Number.MAX_SAFE_INTEGER / BIPS && extreme <= Number.MAX_SAFE_INTEGER / factor) {
    return isBuy ? price * BIPS >= extreme * factor : price * BIPS <= extreme * factor;
  }
  const reached = BigInt(price) * BigInt(BIPS);
  const turn = BigInt(extreme) * BigInt(factor);
  return isBuy ? reached >= turn : reached <= turn;
}
