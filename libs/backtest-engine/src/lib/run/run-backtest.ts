import type { Command, TradingEvent } from '@org/domain';
import type { Desk, TradingState } from '@org/execution';
import { Agenda, openDesk, startTrading, TradingRun, WarmUpGate, workingOrder } from '@org/execution';
import { Timeline } from '@org/market-data';
import type { Times } from '../result/backtest-result.ts';
import type { Fill } from '../result/fill.ts';
import type { BacktestObserver, BacktestSetup } from './backtest-setup.ts';
import type { BarFeed } from './bar-feed.ts';
import { openFeeds } from './bar-feed.ts';
import { CalmBars } from './calm-bars.ts';
import { ClosedBars } from './closed-bars.ts';
import { FillRecorder } from './fill-recorder.ts';
import { RecordedBar } from './recorded-bar.ts';
import { RunMemory } from './run-memory.ts';
import { ShownBars } from './shown-bars.ts';

/** What a backtest gives. */
export interface BacktestRun {
  readonly equity: { readonly time: Times; readonly value: Float64Array };
  readonly fills: readonly Fill[];
  /** How many bars of the lowest intervals were run through, those before `fromMs` not counted. */
  readonly bars: number;
  /** When the first bar closed on which trading was allowed, in ms UTC; null when warm-up never ended. */
  readonly firstDecision: number | null;
  readonly refusals: number;
  readonly end: TradingState;
}

/**
 * Runs the trading step over recorded bars: the event-driven backtest of the very code that trades live.
 *
 * @param memory what runs one after the other share: the equity then holds until the next of them begins. By default the
 * run has memory of its own, and what it gives is its caller's.
 * @throws InputError when the setup is not consistent, see `openDesk`, and `memory-in-use`.
 */
export function runBacktest(
  setup: BacktestSetup,
  observer: BacktestObserver = {},
  memory = new RunMemory(),
): BacktestRun {
  memory.beginRun();
  try {
    return new Backtest(setup, observer, memory).run();
  } finally {
    memory.endRun();
  }
}

class Backtest {
  declare private readonly venue: ShownBars;
  declare private readonly fromMs: number;
  declare private readonly gate: WarmUpGate;
  declare private readonly observer: BacktestObserver;
  declare private readonly desk: Desk;
  declare private readonly trading: TradingRun;
  declare private readonly feeds: readonly BarFeed[];
  declare private readonly timeline: Timeline<RecordedBar>;
  declare private readonly closed: ClosedBars;
  declare private readonly fills: FillRecorder;
  declare private readonly agenda: Agenda;
  /**
   * The feeds with a bar in the time slice at hand, the first `sliceLength`, in the order of the timeline. The array is
   * overwritten and never shortened: shortening gives its memory back, bar by bar.
   */
  private readonly sliceFeeds: BarFeed[] = [];
  private sliceLength = 0;
  private sliceTime = -Infinity;
  private open = false;
  private refusals = 0;
  /** NaN before it: a field that is a number at all times costs no object. */
  private firstDecision = NaN;

  constructor(setup: BacktestSetup, observer: BacktestObserver, memory: RunMemory) {
    this.fromMs = setup.fromMs ?? -Infinity;
    this.observer = observer;
    this.desk = openDesk(setup.trading);
    this.trading = new TradingRun(this.desk, startTrading(this.desk, 0));
    this.feeds = openFeeds(setup, this.trading, memory);
    this.venue = new ShownBars(setup.venue, this.feeds);
    this.gate = new WarmUpGate(
      this.feeds.map(({ warmUp }) => warmUp),
      this.fromMs,
    );
    this.timeline = new Timeline(this.feeds.map(({ bars }) => bars));
    const traded = this.feeds.filter(({ isBase }) => isBase).map(({ series }) => series);
    this.closed = new ClosedBars(traded, observer, memory);
    this.fills = new FillRecorder(setup.trading.instruments);
    this.agenda = new Agenda(setup.tasks);
  }

  run(): BacktestRun {
    const [only] = this.feeds;
    if (only?.isBase === true && this.feeds.length === 1) this.workFeed(only);
    else this.workTimeline();
    return {
      equity: this.closed.equity.columns(),
      fills: this.fills.fills,
      bars: this.closed.number,
      firstDecision: Number.isNaN(this.firstDecision) ? null : this.firstDecision,
      refusals: this.refusals,
      end: plainState(this.trading.state),
    };
  }

  /**
   * Where there is one feed, every bar is a slice, and none can be missing beside it. The loop holds next to nothing: the
   * engine settles its code in the middle of the first thousands of bars, that of what it calls when it has seen more.
   */
  private workFeed(feed: BarFeed): void {
    const calm = new CalmBars(feed, this.agenda, this.closed, this.observer);
    while (feed.bars.nextCloseTime < Infinity) {
      if (this.open && calm.begin()) this.carryOutAll(this.trading.closeBars(feed.place, calm));
      else this.workNext(feed);
    }
  }

