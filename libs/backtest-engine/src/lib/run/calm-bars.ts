import type { Agenda, BarWalk, TradingState } from '@org/execution';
import type { BacktestObserver } from './backtest-setup.ts';
import type { BarFeed } from './bar-feed.ts';
import type { ClosedBars } from './closed-bars.ts';
import type { RecordedBar } from './recorded-bar.ts';

/** The next bars of the only feed of a run, for as long as they leave its orders alone and nothing of the agenda is due. */
export class CalmBars implements BarWalk {
  declare private readonly feed: BarFeed;
  declare private readonly agenda: Agenda;
  declare private readonly closed: ClosedBars;
  declare private readonly observer: BacktestObserver;

  constructor(feed: BarFeed, agenda: Agenda, closed: ClosedBars, observer: BacktestObserver) {
    this.feed = feed;
    this.agenda = agenda;
    this.closed = closed;
    this.observer = observer;
  }

  get hasNext(): boolean {
    return this.feed.bars.isNextCalm(this.feed.calm, this.agenda);
  }

  next(): RecordedBar | null {
    const { bars, calm } = this.feed;
    if (!bars.isNextCalm(calm, this.agenda)) return null;
    const bar = bars.pass();
    if (this.observer.onEvent !== undefined) this.tell(bar);
    return bar;
  }

  taken(state: TradingState): void {
    this.closed.countNext(state);
  }

  private tell(bar: RecordedBar): void {
    this.observer.onEvent?.(bar.plain());
  }
}
