import { price } from '@org/domain';
import { BRACKET, BUY, FLAT, HOLDING, lots, NO_LIMITS, usdt } from '../../testing/order-views.ts';
import { draftEntry } from './draft-entry.ts';

const market = { type: 'market' } as const;
const limit = (value: number) => ({ type: 'limit', price: value }) as const;

describe('a market entry', () => {
  it('by quote spends exactly that amount', () => {
    expect(draftEntry({ ...BUY, size: { by: 'quote', quote: 123.45678901 } }, FLAT, NO_LIMITS)).toEqual({
      purpose: 'entry',
      request: { type: 'marketQuote', side: 'buy', quoteAmount: usdt('123.45678901') },
      price: price(10_000),
      lots: lots(1.234),
      notional: usdt('123.45678901'),
      plan: null,
    });
  });

  it('by quantity spends what that costs at the last price', () => {
    expect(draftEntry({ ...BUY, size: { by: 'quantity', quantity: 1.5 } }, FLAT, NO_LIMITS)).toMatchObject({
      request: { type: 'marketQuote', quoteAmount: usdt('150') },
      lots: lots(1.5),
    });
  });

  it('counts a last price between two ticks as the upper one', () => {
    const view = { ...FLAT, markPrice: 99.991 };
    expect(draftEntry({ ...BUY, size: { by: 'quantity', quantity: 1 } }, view, NO_LIMITS)).toMatchObject({
      notional: usdt('100'),
    });
  });

  it('by risk spends the budget of the limits, cut to the smallest unit of quote', () => {
    const view = { ...FLAT, strategyEquity: 10_000.123_456_789 };
    const limits = { ...NO_LIMITS, amountPerTrade: 0.5 };
    expect(draftEntry(BUY, view, limits)).toMatchObject({ notional: usdt('5000.06172839') });
  });
});

describe('a limit entry', () => {
  it('rounds the price down to the tick and the quantity down to the lot', () => {
    const intent = { ...BUY, size: { by: 'quantity', quantity: 1.2349 }, pricing: limit(99.999) } as const;
    expect(draftEntry(intent, FLAT, NO_LIMITS)).toEqual({
      purpose: 'entry',
      request: { type: 'limit', side: 'buy', quantity: lots(1.234), price: price(9_999), postOnly: false },
      price: price(9_999),
      lots: lots(1.234),
      notional: usdt('123.38766'),
      plan: null,
    });
  });

  it('by quote buys as many lots as the amount pays for', () => {
    const intent = { ...BUY, size: { by: 'quote', quote: 100 }, pricing: limit(30) } as const;
    expect(draftEntry(intent, FLAT, NO_LIMITS)).toMatchObject({ lots: lots(3.333), notional: usdt('99.99') });
  });

  it('measures the risk from its own price: 1% of 10000 over 10% of 50', () => {
    const limits = { ...NO_LIMITS, riskPerTrade: 0.01, stopLoss: 0.1 };
    expect(draftEntry({ ...BUY, pricing: limit(50) }, FLAT, limits)).toMatchObject({ lots: lots(20) });
  });

  it('never costs more than its budget', () => {
    const intent = { ...BUY, size: { by: 'quote', quote: 100 }, pricing: limit(33.33) } as const;
    expect(draftEntry(intent, FLAT, NO_LIMITS)).toMatchObject({ lots: lots(3), notional: usdt('99.99') });
  });
});

