/** What is known of the market and of a limit order when it is sent. All are finite and at least 0. */
export interface MakerFeatures {
  /** Best ask less best bid, in ticks. */
  readonly spreadTicks: number;
  /** What rests on the order's own side at its price or better, in quote: the queue ahead, and what protects it. */
  readonly depthAheadQuote: number;
  /** What rests at the best price of the other side, in quote. */
  readonly depthAgainstQuote: number;
  /** How far the middle moved lately, in basis points: `realisedVolatilityBps` of one middle a second, the last eleven. */
  readonly volatilityBps: number;
  /** The order itself, price times quantity, in quote. */
  readonly sizeQuote: number;
}