  private workNext(feed: BarFeed): void {
    const bar = feed.bars.take();
    if (!this.open) this.admit(0, bar.time);
    if (this.open) this.workBar(feed, bar);
    else this.warmUp(feed, bar);
  }

  private admit(feed: number, time: number): void {
    this.open = this.gate.admit(feed, time);
    if (this.open) this.firstDecision = time;
  }

  private workTimeline(): void {
    while (this.timeline.advance()) this.workItem();
    this.workSlice();
  }

  /** One item of the timeline: a bar is kept until its slice is whole. */
  private workItem(): void {
    const { time, feed: index } = this.timeline;
    if (time !== this.sliceTime) {
      this.workSlice();
      this.sliceTime = time;
    }
    const feed = this.feeds[index];
    if (feed === undefined) this.workMissing(time);
    else {
      const bar = this.timeline.take();
      if (!this.open) this.admit(index, time);
      if (this.open) this.keepForSlice(feed);
      else this.warmUp(feed, bar);
    }
  }

  /** Keeps a bar until its slice is whole, and shows it to the venue if it has anything to do with our orders. */
  private keepForSlice(feed: BarFeed): void {
    if (this.sliceLength === 0) this.venue.beginSlice();
    if (feed.isBase) this.beginBar(feed.bars.current, this.sliceTime);
    const at = this.sliceLength++;
    if (this.sliceFeeds[at] !== feed) this.sliceFeeds[at] = feed;
    this.venue.take(feed);
  }

  private warmUp({ place, isBase }: BarFeed, bar: RecordedBar): void {
    this.trading.mark(place, bar);
    if (isBase && bar.openTime >= this.fromMs) this.closed.countUntraded(bar, this.trading.state);
  }

  private workMissing(time: number): void {
    this.workSlice();
    if (this.open) this.take({ kind: 'candlesMissing', time, missing: this.timeline.missing });
  }

  /** A slice of one bar. */
  private workBar(feed: BarFeed, bar: RecordedBar): void {
    this.beginBar(bar, bar.time);
    this.venue.show(feed);
    this.workVenue(bar.time);
    this.closeFeed(feed);
  }

  /** What happens to our orders inside the bars of the slice comes first, then their closes. */
  private workSlice(): void {
    const { sliceLength: count } = this;
    if (count === 0) return;
    this.sliceLength = 0;
    this.workVenue(this.sliceTime);
    for (let at = 0; at < count; at++) this.closeFeed(this.sliceFeeds[at]!);
  }

  /** What is due by the open of a bar comes before it; what is due inside it, among what happens in it. */
  private beginBar(bar: RecordedBar, closeTime: number): void {
    if (this.agenda.nextTime < closeTime) this.keepAppointments(bar.openTime + 1);
  }

  private workVenue(closeTime: number): void {
    for (let event = this.venue.nextEvent(); event !== undefined; event = this.venue.nextEvent()) {
      if (this.agenda.nextTime < event.time) this.keepAppointments(event.time);
      if (event.kind === 'orderFilled') {
        this.fills.record(event, workingOrder(this.desk, this.trading.state, event.clientOrderId));
      }
      this.take(event);
    }
    if (this.agenda.nextTime < closeTime) this.keepAppointments(closeTime);
  }

  private closeFeed(feed: BarFeed): void {
    this.closeBar(feed, feed.bars.close());
  }

  private closeBar({ place, isBase }: BarFeed, bar: RecordedBar): void {
    this.observer.onEvent?.(bar.plain());
    const commands = this.trading.closeBar(place, bar);
    if (commands.length > 0) this.carryOutAll(commands);
    if (isBase) this.closed.count(this.trading.state);
  }

  /** Takes what is due before `time`. */
  private keepAppointments(time: number): void {
    for (let due = this.agenda.takeBefore(time); due !== undefined; due = this.agenda.takeBefore(time)) {
      this.take(due);
    }
  }

  private take(event: TradingEvent): void {
    this.observer.onEvent?.(event);
    const commands = this.trading.take(event);
    if (commands.length > 0) this.carryOutAll(commands);
  }

  private carryOutAll(commands: readonly Command[]): void {
    // Each report of an order comes through here, and an iterator costs more than what most of them bring.
    for (let at = 0; at < commands.length; at++) this.carryOut(commands[at]!);
  }

  private carryOut(command: Command): void {
    this.observer.onCommand?.(command);
    switch (command.kind) {
      case 'place':
      case 'placePair':
      case 'cancel':
        return this.venue.submit(command);
      case 'setTimer':
        return this.agenda.setTimer(command);
      case 'compute':
        return this.agenda.compute(command);
      case 'refused':
        this.refusals += 1;
        return;
      default:
        return;
    }
  }
}

/** The state with its newest bars as plain data. */
function plainState(state: TradingState): TradingState {
  return { ...state, bars: state.bars.map((bar) => (bar instanceof RecordedBar ? bar.plain() : bar)) };
}
