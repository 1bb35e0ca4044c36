import type { CandleSeries } from '@org/domain';
import type { Equity } from '../result/backtest-result.ts';
import { DrawdownMeter } from '../statistics/max-drawdown.ts';
import type { TimeAxis } from './time-axis.ts';
import { placer } from './time-axis.ts';

type Column = (number | null)[];

/** Equity and drawdown on an axis: the last close of each stretch of time, and the deepest drawdown in it. */
export function equityColumns(
  firstEquity: number,
  { time, value }: Equity,
  axis: TimeAxis,
): { equity: Column; drawdown: Column } {
  const equity = emptyColumn(axis);
  const drawdown = emptyColumn(axis);
  const meter = new DrawdownMeter(firstEquity);
  const placeOf = placer(axis);
  for (let bar = 0; bar < time.length; bar++) {
    const place = placeOf(time.at(bar)! - 1);
    equity[place] = value[bar]!;
    drawdown[place] = Math.min(drawdown[place] ?? 0, -meter.add(bar, value[bar]!));
  }
  return { equity: equity.map(brief), drawdown: drawdown.map(brief) };
}

/** The bars of a market on an axis: first open, highest, lowest, last close of each stretch of time. */
export function candleColumns(
  series: CandleSeries,
  axis: TimeAxis,
): { open: Column; high: Column; low: Column; close: Column } {
  const open = emptyColumn(axis);
  const high = emptyColumn(axis);
  const low = emptyColumn(axis);
  const close = emptyColumn(axis);
  const placeOf = placer(axis);
  for (let bar = 0; bar < series.openTime.length; bar++) {
    const place = placeOf(series.openTime[bar]!);
    open[place] ??= series.open[bar]!;
    high[place] = Math.max(high[place] ?? 0, series.high[bar]!);
    low[place] = Math.min(low[place] ?? Number.POSITIVE_INFINITY, series.low[bar]!);
    close[place] = series.close[bar]!;
  }
  return { open, high, low, close };
}

/** What the first equity would be worth, held in equal parts of all markets, at each stretch's last close. */
export function holdColumn(firstEquity: number, candles: readonly CandleSeries[], axis: TimeAxis): Column {
  const column = emptyColumn(axis);
  const traded = candles.filter(({ openTime }) => openTime.length > 0);
  for (const series of traded) {
    const { close } = candleColumns(series, axis);
    let growth = 1;
    for (const [place, last] of close.entries()) {
      if (last !== null) growth = last / series.open[0]!;
      column[place] = (column[place] ?? 0) + (firstEquity * growth) / traded.length;
    }
  }
  return column.map(brief);
}

function emptyColumn({ opens }: TimeAxis): Column {
  return new Array<number | null>(opens.length).fill(null);
}

/** Nine digits are more than any screen shows, and half the bytes. */
function brief(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(9));
}
