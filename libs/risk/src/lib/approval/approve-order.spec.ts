import fc from 'fast-check';
import type { Order, RiskLimits, Size } from '@org/domain';
import { DEFAULT_RISK_LIMITS, amount, amountValue, baseUnits, price } from '@org/domain';
import {
  BRACKET,
  BUY,
  DAY,
  FLAT,
  HOLDING,
  MARKET,
  MIDNIGHT,
  NO_LIMITS,
  SELL,
  lots,
  usdt,
  markedAt,
} from '../../testing/order-views.ts';
import { pullKillSwitch } from '../halts/kill-switch.ts';
import { observeEquity } from '../halts/observe-equity.ts';
import { approveOrder } from './approve-order.ts';
import type { Approval } from './approve-order.ts';
import type { Approved } from './approved.ts';
import type { OrderView } from './order-view.ts';
import type { SizedOrder } from './sized-order.ts';

function refusedBy(approval: Approval): string[] {
  return approval.outcome === 'refused' ? approval.refusals.map(({ limit }) => limit) : [];
}

describe('an approved order', () => {
  it('carries the strategy, the slot, the request, the plan and the reason', () => {
    const bracket = { ...BRACKET, stopPrice: 97, targetPrice: 110 };
    // 1% of 10000 is at risk over 3% of the price: 3333.33, capped at a quarter of 10000
    expect(approveOrder('trend', bracket, FLAT, DEFAULT_RISK_LIMITS)).toEqual({
      outcome: 'approved',
      order: {
        strategyId: 'trend',
        slot: 'main',
        symbol: 'TESTUSDT',
        purpose: 'entry',
        request: { type: 'marketQuote', side: 'buy', quoteAmount: usdt('2500') },
        plan: { stopPrice: 97, targetPrice: 110 },
        reason: 'a story',
      },
    });
  });

  it('is an exit when it sells', () => {
    expect(approveOrder('trend', SELL, HOLDING, DEFAULT_RISK_LIMITS)).toMatchObject({
      outcome: 'approved',
      order: { purpose: 'exit', request: { type: 'market', side: 'sell', quantity: lots(50) }, plan: null },
    });
  });

  it('cannot be made by anyone else', () => {
    const own: SizedOrder = { ...BUY, strategyId: 'x', purpose: 'entry', request: DRAFTED, plan: null };
    const send = (order: Approved<SizedOrder>) => order.symbol;
    // @ts-expect-error An order that risk has not seen is not approved.
    expect(send(own)).toBe('TESTUSDT');
  });
});

const DRAFTED: Order['request'] = { type: 'marketQuote', side: 'buy', quoteAmount: usdt('10') };

describe('halted entries', () => {
  const fallen = observeEquity(FLAT.risk, DEFAULT_RISK_LIMITS, markedAt(FLAT.time, 9_000));
  const drawn = observeEquity(FLAT.risk, DEFAULT_RISK_LIMITS, markedAt(FLAT.time, 7_000));
  const pulled = pullKillSwitch(FLAT.risk, { kind: 'killSwitch', time: 0, mode: 'noEntries', reason: 'x' });

  it.each([
    ['dailyLoss', fallen],
    ['maxDrawdown', drawn],
    ['killSwitch', pulled],
  ])('are refused by %s, and exits are not', (limit, risk) => {
    expect(refusedBy(approveOrder('s', BUY, { ...FLAT, risk }, DEFAULT_RISK_LIMITS))).toEqual([limit]);
    expect(refusedBy(approveOrder('s', BRACKET, { ...FLAT, risk }, DEFAULT_RISK_LIMITS))).toEqual([limit]);
    expect(approveOrder('s', SELL, { ...HOLDING, risk }, DEFAULT_RISK_LIMITS).outcome).toBe('approved');
  });

  it('are allowed again on the day after a daily loss', () => {
    const risk = observeEquity(fallen, DEFAULT_RISK_LIMITS, markedAt(MIDNIGHT + DAY, 9_000));
    expect(approveOrder('s', BUY, { ...FLAT, risk }, DEFAULT_RISK_LIMITS).outcome).toBe('approved');
  });
});

