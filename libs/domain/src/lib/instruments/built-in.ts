import type { SpotInstrument } from './instrument.ts';
import { spotInstrument } from './instrument.ts';

const USDT = { code: 'USDT', decimals: 8 };

/** The rules of the markets that work without any file, as Binance has had them since 2021. */
export const BUILT_IN_INSTRUMENTS: ReadonlyMap<string, SpotInstrument> = new Map(
  [
    spotInstrument({
      symbol: 'BTCUSDT',
      base: { code: 'BTC', decimals: 8 },
      quote: USDT,
      tickSize: '0.01',
      stepSize: '0.00001',
      minNotional: '5',
    }),
    spotInstrument({
      symbol: 'ETHUSDT',
      base: { code: 'ETH', decimals: 8 },
      quote: USDT,
      tickSize: '0.01',
      stepSize: '0.0001',
      minNotional: '5',
    }),
  ].map((instrument) => [instrument.symbol, instrument]),
);
