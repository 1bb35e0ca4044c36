import type { LocalBinanceOptions } from '@org/local-binance';

/** What the exchange permits: a tenth of what the real one does, or in a short run as much for its short windows. */
export interface Permitted {
  readonly windowMs: number;
  readonly weight: number;
  readonly ordersEach10s: number;
  readonly windows: number;
  /** How often it asks for silence though there is room. */
  readonly silenceEachMs: number;
}

const ORDERS_EACH_10_S = 10;

export const TEN_MINUTES: Permitted = {
  ...{ windowMs: 60_000, weight: 600, ordersEach10s: ORDERS_EACH_10_S, windows: 10, silenceEachMs: 170_000 },
};
export const HALF_A_MINUTE: Permitted = {
  ...{ windowMs: 10_000, weight: 100, ordersEach10s: ORDERS_EACH_10_S, windows: 3, silenceEachMs: 14_000 },
};

/** The same for the exchange. */
export function limitsOf({
  windowMs,
  weight,
}: Permitted): Pick<LocalBinanceOptions, 'requestLimits' | 'orderLimits'> {
  return {
    requestLimits: [
      { rateLimitType: 'REQUEST_WEIGHT', interval: 'SECOND', intervalNum: windowMs / 1000, limit: weight },
      { rateLimitType: 'RAW_REQUESTS', interval: 'MINUTE', intervalNum: 5, limit: 30_000 },
    ],
    orderLimits: [
      { interval: 'SECOND', intervalNum: 10, limit: ORDERS_EACH_10_S },
      { interval: 'DAY', intervalNum: 1, limit: 20_000 },
    ],
  };
}
