import type { SpotInstrument } from '@org/domain';
import { amountIn, BUILT_IN_INSTRUMENTS, DEFAULT_RISK_LIMITS } from '@org/domain';
import { smaCross } from '@org/strategies';
import type { SessionRequest } from './compose-session.ts';
import { composeSession } from './compose-session.ts';

function builtIn(symbol: string): SpotInstrument {
  const instrument = BUILT_IN_INSTRUMENTS.get(symbol);
  if (instrument === undefined) throw new RangeError(symbol);
  return instrument;
}

const BITCOIN = { instrument: builtIn('BTCUSDT'), interval: '5m' } as const;
const ETHER = { instrument: builtIn('ETHUSDT'), interval: '5m' } as const;

function compose(changed: Partial<SessionRequest> = {}) {
  return composeSession({
    candidates: [{ definition: smaCross, share: 1, set: { fast: '2', slow: '5' } }],
    markets: [BITCOIN],
    limits: DEFAULT_RISK_LIMITS,
    cash: 1_000.5,
    ...changed,
  });
}

const outline = ({ feeds }: ReturnType<typeof compose>) =>
  feeds.map(({ symbol, interval, warmUp }) => [symbol, interval, warmUp]);

describe('a session', () => {
  it('has the account, limits, markets and strategies that were asked for', () => {
    const { trading, seated } = compose();
    expect(trading.deposits).toEqual([
      { asset: 'USDT', amount: amountIn('1000.5', BITCOIN.instrument.quote) },
    ]);
    expect(trading.limits).toBe(DEFAULT_RISK_LIMITS);
    expect(trading.instruments).toEqual([BITCOIN.instrument]);
    expect(trading.orderIdPrefix).toBe('os');
    expect(trading.allocations.map(({ strategy, share }) => [strategy.id, share])).toEqual([
      ['sma-cross', 1],
    ]);
    expect(seated[0]?.strategy.parameters).toEqual({ fast: 2, slow: 5, confirm: 1 });
  });

  it('decides on the bars that orders are matched on, unless another interval is asked for', () => {
    expect(outline(compose())).toEqual([['BTCUSDT', '5m', 5]]);
    expect(outline(compose({ interval: '1h' }))).toEqual([
      ['BTCUSDT', '1h', 5],
      ['BTCUSDT', '5m', 0],
    ]);
  });

  it('holds further assets beside its cash, and names its orders as asked', () => {
    const ether = { asset: 'ETH', amount: amountIn('2', ETHER.instrument.base) };
    const { trading } = compose({ markets: [BITCOIN, ETHER], deposits: [ether], orderIdPrefix: 'mine' });
    expect(trading.deposits.slice(1)).toEqual([ether]);
    expect(trading.orderIdPrefix).toBe('mine');
    expect(trading.allocations.map(({ share }) => share)).toEqual([0.5, 0.5]);
  });

  it.each([1e-9, 1.5e-8, 100.000000001])(
    'cannot begin with cash between two steps of its asset: %p',
    (cash) => {
      expect(() => compose({ cash })).toThrow(
        `an account cannot hold this much cash; found ${cash} USDT; allowed: steps of 0.00000001 USDT`,
      );
    },
  );

  it.each([
    [1e-8, '0.00000001'],
    [0.29, '0.29'],
    [10_000, '10000'],
    [123_456_789.12345678, '123456789.12345678'],
    [1e20, '100000000000000000000'],
  ])('begins with all of its cash: %p', (cash, text) => {
    expect(compose({ cash }).trading.deposits[0]?.amount).toBe(amountIn(text, BITCOIN.instrument.quote));
  });

  it('follows a market for prices alone, which no strategy hears of', () => {
    const session = compose({ markets: [{ ...ETHER, isForPrices: true }, BITCOIN] });
    expect(session.trading.instruments.map(({ symbol }) => symbol)).toEqual(['ETHUSDT', 'BTCUSDT']);
    expect(session.seated.map(({ strategy }) => strategy.id)).toEqual(['sma-cross']);
    expect(outline(session)).toEqual([
      ['BTCUSDT', '5m', 5],
      ['ETHUSDT', '5m', 0],
    ]);
  });

  it('is not put together without a market to trade', () => {
    expect(() => compose({ markets: [] })).toThrow('at least one market to trade');
    expect(() => compose({ markets: [{ ...ETHER, isForPrices: true }] })).toThrow(
      'at least one market to trade',
    );
  });
});