describe('refusals', () => {
  it('are told together', () => {
    const view: OrderView = {
      ...FLAT,
      cash: usdt('100'),
      exposure: 4_999,
      openEntryOrders: 20,
      protection: 'inventory',
      risk: observeEquity(FLAT.risk, DEFAULT_RISK_LIMITS, markedAt(FLAT.time, 9_000)),
    };
    const intent = { ...BRACKET, stopPrice: 90, size: { by: 'quote', quote: 20_000 } } as const;
    expect(refusedBy(approveOrder('s', intent, view, DEFAULT_RISK_LIMITS))).toEqual([
      'dailyLoss',
      'maxOpenOrders',
      'protection',
      'maxPosition',
      'cash',
      'maxQuantity',
    ]);
  });

  it('of a size that cannot be read come with the limits that need none', () => {
    const view = { ...FLAT, openEntryOrders: 20 };
    const intent = { ...BUY, size: { by: 'quantity', quantity: Number.NaN } } as const;
    expect(refusedBy(approveOrder('s', intent, view, DEFAULT_RISK_LIMITS))).toEqual([
      'maxOpenOrders',
      'size',
    ]);
  });

  it('of an exit come from its own limits', () => {
    const intent = {
      ...SELL,
      size: { by: 'quantity', quantity: 0.004 },
      pricing: { type: 'limit', price: 110 },
    } as const;
    expect(refusedBy(approveOrder('s', intent, FLAT, DEFAULT_RISK_LIMITS))).toEqual([
      'protection',
      'holding',
      'minQuantity',
      'minNotional',
    ]);
  });

  it('of an exit without anything to sell say so', () => {
    expect(refusedBy(approveOrder('s', SELL, FLAT, DEFAULT_RISK_LIMITS))).toContain('holding');
  });
});

describe('an explicit size', () => {
  const limits: RiskLimits = { ...NO_LIMITS, maxPosition: 0.5 };
  const buy = (quote: number) => ({ ...BUY, size: { by: 'quote', quote } }) as const;

  it.each([
    [4_999.99, []],
    [5_000, []],
    [5_000.01, ['maxPosition']],
  ])('of %d is never shrunk to fit half of 10000: refused by %j', (quote, refusals) => {
    expect(refusedBy(approveOrder('s', buy(quote), FLAT, limits))).toEqual(refusals);
  });

  it('may exceed the amount per trade, which sizes by risk alone', () => {
    expect(approveOrder('s', buy(4_000), FLAT, { ...limits, amountPerTrade: 0.1 }).outcome).toBe('approved');
  });
});

describe('a size by risk', () => {
  it('is fitted to what the position may still grow by', () => {
    const view = { ...HOLDING, exposure: 4_500, cash: usdt('5500') };
    expect(approveOrder('s', BUY, view, DEFAULT_RISK_LIMITS)).toMatchObject({
      order: { request: { quoteAmount: usdt('500') } },
    });
  });

  it('is fitted to the free cash', () => {
    expect(
      approveOrder('s', BUY, { ...FLAT, cash: usdt('321.98765432') }, DEFAULT_RISK_LIMITS),
    ).toMatchObject({
      order: { request: { quoteAmount: usdt('321.98765432') } },
    });
  });

  it('is refused by the limit that leaves too little for any order', () => {
    const full = { ...HOLDING, exposure: 4_996 };
    expect(refusedBy(approveOrder('s', BUY, full, DEFAULT_RISK_LIMITS))).toEqual(['maxPosition']);
    const broke = { ...FLAT, cash: usdt('4.99') };
    expect(refusedBy(approveOrder('s', BUY, broke, DEFAULT_RISK_LIMITS))).toEqual(['cash']);
  });

  it('that is too small in itself is refused by the least notional', () => {
    const small = { ...FLAT, strategyEquity: 16, cash: usdt('16') };
    expect(refusedBy(approveOrder('s', BUY, small, DEFAULT_RISK_LIMITS))).toEqual(['minNotional']);
  });

  it('whose stop would be too small for the exchange is refused as well, and told once', () => {
    const limits = { ...NO_LIMITS, stopLoss: 0.5 };
    const buyFor = (quote: number) =>
      refusedBy(approveOrder('s', { ...BUY, size: { by: 'quote', quote } }, FLAT, limits));
    expect([buyFor(4.99), buyFor(9.99), buyFor(10)]).toEqual([['minNotional'], ['minNotional'], []]);
  });
});

describe('a resting exit', () => {
  const rest = { ...SELL, pricing: { type: 'limit', price: 110 } } as const;

  it('passes under inventory protection', () => {
    expect(
      approveOrder('grid', rest, { ...HOLDING, protection: 'inventory' }, DEFAULT_RISK_LIMITS),
    ).toMatchObject({
      order: { request: { type: 'limit', price: price(11_000), quantity: lots(50) } },
    });
  });

  it('is refused beside a resting stop', () => {
    expect(refusedBy(approveOrder('trend', rest, HOLDING, DEFAULT_RISK_LIMITS))).toEqual(['protection']);
  });
});

