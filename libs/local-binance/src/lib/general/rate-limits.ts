import type { World } from '../world/world.ts';

/** Every limit of the exchange, as `exchangeInfo` tells them. */
export function rateLimits({ requestLimits, orderCounts }: World): readonly object[] {
  const [weight, ...others] = requestLimits.limits;
  const orders = orderCounts.limits.map((limit) => ({ rateLimitType: 'ORDERS', ...limit }));
  return [...(weight === undefined ? [] : [weight]), ...orders, ...others].map(
    ({ rateLimitType, interval, intervalNum, limit }) => ({ rateLimitType, interval, intervalNum, limit }),
  );
}
