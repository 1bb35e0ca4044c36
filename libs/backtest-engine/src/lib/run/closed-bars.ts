import type { CandleSeries } from '@org/domain';
import type { TradingState } from '@org/execution';
import type { BacktestObserver } from './backtest-setup.ts';
import { EquityRecorder } from './equity-recorder.ts';
import type { RecordedBar } from './recorded-bar.ts';
import type { RunMemory } from './run-memory.ts';

/** The number of bars between two words about progress. */
const PROGRESS_BARS = 65_536;

/** The bars of the lowest intervals that have closed: how many, and what the account was worth at each. */
export class ClosedBars {
  declare readonly equity: EquityRecorder;
  declare private readonly total: number;
  declare private readonly observer: BacktestObserver;
  private bars = 0;
  private nextWord = PROGRESS_BARS;

  /** @param series the bars that can come */
  constructor(series: readonly CandleSeries[], observer: BacktestObserver, memory: RunMemory) {
    this.equity = new EquityRecorder(series, memory);
    this.total = series.reduce((sum, { openTime }) => sum + openTime.length, 0);
    this.observer = observer;
  }

  get number(): number {
    return this.bars;
  }

  /** Takes one of the warm-up, whose time the state does not know. */
  countUntraded({ time }: RecordedBar, { equity }: TradingState): void {
    this.equity.record(time, equity);
    this.bars += 1;
  }

  /** Takes the one that the state knows as the newest. */
  count({ time, equity }: TradingState): void {
    this.equity.record(time, equity);
    this.bars += 1;
    if (this.bars >= this.nextWord) this.tellProgress();
  }

  /** Takes those of the only series whose equities have been written behind the points so far, up to so many. */
  countUpTo(points: number): void {
    this.bars += this.equity.growTo(points);
    if (this.bars >= this.nextWord) this.tellProgress();
  }

  private tellProgress(): void {
    this.nextWord = this.bars + PROGRESS_BARS;
    this.observer.onProgress?.(this.bars, this.total);
  }
}
