import type { SpotInstrument } from '@org/domain';
import { amount, InputError, spotInstrument } from '@org/domain';
import { BTCUSDT, ETHUSDT, OPEN_LIMITS, wanting } from '../../testing/desk-fixture.ts';
import type { TradingSetup } from './desk.ts';
import { feedOf, marketOf, openDesk, shareOf } from './desk.ts';

const strategy = wanting([]);
const setup: TradingSetup = {
  allocations: [{ strategy, share: 1 }],
  instruments: [BTCUSDT, ETHUSDT],
  limits: OPEN_LIMITS,
  deposits: [
    { asset: 'USDT', amount: amount(150_000_000n) },
    { asset: 'BTC', amount: amount(7n) },
    { asset: 'USDT', amount: amount(50_000_000n) },
  ],
  orderIdPrefix: 'os1',
};
const ETHBTC: SpotInstrument = spotInstrument({
  symbol: 'ETHBTC',
  base: ETHUSDT.base,
  quote: BTCUSDT.base,
  tickSize: '0.00001',
  stepSize: '0.0001',
  minNotional: '0.0001',
});

function codeOf(wrong: Partial<TradingSetup>): string {
  try {
    openDesk({ ...setup, ...wrong });
  } catch (error) {
    if (error instanceof InputError) return `${error.code}: ${error.facts.found}`;
    throw error;
  }
  return 'opened';
}

describe('a setup is refused', () => {
  it.each<[string, Partial<TradingSetup>, string]>([
    ['without a market', { instruments: [] }, 'setup-empty: no instrument'],
    ['without a strategy', { allocations: [] }, 'setup-empty: none'],
    ['with a prefix of other signs', { orderIdPrefix: 'os-1' }, 'setup-prefix: "os-1"'],
    ['with no prefix', { orderIdPrefix: '' }, 'setup-prefix: ""'],
    ['with two quote assets', { instruments: [BTCUSDT, ETHBTC] }, 'setup-quotes: ETHBTC'],
    ['with a market twice', { instruments: [BTCUSDT, ETHUSDT, BTCUSDT] }, 'setup-markets: BTCUSDT'],
    [
      'with a deposit below nothing',
      { deposits: [{ asset: 'USDT', amount: amount(-1n) }] },
      'setup-deposits: -1 USDT',
    ],
    [
      'with one id twice',
      {
        allocations: [
          { strategy, share: 0.5 },
          { strategy, share: 0.5 },
        ],
      },
      'setup-ids: scripted',
    ],
    ['with a share of nothing', { allocations: [{ strategy, share: 0 }] }, 'setup-shares: 0'],
    [
      'with a share that is no number',
      { allocations: [{ strategy, share: Number.NaN }] },
      'setup-shares: NaN',
    ],
    [
      'with shares above 1',
      {
        allocations: [
          { strategy, share: 0.75 },
          { strategy: wanting([], { id: 'other' }), share: 0.5 },
        ],
      },
      'setup-shares: 1.25',
    ],
    [
      'when a strategy listens to a market without rules',
      {
        allocations: [
          { strategy: wanting([], { inputs: [{ kind: 'trades', symbol: 'XRPUSDT' }] }), share: 1 },
        ],
      },
      'setup-market: XRPUSDT',
    ],
  ])('%s', (_what, wrong, expected) => {
    expect(codeOf(wrong)).toBe(expected);
  });

  it('and not otherwise', () => {
    expect(codeOf({})).toBe('opened');
  });
});

describe('a desk', () => {
  const both = wanting([], {
    id: 'both',
    protection: 'inventory',
    inputs: [
      { kind: 'candles', symbol: 'ETHUSDT', interval: '1h' },
      { kind: 'book', symbol: 'ETHUSDT' },
      { kind: 'candles', symbol: 'BTCUSDT', interval: '1m' },
      { kind: 'candles', symbol: 'BTCUSDT', interval: '1m' },
    ],
  });
  const desk = openDesk({
    ...setup,
    allocations: [
      { strategy, share: 0.5 },
      { strategy: both, share: 0.5 },
    ],
  });

  it('has every feed once, with those who listen to it', () => {
    expect(desk.feeds).toEqual([
      { index: 0, symbol: 'BTCUSDT', interval: '1m', seats: [0, 1] },
      { index: 1, symbol: 'ETHUSDT', interval: '1h', seats: [1] },
    ]);
    expect(desk.seats[1]?.feeds.map(({ index }) => index)).toEqual([1, 0, 0]);
    expect(desk.inventorySeats.map(({ strategy: { id } }) => id)).toEqual(['both']);
  });

  it('finds the market of a symbol, and the feed of an interval', () => {
    expect(marketOf(desk, 'ETHUSDT').index).toBe(1);
    expect(feedOf(marketOf(desk, 'BTCUSDT'), '1m')?.index).toBe(0);
    expect(feedOf(marketOf(desk, 'BTCUSDT'), '1h')).toBeNull();
    expect(() => marketOf(desk, 'XRPUSDT')).toThrow(/found XRPUSDT; allowed: BTCUSDT, ETHUSDT/);
  });
});

describe('the share of a deposit', () => {
  it('is cut to whole units, and whole for a share of 1', () => {
    expect(shareOf(amount(7n), 1)).toBe(7n);
    expect(shareOf(amount(7n), 0.5)).toBe(3n);
    // 0.29 · 1e9 is 289999999.99999997 as doubles.
    expect(shareOf(amount(1_000_000_000n), 0.29)).toBe(290_000_000n);
  });

  it('never makes more than the deposit out of its parts', () => {
    const parts = Array.from({ length: 6 }, () => shareOf(amount(1_000_000_000_000n), 1 / 6));
    expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(999_999_996_000n);
  });
});
