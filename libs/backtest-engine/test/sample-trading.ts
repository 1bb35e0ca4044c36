import type { CandleSeries } from '@org/domain';
import { INTERVAL_MS } from '@org/domain';
import type { Equity } from '../src/lib/result/backtest-result.ts';
import type { Fill, FillKind } from '../src/lib/result/fill.ts';
import { cents } from './sample-market.ts';

const FEE = 0.001;
const SLIPPAGE = 0.0001;

export interface SampleTrading {
  readonly fills: readonly Fill[];
  readonly equity: Equity;
}

/**
 * A crossing of two means over recorded bars, with a stop and a target on every position: only as true to the rules of
 * the simulator as a picture of its report needs.
 */
export function sampleTrading(
  series: CandleSeries,
  {
    cash,
    fast,
    slow,
    strategyId = 'sma-cross',
  }: { cash: number; fast: number; slow: number; strategyId?: string },
): SampleTrading {
  const { openTime, open, high, low, close, symbol } = series;
  const fills: Fill[] = [];
  const time = new Float64Array(openTime.length);
  const value = new Float64Array(openTime.length);
  const [fastMean, slowMean] = [means(close, fast), means(close, slow)];
  let [quote, held, stop, target] = [cash, 0, 0, 0];

  const fill = (
    at: number,
    side: 'buy' | 'sell',
    kind: FillKind,
    price: number,
    quantity: number,
    reason: string,
  ) => {
    const fee = side === 'buy' ? quantity * FEE : quantity * price * FEE;
    fills.push({
      time: at,
      orderId: `os1-${fills.length + 1}`,
      symbol,
      strategyId,
      side,
      kind,
      price,
      quantity,
      fee,
      feeAsset: side === 'buy' ? 'BTC' : 'USDT',
      reason,
    });
    quote += side === 'buy' ? -quantity * price : quantity * price - fee;
    held += side === 'buy' ? quantity - fee : -quantity;
  };
  const sellable = () => Math.floor(held * 1e5) / 1e5;

  for (let bar = 0; bar < openTime.length; bar++) {
    const [now, then] = [bar - 1, bar - 2];
    const rising = fastMean[now]! > slowMean[now]!;
    const numbers = `fast ${cents(fastMean[now]!)} ${rising ? 'above' : 'below'} slow ${cents(slowMean[now]!)}`;
    if (bar > slow && rising && fastMean[then]! <= slowMean[then]! && sellable() === 0) {
      const price = cents(open[bar]! * (1 + SLIPPAGE));
      fill(openTime[bar]!, 'buy', 'market', price, Math.floor(((quote * 0.9) / price) * 1e5) / 1e5, numbers);
      [stop, target] = [cents(price * 0.97), cents(price * 1.09)];
    } else if (bar > slow && !rising && sellable() > 0) {
      fill(openTime[bar]!, 'sell', 'market', cents(open[bar]! * (1 - SLIPPAGE)), sellable(), numbers);
    }
    const inBar = openTime[bar]! + INTERVAL_MS[series.interval] / 2;
    if (sellable() > 0 && low[bar]! <= stop) {
      const price = cents(Math.min(stop, open[bar]!) * (1 - SLIPPAGE));
      fill(inBar, 'sell', 'stop', price, sellable(), `stop at ${stop}, 3% below the entry`);
    } else if (sellable() > 0 && high[bar]! > target) {
      fill(
        inBar,
        'sell',
        'target',
        target,
        sellable(),
        `target at ${target}, three times the stop’s distance`,
      );
    }
    time[bar] = openTime[bar]! + INTERVAL_MS[series.interval];
    value[bar] = quote + held * close[bar]!;
  }
  return { fills, equity: { time, value } };
}

function means(values: Float64Array, period: number): Float64Array {
  let sum = 0;
  return values.map((value, index) => {
    sum += value - (index >= period ? values[index - period]! : 0);
    return sum / period;
  });
}