describe('a bracket', () => {
  const bracket = (stopPrice: number | null, targetPrice: number | null) => ({
    ...BRACKET,
    stopPrice,
    targetPrice,
  });

  it('carries the protection that it names', () => {
    expect(draftEntry(bracket(95, 120), FLAT, NO_LIMITS)).toMatchObject({
      plan: { stopPrice: 95, targetPrice: 120 },
    });
    expect(draftEntry(bracket(null, 120), FLAT, NO_LIMITS)).toMatchObject({
      plan: { stopPrice: null, targetPrice: 120 },
    });
  });

  it('that names none leaves it to the limits', () => {
    expect(draftEntry(bracket(null, null), FLAT, NO_LIMITS)).toMatchObject({ plan: null });
  });

  it.each([
    [99.99, undefined],
    [100, 'stopPrice'],
    [100.01, 'stopPrice'],
    [0, 'stopPrice'],
    [-1, 'stopPrice'],
    [Number.NaN, 'stopPrice'],
  ])('with a stop at %d for an entry at 100 is left at %s', (stopPrice, refused) => {
    const draft = draftEntry(bracket(stopPrice, null), FLAT, NO_LIMITS);
    expect('limit' in draft ? draft.limit : undefined).toBe(refused);
  });

  it.each([
    [99.99, 'targetPrice'],
    [100, 'targetPrice'],
    [100.01, undefined],
    [Infinity, 'targetPrice'],
    [Number.NaN, 'targetPrice'],
  ])('with a target at %d for an entry at 100 is left at %s', (targetPrice, refused) => {
    const draft = draftEntry(bracket(null, targetPrice), FLAT, NO_LIMITS);
    expect('limit' in draft ? draft.limit : undefined).toBe(refused);
  });

  it('tells where its stop and target may lie', () => {
    expect(draftEntry({ ...bracket(50, null), pricing: limit(50) }, FLAT, NO_LIMITS)).toEqual({
      limit: 'stopPrice',
      allowed: 'above 0 and below 50',
      observed: 50,
      reason: 'the stop of a long position lies below its entry',
    });
    expect(draftEntry({ ...bracket(null, 40), pricing: limit(50) }, FLAT, NO_LIMITS)).toEqual({
      limit: 'targetPrice',
      allowed: 'above 50',
      observed: 40,
      reason: 'the target of a long position lies above its entry',
    });
  });
});

describe('an entry that cannot be sized', () => {
  it.each([0, -1, Number.NaN, Infinity, -Infinity])('has a size of %d', (value) => {
    const size = { limit: 'size', allowed: 'a finite number above 0', observed: value };
    expect(draftEntry({ ...BUY, size: { by: 'quantity', quantity: value } }, FLAT, NO_LIMITS)).toMatchObject(
      size,
    );
    expect(draftEntry({ ...BUY, size: { by: 'quote', quote: value } }, FLAT, NO_LIMITS)).toMatchObject(size);
    expect(draftEntry(BUY, { ...FLAT, strategyEquity: value }, NO_LIMITS)).toMatchObject({ limit: 'size' });
  });

  it.each([0, -1, 0.009, Number.NaN, Infinity, 1e300])('has a limit price of %d', (value) => {
    expect(draftEntry({ ...BUY, pricing: limit(value) }, FLAT, NO_LIMITS)).toEqual({
      limit: 'price',
      allowed: 'a finite price of at least 0.01',
      observed: value,
      reason: 'an order needs a price that the market can quote',
    });
  });

  it('has no last price to go by', () => {
    expect(draftEntry(BUY, { ...FLAT, markPrice: Number.NaN }, NO_LIMITS)).toMatchObject({ limit: 'price' });
    expect(
      draftEntry({ ...BUY, pricing: limit(99) }, { ...FLAT, markPrice: Number.NaN }, NO_LIMITS),
    ).toMatchObject({ purpose: 'entry' });
  });

  it('is larger than can be counted exactly', () => {
    expect(draftEntry({ ...BUY, size: { by: 'quantity', quantity: 1e300 } }, FLAT, NO_LIMITS)).toEqual({
      limit: 'maxQuantity',
      allowed: 100,
      observed: 1e300,
      reason: 'the exchange takes no larger order of TEST',
    });
    expect(draftEntry({ ...BUY, size: { by: 'quote', quote: 1e20 } }, FLAT, NO_LIMITS)).toMatchObject({
      limit: 'maxQuantity',
      observed: 1e18,
    });
  });

  it('is sized by a position', () => {
    expect(draftEntry({ ...BUY, size: { by: 'position' }, pricing: market }, HOLDING, NO_LIMITS)).toEqual({
      limit: 'size',
      allowed: 'by quantity, quote or risk',
      observed: 'by position',
      reason: 'a buy cannot be sized that way',
    });
  });
});
