/** What the exchange answers where it does not do what was asked. */
export interface BinanceError {
  readonly kind: 'error';
  /** Of HTTP, and of the WebSocket API. */
  readonly status: number;
  readonly code: number;
  readonly msg: string;
  /** What a half-done request did. */
  readonly data?: unknown;
  /** Seconds to be silent for. */
  readonly retryAfterS?: number;
  /** Until when, ms UTC of the protocol, where that is known to the millisecond. */
  readonly retryAtMs?: number;
}

/** An error in the exchange's own words; 400 unless told otherwise. */
export function binanceError(code: number, msg: string, status = 400): BinanceError {
  return { kind: 'error', status, code, msg };
}

export function isBinanceError(value: unknown): value is BinanceError {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'error';
}
