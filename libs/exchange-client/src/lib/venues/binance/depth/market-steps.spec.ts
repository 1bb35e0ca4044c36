import { spotInstrument } from '@org/domain';
import { recordedDepth } from '../../../../../test/recorded-depth.ts';
import { hasSharedData } from '../../../../../test/shared-data.ts';
import { depthSnapshotOf } from './market-steps.ts';

const BITCOIN = spotInstrument({
  symbol: 'BTCUSDT',
  base: { code: 'BTC', decimals: 8 },
  quote: { code: 'USDT', decimals: 8 },
  tickSize: '0.01',
  stepSize: '0.00001',
  minNotional: '5',
});

describe('a snapshot of a book', () => {
  it('is read as ticks and quantities', () => {
    const body = { lastUpdateId: 7, bids: [['61837.63000000', '3.78826000']], asks: [] };
    const snapshot = depthSnapshotOf(body, BITCOIN, 1000);
    expect(snapshot).toMatchObject({ lastId: 7, limit: 1000, bids: { count: 1 }, asks: { count: 0 } });
    expect([snapshot?.bids.ticks[0], snapshot?.bids.quantities[0]]).toEqual([6183763, 3.78826]);
  });

  it.each([
    ['an error of the exchange', { code: -1121, msg: 'Invalid symbol.' }],
    ['a price between two ticks', { lastUpdateId: 7, bids: [['1.005', '1']], asks: [] }],
    ['a price with an exponent', { lastUpdateId: 7, bids: [['1e3', '1']], asks: [] }],
    ['a quantity that is no number', { lastUpdateId: 7, bids: [], asks: [['1', 'many']] }],
    ['a price that cannot be counted', { lastUpdateId: 7, bids: [], asks: [['90071992547409.93', '1']] }],
    ['nothing', null],
  ])('is not made of %s', (_, body) => {
    expect(depthSnapshotOf(body, BITCOIN, 1000)).toBe(null);
  });
});

(hasSharedData ? describe : describe.skip)('the recorded snapshot of 2024-08-08', () => {
  it('has 1,000 levels a side', () => {
    const text = recordedDepth().find(({ stream }) => stream === '')?.text ?? '';
    const snapshot = depthSnapshotOf(JSON.parse(text), BITCOIN, 1000);
    expect([snapshot?.lastId, snapshot?.bids.count, snapshot?.asks.count]).toEqual([50093239218, 1000, 1000]);
    expect([snapshot?.bids.ticks[999], snapshot?.asks.ticks[999]]).toEqual([6163155, 6205318]);
  });
});
