import { adxTwin } from '../momentum/adx/adx.kernel.ts';
import { macdTwin } from '../momentum/macd/macd.kernel.ts';
import { rsiTwin } from '../momentum/rsi/rsi.kernel.ts';
import { stochTwin } from '../momentum/stoch/stoch.kernel.ts';
import { bbandsTwin } from '../overlap/bbands/bbands.kernel.ts';
import { emaTwin } from '../overlap/ema/ema.kernel.ts';
import { rollingVwapTwin } from '../overlap/rolling-vwap/rolling-vwap.kernel.ts';
import { smaTwin } from '../overlap/sma/sma.kernel.ts';
import { vwapTwin } from '../overlap/vwap/vwap.kernel.ts';
import { atrTwin } from '../volatility/atr/atr.kernel.ts';
import { obvTwin } from '../volume/obv/obv.kernel.ts';
import type { Twin } from './graph/graph.ts';

/** The indicators that a device computes itself, by name. */
export const twins = byName(
  smaTwin,
  emaTwin,
  bbandsTwin,
  vwapTwin,
  rollingVwapTwin,
  rsiTwin,
  macdTwin,
  stochTwin,
  adxTwin,
  atrTwin,
  obvTwin,
);

/* @__NO_SIDE_EFFECTS__ */
function byName(...all: readonly Twin[]): ReadonlyMap<string, Twin> {
  return new Map(all.map((twin) => [twin.indicator, twin]));
}
