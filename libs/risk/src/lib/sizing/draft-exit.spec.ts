import { price, quantity } from '@org/domain';
import { base, HOLDING, lots, SELL, usdt } from '../../testing/order-views.ts';
import { draftExit } from './draft-exit.ts';

const limit = (value: number) => ({ type: 'limit', price: value }) as const;

describe('an exit', () => {
  it('of the position sells every whole lot at the market', () => {
    expect(draftExit(SELL, { ...HOLDING, sellable: base('12.34567') })).toEqual({
      purpose: 'exit',
      request: { type: 'market', side: 'sell', quantity: lots(12.345) },
      price: price(10_000),
      lots: lots(12.345),
      notional: usdt('1234.5'),
      plan: null,
    });
  });

  it('of a position above the largest order sells as much as one order may', () => {
    expect(draftExit(SELL, { ...HOLDING, sellable: base('250') })).toMatchObject({ lots: lots(100) });
  });

  it('of nothing is a draft of no lots, for the holding to refuse', () => {
    expect(draftExit(SELL, { ...HOLDING, sellable: base('0') })).toMatchObject({ lots: quantity(0) });
  });

  it('at a limit rounds the price up to the tick and the quantity down to the lot', () => {
    const intent = { ...SELL, size: { by: 'quantity', quantity: 1.2349 }, pricing: limit(105.001) } as const;
    expect(draftExit(intent, HOLDING)).toMatchObject({
      request: { type: 'limit', side: 'sell', quantity: lots(1.234), price: price(10_501), postOnly: false },
      notional: usdt('129.58234'),
    });
  });

  it('by quote sells no more lots than are worth it', () => {
    expect(draftExit({ ...SELL, size: { by: 'quote', quote: 333.39 } }, HOLDING)).toMatchObject({
      lots: lots(3.333),
    });
  });
});

describe('an exit that cannot be sized', () => {
  it.each([0, -1, Number.NaN, Infinity])('has a size of %d', (value) => {
    expect(draftExit({ ...SELL, size: { by: 'quantity', quantity: value } }, HOLDING)).toMatchObject({
      limit: 'size',
      observed: value,
    });
    expect(draftExit({ ...SELL, size: { by: 'quote', quote: value } }, HOLDING)).toMatchObject({
      limit: 'size',
      observed: value,
    });
  });

  it('has a price that the market cannot quote', () => {
    expect(draftExit({ ...SELL, pricing: limit(0) }, HOLDING)).toMatchObject({ limit: 'price' });
    expect(draftExit(SELL, { ...HOLDING, markPrice: Number.NaN })).toMatchObject({ limit: 'price' });
  });

  it('is larger than can be counted exactly', () => {
    expect(draftExit({ ...SELL, size: { by: 'quantity', quantity: 1e300 } }, HOLDING)).toMatchObject({
      limit: 'maxQuantity',
    });
    expect(draftExit({ ...SELL, size: { by: 'quote', quote: 1e300 } }, HOLDING)).toMatchObject({
      limit: 'maxQuantity',
    });
  });

  it('is sized by risk', () => {
    expect(draftExit({ ...SELL, size: { by: 'risk' } }, HOLDING)).toEqual({
      limit: 'size',
      allowed: 'by quantity, quote or position',
      observed: 'by risk',
      reason: 'a sell cannot be sized that way',
    });
  });
});
