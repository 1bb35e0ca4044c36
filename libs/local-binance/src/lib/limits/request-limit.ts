import type { OrderCountLimit } from './order-counts.ts';

/** How much an address may ask for in each stretch of the clock: by weight, or by number. */
export interface RequestLimit extends OrderCountLimit {
  readonly rateLimitType: 'REQUEST_WEIGHT' | 'RAW_REQUESTS';
}

/** The exchange's own limits. */
export const REQUEST_LIMITS: readonly RequestLimit[] = [
  { rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', intervalNum: 1, limit: 6000 },
  { rateLimitType: 'RAW_REQUESTS', interval: 'MINUTE', intervalNum: 5, limit: 300_000 },
];

const INTERVAL_MS = { SECOND: 1000, MINUTE: 60_000, HOUR: 3_600_000, DAY: 86_400_000 } as const;

/** How long a limit's window is. */
export function windowMs({ interval, intervalNum }: Pick<RequestLimit, 'interval' | 'intervalNum'>): number {
  return intervalNum * INTERVAL_MS[interval];
}
