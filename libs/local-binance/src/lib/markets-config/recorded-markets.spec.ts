import type { CandleSeries } from '@org/domain';
import { InputError } from '@org/domain';
import { createExchange, gridOf, runMarkets } from '@org/simulator';
import { BUILT_IN_SYMBOLS } from '../symbols/built-in-symbols.ts';
import { candleMarkets } from './candle-markets.ts';
import { isCaptureFile } from './capture-markets.ts';
import { joinMarkets } from './recorded-markets.ts';

const TERMS = { symbols: BUILT_IN_SYMBOLS, seed: 1 };
const START = 1_704_067_200_000;

const minute = (symbol: string, price: number, volume: number): CandleSeries => ({
  symbol,
  interval: '1m',
  openTime: Float64Array.of(START),
  open: Float64Array.of(price),
  high: Float64Array.of(price),
  low: Float64Array.of(price),
  close: Float64Array.of(price),
  volume: Float64Array.of(volume),
});

describe('markets from candles', () => {
  it('are those that were recorded, with the rules that are known', () => {
    const { market, symbols, notes } = candleMarkets(
      [minute('BTCUSDT', 42_000.5, 1.5), minute('ETHUSDT', 2_300, 20)],
      TERMS,
    );
    expect(market.map(({ symbol, startTime }) => [symbol, startTime])).toEqual([
      ['BTCUSDT', START],
      ['ETHUSDT', START],
    ]);
    expect(symbols).toEqual(BUILT_IN_SYMBOLS.filter(({ symbol }) => ['BTCUSDT', 'ETHUSDT'].includes(symbol)));
    expect(notes).toEqual([]);
  });

  it('count in finer steps where the filters are coarser than the recording, and say so', () => {
    const { market, symbols, notes } = candleMarkets([minute('BTCUSDT', 42_000.125, 911.471731)], TERMS);
    const [rules] = symbols;
    if (rules === undefined) throw new Error('no rules');
    const { tick, lot } = gridOf(rules);
    expect([tick, lot]).toEqual([
      { units: 1n, decimals: 3 },
      { units: 1n, decimals: 6 },
    ]);
    expect(notes).toEqual(['BTCUSDT: 1 of 1 bars are finer than its filters; what rests may be too']);

    let traded = 0;
    const exchange = createExchange({
      symbols,
      accounts: [],
      averagePrice: () => null,
      emit: (event) => {
        if (event.kind === 'marketTrade') traded += event.quantity;
      },
    });
    runMarkets(exchange, market, START).advanceTo(Infinity);
    expect(traded).toBe(911_471_731);
  });

  it('refuse a symbol without rules, and tell which it may be', () => {
    expect(() => candleMarkets([minute('BTCUSDC', 1, 1)], TERMS)).toThrow(InputError);
    expect(() => candleMarkets([minute('BTCUSDC', 1, 1)], TERMS)).toThrow(
      /found BTCUSDC; allowed: BTCUSDT, /,
    );
  });
});

describe('recordings together', () => {
  it('are one of a symbol', () => {
    const [one, other] = [minute('BTCUSDT', 1, 1), { ...minute('BTCUSDT', 1, 1), interval: '5m' as const }];
    expect(() => candleMarkets([one, other], TERMS)).toThrow('there are two recordings of BTCUSDT');
    const markets = candleMarkets([one], TERMS);
    expect(() => joinMarkets([markets, markets])).toThrow(InputError);
    expect(joinMarkets([markets])).toEqual(markets);
  });

  it.each([
    ['BTCUSDT-1m-2024-12.csv.gz', false],
    ['BTCUSDT-1h-2024.csv', false],
    ['BTCUSDT-1m-2024-12.zip', false],
    ['BTCUSDT-spot-2024-08-08.ws.gz', true],
    ['quiet-symbols-2021-10-12.ws.txt', true],
    ['quiet-symbols-2021-10-12.snapshots.gz', true],
  ])('%s is a capture: %p', (name, isCapture) => {
    expect(isCaptureFile(name)).toBe(isCapture);
  });
});
