import type { OrderRequest } from '@org/domain';
import { price } from '@org/domain';
import { DRAFT, FLAT, lots } from '../../testing/order-views.ts';
import { checkBracketScope } from './bracket-scope.ts';
import { checkRestingExit } from './resting-exit.ts';

const MARKET_SELL: OrderRequest = { type: 'market', side: 'sell', quantity: lots(1) };
const LIMIT_SELL: OrderRequest = {
  type: 'limit',
  side: 'sell',
  quantity: lots(1),
  price: price(10_500),
  postOnly: false,
};

describe('an exit', () => {
  it.each([
    ['market', MARKET_SELL, 'position', true],
    ['market', MARKET_SELL, 'inventory', true],
    ['limit', LIMIT_SELL, 'position', false],
    ['limit', LIMIT_SELL, 'inventory', true],
  ] as const)(
    'at the %s of request %o under %s protection passes: %s',
    (_type, request, protection, passes) => {
      const draft = { ...DRAFT, purpose: 'exit', request } as const;
      expect(checkRestingExit(draft, { ...FLAT, protection }) === null).toBe(passes);
    },
  );

  it('that cannot rest beside a stop says what to use instead', () => {
    expect(checkRestingExit({ ...DRAFT, purpose: 'exit', request: LIMIT_SELL }, FLAT)).toEqual({
      limit: 'protection',
      allowed: 'a market sell, the target of a bracket, or inventory protection',
      observed: 'a limit sell under position protection',
      reason: "the position's stop holds what the order would sell",
    });
  });
});

describe('an entry', () => {
  const plan = { stopPrice: 95, targetPrice: null };

  it.each([
    ['without', null, 'position', true],
    ['without', null, 'inventory', true],
    ['with', plan, 'position', true],
    ['with', plan, 'inventory', false],
  ] as const)(
    '%s its own protection (%o) under %s protection passes: %s',
    (_own, own, protection, passes) => {
      expect(checkBracketScope({ ...DRAFT, plan: own }, { ...FLAT, protection }) === null).toBe(passes);
    },
  );

  it('whose stop would not be placed says so', () => {
    expect(checkBracketScope({ ...DRAFT, plan }, { ...FLAT, protection: 'inventory' })).toEqual({
      limit: 'protection',
      allowed: 'an entry without stop and target, or position protection',
      observed: 'a bracket under inventory protection',
      reason: 'the inventory is watched as a whole, so no stop or target of one entry would be placed',
    });
  });
});
