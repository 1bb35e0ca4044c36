import type { MarketTrade } from '@org/simulator';
import type { Amount } from '@org/domain';
import type { Bar } from './bar.ts';
import { barOf, merged, reopened } from './bar.ts';
import { ClosedBars } from './closed-bars.ts';
import type { KlineInterval } from './kline-interval.ts';
import { KLINE_INTERVALS, klineOpen } from './kline-interval.ts';

/** How many bars of a length are kept: minutes for a window of seven days, of the others five times what can be asked. */
const KEPT_MINUTES = 7 * 24 * 60 + 1;
const KEPT_BARS = 5000;

/** Bars of one length: those that are over, and the last one that anything was added to. */
interface Row {
  readonly interval: KlineInterval;
  readonly closed: ClosedBars;
  growing: Bar | null;
}

/**
 * The bars of every length of one market, as far as anything was traded in them. A trade goes into its second; only
 * when that is over does it go into its minute, and that into the longer ones, so that a trade costs the same however
 * many lengths there are.
 */
export class Bars {
  readonly #seconds = rowOf('1s');
  readonly #minutes = rowOf('1m');
  readonly #longer = KLINE_INTERVALS.filter((interval) => interval !== '1s' && interval !== '1m').map(rowOf);
  readonly #rows = new Map([this.#seconds, this.#minutes, ...this.#longer].map((row) => [row.interval, row]));

  /** `base` is the trade's quantity in the base asset's smallest units. */
  add(trade: MarketTrade, base: Amount): void {
    const second = barOf(klineOpen(trade.time, '1s'), trade, base);
    const overSecond = pour(this.#seconds, second);
    if (overSecond === null) return;
    const overMinute = pour(this.#minutes, overSecond);
    if (overMinute === null) return;
    for (const row of this.#longer) pour(row, overMinute);
  }

  replaceAll(replace: (bar: Bar) => Bar): void {
    for (const row of this.#rows.values()) {
      row.closed.replaceAll(replace);
      if (row.growing !== null) row.growing = replace(row.growing);
    }
  }

  /** Those that open from one time to another, both included; oldest first. */
  between(interval: KlineInterval, fromMs: number, toMs: number): readonly Bar[] {
    const { closed } = this.#row(interval);
    const bars = closed.slice(closed.firstAt(fromMs), closed.firstAt(toMs + 1));
    return [...bars, ...this.#tailBetween(interval, fromMs, toMs)];
  }

  /** One bar of all those; null where nothing was traded. */
  total(interval: KlineInterval, fromMs: number, toMs: number): Bar | null {
    const { closed } = this.#row(interval);
    let total = closed.total(closed.firstAt(fromMs), closed.firstAt(toMs + 1));
    for (const bar of this.#tailBetween(interval, fromMs, toMs)) {
      total = total === null ? bar : merged(total, bar);
    }
    return total;
  }

  /** The last one that opens before a time. */
  lastBefore(interval: KlineInterval, timeMs: number): Bar | undefined {
    const inTail = this.#tail(interval).findLast((bar) => bar.openTime < timeMs);
    if (inTail !== undefined) return inTail;
    const { closed } = this.#row(interval);
    return closed.at(closed.firstAt(timeMs) - 1);
  }

  /** The oldest that is kept. */
  oldest(interval: KlineInterval): Bar | undefined {
    const { closed } = this.#row(interval);
    return closed.at(0) ?? this.#tail(interval)[0];
  }

  #tailBetween(interval: KlineInterval, fromMs: number, toMs: number): readonly Bar[] {
    return this.#tail(interval).filter((bar) => bar.openTime >= fromMs && bar.openTime <= toMs);
  }

  /** What grows and has not been poured into the row yet counts as well. */
  #tail(interval: KlineInterval): readonly Bar[] {
    const sources = [this.#row(interval)];
    if (interval !== '1s' && interval !== '1m') sources.push(this.#minutes);
    if (interval !== '1s') sources.push(this.#seconds);
    const tail: Bar[] = [];
    for (const { growing } of sources) {
      if (growing === null) continue;
      const bar = reopened(growing, klineOpen(growing.openTime, interval));
      const last = tail.at(-1);
      if (last?.openTime === bar.openTime) tail[tail.length - 1] = merged(last, bar);
      else tail.push(bar);
    }
    return tail;
  }

  #row(interval: KlineInterval): Row {
    return this.#rows.get(interval) ?? this.#seconds;
  }
}

function rowOf(interval: KlineInterval): Row {
  return { interval, closed: new ClosedBars(interval === '1m' ? KEPT_MINUTES : KEPT_BARS), growing: null };
}

/** Adds a bar to the growing one, or closes that and begins the next. Gives what was closed. */
function pour(row: Row, bar: Bar): Bar | null {
  const open = klineOpen(bar.openTime, row.interval);
  const { growing } = row;
  if (growing !== null && growing.openTime === open) {
    row.growing = merged(growing, bar);
    return null;
  }
  if (growing !== null) row.closed.push(growing);
  row.growing = reopened(bar, open);
  return growing;
}
