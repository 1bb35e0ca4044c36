/**
 * One bar of a market. Prices are as recorded (they may lie off today's tick) in quote per base, volume in base,
 * `openTime` in ms UTC.
 */
export interface Candle {
  readonly openTime: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}