const sizes: fc.Arbitrary<Size> = fc.oneof(
  fc.record({ by: fc.constant('quantity' as const), quantity: fc.double() }),
  fc.record({ by: fc.constant('quote' as const), quote: fc.double() }),
  fc.constant({ by: 'risk' as const }),
  fc.constant({ by: 'position' as const }),
  fc.record({ by: fc.constant('quote' as const), quote: fc.double({ min: 1, max: 20_000, noNaN: true }) }),
  fc.record({ by: fc.constant('quantity' as const), quantity: fc.double({ min: 0, max: 200, noNaN: true }) }),
);
const pricings = fc.oneof(
  fc.constant({ type: 'market' as const }),
  fc.record({ type: fc.constant('limit' as const), price: fc.double() }),
  fc.record({ type: fc.constant('limit' as const), price: fc.double({ min: 0.001, max: 1e6, noNaN: true }) }),
);
const views = fc
  .record({
    markPrice: fc.double({ min: 0.001, max: 1e6, noNaN: true }),
    equity: fc.double({ min: 0, max: 1e6, noNaN: true }),
    cash: fc.bigInt({ min: 0n, max: 10n ** 14n }),
    sellable: fc.bigInt({ min: 0n, max: 10n ** 11n }),
    exposure: fc.double({ min: 0, max: 1e6, noNaN: true }),
    openEntryOrders: fc.integer({ min: 0, max: 30 }),
    protection: fc.constantFrom('position' as const, 'inventory' as const),
  })
  .map((facts): OrderView => ({
    ...FLAT,
    ...facts,
    strategyEquity: facts.equity,
    cash: amount(facts.cash),
    sellable: amount(facts.sellable),
  }));

describe('any approved order', () => {
  it('is affordable, within the position limit, and one that the exchange takes; and no intent throws', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('buy' as const, 'sell' as const),
        sizes,
        pricings,
        views,
        (side, size, pricing, view) => {
          const approval = approveOrder('s', { ...BUY, side, size, pricing }, view, DEFAULT_RISK_LIMITS);
          if (approval.outcome === 'refused') {
            expect(approval.refusals.length).toBeGreaterThan(0);
            return;
          }
          const { request, purpose } = approval.order;
          expect(request.side).toBe(side);
          expect(purpose).toBe(side === 'buy' ? 'entry' : 'exit');
          const cost = costOf(approval.order);
          if (side === 'buy') {
            expect(cost).toBeGreaterThanOrEqual(MARKET.minNotional);
            expect(cost).toBeLessThanOrEqual(view.cash);
            expect(view.openEntryOrders).toBeLessThan(20);
            const held = view.exposure + amountValue(amount(cost), MARKET.quote);
            expect(held).toBeLessThanOrEqual(view.equity * 0.5 + 1e-9 * view.equity);
          }
          if ('quantity' in request) {
            expect(request.quantity).toBeGreaterThanOrEqual(MARKET.minQuantity);
            expect(request.quantity).toBeLessThanOrEqual(MARKET.maxQuantity);
            if (side === 'sell')
              expect(baseUnits(request.quantity, MARKET)).toBeLessThanOrEqual(view.sellable);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('sold by position is never refused for a limit on entries', () => {
    fc.assert(
      fc.property(views, (view) => {
        const limits = refusedBy(approveOrder('s', SELL, view, DEFAULT_RISK_LIMITS));
        expect(['holding', 'minQuantity', 'minNotional']).toEqual(expect.arrayContaining(limits));
      }),
    );
  });

  it('gives the same for the same frozen facts', () => {
    fc.assert(
      fc.property(sizes, pricings, views, (size, pricing, view) => {
        const frozen = Object.freeze({ ...view });
        const intent = Object.freeze({ ...BUY, size, pricing });
        const once = approveOrder('s', intent, frozen, DEFAULT_RISK_LIMITS);
        expect(approveOrder('s', intent, frozen, DEFAULT_RISK_LIMITS)).toEqual(once);
      }),
    );
  });
});

/** Smallest units of quote that a buy spends, from the order itself: one tick times one lot is 0.00001 USDT. */
function costOf({ request }: SizedOrder): bigint {
  switch (request.type) {
    case 'marketQuote':
      return request.quoteAmount;
    case 'limit':
      return BigInt(request.price) * BigInt(request.quantity) * 1_000n;
    default:
      return 0n;
  }
}
