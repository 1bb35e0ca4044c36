import { answer, costs, NO_ORDERS } from '../endpoints/answers.ts';
import { defineSigned } from '../endpoints/define-endpoint.ts';

/** How many unfilled orders the account has placed of late. */
export const orderRateLimits = defineSigned({
  rest: { method: 'GET', path: '/api/v3/rateLimit/order' },
  socketMethod: 'account.rateLimits.orders',
  security: 'userData',
  parameters: {},
  weigh: costs(40),
  ordersPlaced: NO_ORDERS,
  handle: ({ world, account: { accountId } }) => {
    const counts = world.orderCounts.counts(accountId, world.protocolTime.now());
    return answer(counts.map((count) => ({ rateLimitType: 'ORDERS', ...count })));
  },
});
