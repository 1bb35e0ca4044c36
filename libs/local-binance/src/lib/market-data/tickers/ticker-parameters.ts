import { binanceError } from '../../errors/binance-error.ts';
import { defaulted, optional } from '../../parameters/parameter.ts';
import { symbolName, symbolNames } from '../../parameters/symbols.ts';
import { oneOf } from '../../parameters/words.ts';
import { symbolStatus } from '../known-market.ts';

/** The markets that are asked about. */
export const askedMarkets = {
  symbol: optional(symbolName),
  symbols: optional(symbolNames()),
  symbolStatus,
};

/** The most markets that may be named where each of them is worked out anew. */
const MOST_SYMBOLS = 100;

export const fewMarkets = { ...askedMarkets, symbols: optional(symbolNames(MOST_SYMBOLS)) };

export const tickerType = defaulted(
  oneOf(['FULL', 'MINI'], () => binanceError(-1139, 'Invalid ticker type.')),
  'FULL',
);
