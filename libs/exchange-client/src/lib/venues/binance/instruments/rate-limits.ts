import type { RateLimit } from '../../../limits/rate-limit.ts';
import type { WireRateLimit } from './exchange-info-schema.ts';

const KINDS: Readonly<Record<string, RateLimit['kind']>> = {
  REQUEST_WEIGHT: 'weight',
  ORDERS: 'orders',
  RAW_REQUESTS: 'requests',
};

const INTERVAL_MS: Readonly<Record<string, number>> = {
  SECOND: 1000,
  MINUTE: 60_000,
  HOUR: 3_600_000,
  DAY: 86_400_000,
};

/** The limits that the exchange reports; kinds that we do not know cannot be kept and pass by. */
export function rateLimits(reported: readonly WireRateLimit[]): readonly RateLimit[] {
  return reported.flatMap(({ rateLimitType, interval, intervalNum, limit }) => {
    const [kind, unitMs] = [KINDS[rateLimitType], INTERVAL_MS[interval]];
    return kind === undefined || unitMs === undefined
      ? []
      : [{ kind, intervalMs: unitMs * intervalNum, limit }];
  });
}

/** The limits as they stood in 2026-07, for the first request, which asks for them. */
export const DOCUMENTED_LIMITS: readonly RateLimit[] = [
  { kind: 'weight', intervalMs: 60_000, limit: 6000 },
  { kind: 'orders', intervalMs: 10_000, limit: 50 },
  { kind: 'orders', intervalMs: 86_400_000, limit: 160_000 },
  { kind: 'requests', intervalMs: 300_000, limit: 61_000 },
];
