import type { Calm } from '@org/domain';
import type { Agenda, BarWalk } from '@org/execution';
import type { BacktestObserver } from './backtest-setup.ts';
import type { BarFeed } from './bar-feed.ts';
import type { ClosedBars } from './closed-bars.ts';
import type { FeedBars } from './feed-bars.ts';
import type { RecordedBar } from './recorded-bar.ts';

/** The next bars of the only feed of a run, for as long as they leave its orders alone and nothing of the agenda is due. */
export class CalmBars implements BarWalk {
  declare readonly bar: RecordedBar;
  declare readonly cells: Float64Array;
  declare readonly toLow: number;
  declare readonly toHigh: number;
  declare readonly toClose: number;
  declare readonly rowStep: number;
  declare readonly lengthMs: number;
  declare readonly calm: Calm;
  declare readonly equities: Float64Array;
  row = 0;
  end = 0;
  lastTime = NaN;
  point = 0;
  declare private readonly bars: FeedBars;
  declare private readonly agenda: Agenda;
  declare private readonly closed: ClosedBars;
  declare private readonly observer: BacktestObserver;

  constructor({ bars, calm }: BarFeed, agenda: Agenda, closed: ClosedBars, observer: BacktestObserver) {
    this.bar = bars.closed;
    this.cells = bars.cells;
    this.toLow = bars.toLow;
    this.toHigh = bars.toHigh;
    this.toClose = bars.toClose;
    this.rowStep = bars.rowStep;
    this.lengthMs = bars.lengthMs;
    this.calm = calm;
    this.equities = closed.equity.value;
    this.bars = bars;
    this.agenda = agenda;
    this.closed = closed;
    this.observer = observer;
  }

  /** Whether there is a next bar; the walk begins at it. */
  begin(): boolean {
    const { bars } = this;
    if (!bars.isNextCalm(this.calm, this.agenda)) return false;
    this.row = bars.row;
    this.end = bars.end;
    this.lastTime = this.agenda.nextTime;
    this.point = this.closed.equity.length;
    if (this.observer.onEvent !== undefined) this.tell();
    return true;
  }

  passed(): void {
    this.closed.countUpTo(this.point);
    this.bars.passUpTo(this.row);
  }

  /** Who looks on is told of each bar before it is taken: they come one by one. */
  private tell(): void {
    this.end = this.row + this.rowStep;
    this.bar.standFor(this.row);
    this.observer.onEvent?.(this.bar.plain());
  }
}
