import { runBacktest } from '@org/backtest-engine';
import type { CandleSeries, Command, Interval, RiskLimits, TradingEvent } from '@org/domain';
import { BUILT_IN_INSTRUMENTS, canonicalJson } from '@org/domain';
import { openDesk } from '@org/execution';
import { replay$, Timeline } from '@org/market-data';
import type { Session } from '@org/session';
import { composeSession } from '@org/session';
import { createBarSimulator, syntheticSeries } from '@org/simulator';
import type { GivenParameters, StrategyDefinition } from '@org/strategies';
import { NEVER, VirtualTimeScheduler } from 'rxjs';
import { openRecordedFeed } from '../../src/market/recorded-paper-market.ts';
import { trade$ } from '../../src/pipeline/trade.ts';
import type { Disturbance } from './disturbances.ts';
import { virtualClock } from './virtual-clock.ts';

/** What is run in both shells. */
export interface Trial {
  readonly strategies: readonly StrategyDefinition[];
  /** Parameters of all of them; the defaults where there are none. */
  readonly set?: GivenParameters;
  readonly symbols: readonly string[];
  readonly interval: Interval;
  readonly bars: number;
  readonly limits: RiskLimits;
  /** Of each series, bars that are left out: a gap. */
  readonly gaps?: Readonly<Record<string, readonly number[]>>;
  readonly fromMs?: number;
}

/** What went into the step and came out of it, a line of canonical JSON each. */
export interface Shell {
  readonly events: readonly string[];
  readonly commands: readonly string[];
}

const CASH = 100_000;

function marketOf({ symbols, interval, bars, gaps = {} }: Trial): readonly CandleSeries[] {
  return symbols.map((symbol) =>
    without(syntheticSeries({ seed: 11, symbol, interval }, bars), gaps[symbol] ?? []),
  );
}

function without(series: CandleSeries, missing: readonly number[]): CandleSeries {
  const keep = (column: Float64Array) => column.filter((_value, index) => !missing.includes(index));
  const { symbol, interval, openTime, open, high, low, close, volume } = series;
  return {
    ...{ symbol, interval, openTime: keep(openTime), open: keep(open), high: keep(high) },
    ...{ low: keep(low), close: keep(close), volume: keep(volume) },
  };
}

export function inBacktest(trial: Trial): Shell {
  const kept = keeping();
  const { trading, feeds } = compose(trial);
  runBacktest(
    {
      ...{ trading, feeds, series: marketOf(trial), venue: venueOf(trading) },
      ...(trial.fromMs === undefined ? {} : { fromMs: trial.fromMs }),
    },
    { onEvent: kept.event, onCommand: kept.command },
  );
  return kept;
}

/** The same, through the streams of the bot, with what a disturbance does to its market. */
export function inStreams(trial: Trial, disturb: (scheduler: VirtualTimeScheduler) => Disturbance): Shell {
  const kept = keeping();
  const session = compose(trial);
  const scheduler = new VirtualTimeScheduler();
  const market = replay$(() => openTimeline(session, marketOf(trial), trial.fromMs ?? null), {
    speed: Infinity,
    clock: virtualClock(scheduler),
  });
  const failures: unknown[] = [];
  trade$({
    desk: openDesk(session.trading),
    venue: venueOf(session.trading),
    feeds: session.feeds.map((plan) => ({ plan, isBase: plan.interval === trial.interval })),
    market$: market.pipe(disturb(scheduler)),
    stop$: NEVER,
    fromMs: trial.fromMs ?? -Infinity,
    record: kept.command,
  }).subscribe({ next: ({ event }) => kept.event(event), error: (error) => failures.push(error) });
  scheduler.flush();
  expect(failures).toEqual([]);
  return kept;
}

function keeping() {
  const events: string[] = [];
  const commands: string[] = [];
  return {
    events,
    commands,
    event: (event: TradingEvent) => void events.push(canonicalJson(event)),
    command: (command: Command) => void commands.push(canonicalJson(command)),
  };
}

function compose({ strategies, set = {}, symbols, interval, limits }: Trial): Session {
  const markets = symbols.flatMap((symbol) => {
    const instrument = BUILT_IN_INSTRUMENTS.get(symbol);
    return instrument === undefined ? [] : [{ instrument, interval }];
  });
  const share = 1 / strategies.length;
  return composeSession({
    candidates: strategies.map((definition) => ({ definition, share, set })),
    ...{ markets, limits, cash: CASH },
  });
}

function venueOf({ instruments, deposits }: Session['trading']) {
  return createBarSimulator({
    ...{ instruments, deposits, slippage: '0.0001' },
    fees: { maker: '0.001', taker: '0.001', asset: 'received' },
  });
}

function openTimeline({ feeds }: Session, series: readonly CandleSeries[], fromMs: number | null): Timeline {
  const bySymbol = new Map(series.map((one) => [one.symbol, one]));
  return new Timeline(feeds.map((feed) => openRecordedFeed(bySymbol, feed, { fromMs, toMs: null })));
}
