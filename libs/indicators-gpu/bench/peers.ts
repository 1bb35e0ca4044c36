import { IndicatorsSync } from '@ixjb94/indicators';
import * as indicatorts from 'indicatorts';
import technicalindicators from 'technicalindicators';
import * as tradingSignals from 'trading-signals';
import type { Measured } from './ours.ts';
import type { AllColumns } from './series.ts';

/** Computes an indicator and gives its newest value, or that of the line that ours gives first. */
export type Peer = () => number | null | undefined;

/** The packages that people use today, each called as its documents say, on plain arrays. */
export function peers(bars: AllColumns): Readonly<Record<string, Readonly<Partial<Record<Measured, Peer>>>>> {
  const plain = {
    open: Array.from(bars.open),
    high: Array.from(bars.high),
    low: Array.from(bars.low),
    close: Array.from(bars.close),
    volume: Array.from(bars.volume),
  };
  return {
    '@ixjb94/indicators': ixjb94(plain),
    indicatorts: indicatortsOf(plain),
    technicalindicators: technicalOf(plain),
    'trading-signals': signalsOf(plain),
  };
}

type Plain = Readonly<Record<'open' | 'high' | 'low' | 'close' | 'volume', number[]>>;
type PeerSet = Readonly<Partial<Record<Measured, Peer>>>;

function ixjb94({ high, low, close, volume }: Plain): PeerSet {
  const library = new IndicatorsSync();
  return {
    sma: () => library.sma(close, 20).at(-1),
    ema: () => library.ema(close, 20).at(-1),
    rsi: () => library.rsi(close, 14).at(-1),
    macd: () => library.macd(close, 12, 26, 9)[0]?.at(-1),
    bbands: () => library.bbands(close, 20, 2)[2]?.at(-1),
    atr: () => library.atr(high, low, close, 14).at(-1),
    stoch: () => library.stoch(high, low, close, 14, 3, 3)[0]?.at(-1),
    adx: () => library.adx(high, low, 14).at(-1),
    obv: () => library.obv(close, volume).at(-1),
    vwap: () => library.vwap(high, low, close, volume, 20).at(-1),
  };
}

function indicatortsOf({ high, low, close, volume }: Plain): PeerSet {
  return {
    sma: () => indicatorts.sma(close, { period: 20 }).at(-1),
    ema: () => indicatorts.ema(close, { period: 20 }).at(-1),
    rsi: () => indicatorts.rsi(close, { period: 14 }).at(-1),
    macd: () => indicatorts.macd(close, { fast: 12, slow: 26, signal: 9 }).macdLine.at(-1),
    bbands: () => indicatorts.bb(close, { period: 20 }).upper.at(-1),
    atr: () => indicatorts.atr(high, low, close, { period: 14 }).atrLine.at(-1),
    stoch: () => indicatorts.stoch(high, low, close, { kPeriod: 14, dPeriod: 3 }).d.at(-1),
    obv: () => indicatorts.obv(close, volume).at(-1),
    vwap: () => indicatorts.vwap(close, volume, { period: 20 }).at(-1),
  };
}

function technicalOf({ high, low, close, volume }: Plain): PeerSet {
  const { ADX, ATR, BollingerBands, EMA, MACD, OBV, RSI, SMA, Stochastic } = technicalindicators;
  const averages = { SimpleMAOscillator: false, SimpleMASignal: false };
  return {
    sma: () => SMA.calculate({ period: 20, values: close }).at(-1),
    ema: () => EMA.calculate({ period: 20, values: close }).at(-1),
    rsi: () => RSI.calculate({ period: 14, values: close }).at(-1),
    macd: () =>
      MACD.calculate({ values: close, fastPeriod: 12, slowPeriod: 26, signalPeriod: 9, ...averages }).at(-1)
        ?.MACD,
    bbands: () => BollingerBands.calculate({ period: 20, stdDev: 2, values: close }).at(-1)?.upper,
    atr: () => ATR.calculate({ period: 14, high, low, close }).at(-1),
    stoch: () => Stochastic.calculate({ period: 14, signalPeriod: 3, high, low, close }).at(-1)?.d,
    adx: () => ADX.calculate({ period: 14, high, low, close }).at(-1)?.adx,
    obv: () => OBV.calculate({ close, volume }).at(-1),
  };
}

function signalsOf(plain: Plain): PeerSet {
  const { ADX, ATR, BollingerBands, EMA, MACD, OBV, RSI, SMA, StochasticOscillator, WSMA } = tradingSignals;
  const candles = plain.close.map((close, i) => ({
    open: plain.open[i] ?? NaN,
    high: plain.high[i] ?? NaN,
    low: plain.low[i] ?? NaN,
    close,
    volume: plain.volume[i] ?? NaN,
  }));
  return {
    sma: () => new SMA(20).updates(plain.close).at(-1),
    ema: () => new EMA(20).updates(plain.close).at(-1),
    rsi: () => new RSI(14, WSMA).updates(plain.close).at(-1),
    macd: () => new MACD(new EMA(12), new EMA(26), new EMA(9)).updates(plain.close).at(-1)?.macd,
    bbands: () => new BollingerBands(20, 2).updates(plain.close).at(-1)?.upper,
    atr: () => new ATR(14, WSMA).updates(candles).at(-1),
    stoch: () =>
      new StochasticOscillator({ kPeriod: 14, kSlowingPeriod: 3, dPeriod: 3 }).updates(candles).at(-1)
        ?.stochK,
    adx: () => new ADX(14, WSMA).updates(candles).at(-1),
    obv: () => new OBV(2).updates(candles).at(-1),
  };
}
