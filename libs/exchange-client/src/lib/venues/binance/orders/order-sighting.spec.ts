import { parseDecimal, spotInstrument } from '@org/domain';
import { bitcoin } from '../../../../../test/local-venue.ts';
import type { WireOrder } from './order-schema.ts';
import { sightingOf, tradeSteps } from './order-sighting.ts';

/** A coin of which one costs so little that it is traded whole. */
const CHEAP = spotInstrument({
  ...{ symbol: 'SHIBUSDT', base: { code: 'SHIB', decimals: 8 }, quote: { code: 'USDT', decimals: 8 } },
  ...{ tickSize: '0.00000001', stepSize: '1', minNotional: '5' },
});
const stepsOf = (price: string, traded: string, instrument = CHEAP) =>
  tradeSteps(parseDecimal(price), parseDecimal(traded), instrument);

describe('a trade', () => {
  it('is counted exactly, however much of a cheap coin it is', () => {
    // 30,000,000,001 coins are more of their smallest units than a double counts.
    expect(stepsOf('0.00001234', '30000000001.00000000')).toEqual({
      ...{ price: 1234, quantity: 30_000_000_001, base: 3_000_000_000_100_000_000n },
    });
  });

  it('at a price between two ticks is cut to the lower', () => {
    expect(stepsOf('20000.019', '0.1', bitcoin())).toEqual({
      ...{ price: 2_000_001, quantity: 10_000, base: 10_000_000n },
    });
  });

  it.each([
    ['price', '99999999999999999999', '1'],
    ['quantity', '1', '99999999999999999999'],
  ])('cannot be read where no double counts its %s', (_what, price, traded) => {
    expect(stepsOf(price, traded)).toBeUndefined();
  });
});

const order: WireOrder = {
  ...{ symbol: 'SHIBUSDT', orderId: 7, clientOrderId: 'os-1', side: 'BUY', status: 'FILLED' },
  ...{ origQty: '30000000001.00', executedQty: '30000000001.00' },
};
const fill = {
  ...{ price: '0.00001234', qty: '30000000001', tradeId: 1, commission: '1', commissionAsset: 'BNB' },
};
const seen = (changes: Partial<WireOrder>) =>
  sightingOf({ ...order, ...changes }, CHEAP, () => undefined, 1000);

describe('an order in an answer', () => {
  it('has executed what its trades make', () => {
    const sighting = seen({ fills: [fill] });
    expect(sighting).toMatchObject({ executed: 3_000_000_000_100_000_000n });
    expect(sighting?.trades.map(({ base }) => base)).toEqual([sighting?.executed]);
  });

  it.each([
    ['quantity', { origQty: '99999999999999999999' }],
    ['execution', { executedQty: '99999999999999999999' }],
    ['trade', { fills: [{ ...fill, qty: '99999999999999999999' }] }],
  ])('cannot be read where no double counts the lots of its %s', (_what, changes) => {
    expect(seen(changes)).toBeUndefined();
  });
});
