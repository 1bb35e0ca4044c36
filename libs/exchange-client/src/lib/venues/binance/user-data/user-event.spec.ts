import { bitcoin } from '../../../../../test/local-venue.ts';
import type { BinanceMarket } from '../instruments/binance-market.ts';
import { binanceMarket } from '../instruments/binance-market.ts';
import { BTCUSDT } from '../../../../../test/wire-symbols.ts';
import { userEvent } from './user-event.ts';

const market = binanceMarket(BTCUSDT);
const markets = {
  get: (symbol: string): BinanceMarket | undefined =>
    symbol === 'BTCUSDT' ? (market ?? undefined) : undefined,
  asset: (code: string) => [bitcoin().base, bitcoin().quote].find((asset) => asset.code === code),
};

/** With every field of the exchange's documents (2026-07), its prices in the steps of BTCUSDT. */
const REPORT = {
  ...{
    e: 'executionReport',
    E: 1499405658658,
    s: 'BTCUSDT',
    c: 'mUvoqJxFIILMdfAW5iGSOW',
    S: 'BUY',
    o: 'LIMIT',
  },
  ...{
    f: 'GTC',
    q: '1.00000000',
    p: '20000.00000000',
    P: '0.00000000',
    F: '0.00000000',
    g: -1,
    C: '',
    x: 'NEW',
  },
  ...{ X: 'NEW', r: 'NONE', i: 4293153, l: '0.00000000', z: '0.00000000', L: '0.00000000', n: '0', N: null },
  ...{ T: 1499405658657, t: -1, v: 3, I: 8641984, w: true, m: false, M: false, O: 1499405658657 },
  ...{ Z: '0.00000000', Y: '0.00000000', Q: '0.00000000', W: 1499405658657, V: 'EXPIRE_MAKER' },
};
const TRADE = {
  ...{ ...REPORT, x: 'TRADE', X: 'PARTIALLY_FILLED', z: '0.50000000', l: '0.25000000', L: '19999.99000000' },
  ...{ n: '0.00025000', N: 'BTC', t: 17, I: 8641990, m: true, Y: '4999.99750000' },
};

const sightingOf = (event: unknown) => {
  const read = userEvent(event, markets);
  if (read.kind !== 'order') throw new Error(read.kind);
  return read.sighting;
};

describe('an event of an account', () => {
  it.each([
    ['q', REPORT],
    ['z', REPORT],
    ['l', TRADE],
    ['L', TRADE],
  ])('cannot be read where no double counts its %s, and ends nothing', (field, report) => {
    expect(userEvent({ ...report, [field]: '99999999999999999999' }, markets)).toEqual({
      kind: 'unreadable',
    });
  });

  it('tells a new order', () => {
    expect(sightingOf(REPORT)).toEqual({
      order: {
        ...{
          symbol: 'BTCUSDT',
          clientOrderId: 'mUvoqJxFIILMdfAW5iGSOW',
          venueOrderId: '4293153',
          side: 'buy',
        },
        ...{ quantity: 100_000, filled: 0, status: 'open' },
      },
      ...{ quantity: 100_000_000n, executed: 0n, executionId: 8641984, reason: null, trades: [] },
      time: 1499405658657,
    });
  });

  it('tells a trade to the last unit', () => {
    expect(sightingOf(TRADE)).toMatchObject({
      ...{ executed: 50_000_000n, executionId: 8641990 },
      trades: [
        {
          ...{
            tradeId: 17,
            price: 1_999_999,
            quantity: 25_000,
            base: 25_000_000n,
            notional: 499_999_750_000n,
          },
          ...{ fee: { asset: { code: 'BTC' }, amount: 25_000n }, liquidity: 'maker', time: 1499405658657 },
        },
      ],
    });
  });

  it('of a cancel names the order, not the cancel', () => {
    const event = { ...REPORT, x: 'CANCELED', X: 'CANCELED', c: 'cancel-1', C: 'os-1' };
    expect(sightingOf(event).order).toMatchObject({ clientOrderId: 'os-1', status: 'cancelled' });
  });

  it('tells why an order has expired, or was rejected', () => {
    const expired = { ...REPORT, x: 'EXPIRED', X: 'EXPIRED', eR: 'INSUFFICIENT_LIQUIDITY' };
    expect(sightingOf(expired)).toMatchObject({
      order: { status: 'expired' },
      reason: 'INSUFFICIENT_LIQUIDITY',
    });
    const rejected = { ...REPORT, x: 'REJECTED', X: 'REJECTED', r: 'INSUFFICIENT_BALANCE' };
    expect(sightingOf(rejected)).toMatchObject({
      order: { status: 'rejected' },
      reason: 'INSUFFICIENT_BALANCE',
    });
  });

  it('E12: survives fields and words that nobody knows yet', () => {
    const event = { ...REPORT, X: 'PENDING_MIRACLE', x: 'MIRACLE', zz: { deep: [1] } };
    expect(sightingOf(event).order.status).toBe('other');
    expect(userEvent({ e: 'miracle', E: 1 }, markets)).toEqual({ kind: 'other' });
  });

  it('tells the balances that have changed, exactly', () => {
    const event = {
      ...{ e: 'outboundAccountPosition', E: 1564034571105, u: 1564034571073 },
      B: [{ a: 'ETH', f: '10000.000000', l: '0.000000', x: 'new' }],
    };
    expect(userEvent(event, markets)).toEqual({
      kind: 'balances',
      told: {
        asOf: 1564034571073,
        balances: [{ asset: { code: 'ETH', decimals: 8 }, free: 1_000_000_000_000n, locked: 0n }],
      },
    });
  });

  it.each([
    ['balanceUpdate', { e: 'balanceUpdate', E: 1, a: 'BTC', d: '100.00000000', T: 1 }],
    ['listStatus', { e: 'listStatus', E: 1, s: 'ETHBTC', g: 2, c: 'OCO' }],
    ['externalLockUpdate', { e: 'externalLockUpdate', E: 1, a: 'NEO', d: '10.00000000', T: 1 }],
  ])('of kind %s is told in full by others', (_, event) => {
    expect(userEvent(event, markets)).toEqual({ kind: 'other' });
  });

  it.each([
    ['without a kind', { E: 1 }],
    ['that is no object', 'executionReport'],
    ['without its numbers', { e: 'executionReport', s: 'BTCUSDT' }],
    ['with a number that is none', { ...TRADE, z: '5e-1' }],
    ['with an id beyond what a double holds', { ...TRADE, i: 2 ** 60 }],
    ['of a market that we do not know', { ...REPORT, s: 'ETHBTC' }],
    ['of balances that are none', { e: 'outboundAccountPosition', u: 1, B: [{ a: 'BTC' }] }],
  ])('E12: %s is unreadable', (_, event) => {
    expect(userEvent(event, markets)).toEqual({ kind: 'unreadable' });
  });
});
