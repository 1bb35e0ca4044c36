import { INTERVAL_MS } from '@org/domain';
import type { Bar } from './bar.ts';
import { merged, quietBar, reopened } from './bar.ts';
import type { Bars } from './bars.ts';
import type { KlineInterval } from './kline-interval.ts';
import { klineOpen, klineOpenBefore, nextKlineOpen } from './kline-interval.ts';
import type { Kline, KlineQuery } from './market-records.ts';

const QUARTER_MS = INTERVAL_MS['15m'];

/** The bars that a query asks for, those without trades filled in; none before the first trade or after `nowMs`. */
export function selectKlines(bars: Bars, query: KlineQuery, nowMs: number): readonly Kline[] {
  const { interval, offsetMs, limit } = query;
  const source = sourceOf(interval, offsetMs);
  const oldest = bars.oldest(source);
  if (oldest === undefined) return [];
  const end = Math.min(query.endMs ?? nowMs, nowMs);
  const last = klineOpen(end, interval, offsetMs);
  const wanted =
    query.startMs === null
      ? klineOpenBefore(last, interval, limit - 1, offsetMs)
      : openFrom(query.startMs, interval, offsetMs);
  const first = Math.max(wanted, klineOpen(oldest.openTime, interval, offsetMs));
  const past = end < first ? first : nextKlineOpen(last, interval, offsetMs);
  const traded = grouped(bars.between(source, first, past - 1), interval, offsetMs);
  return filled(traded, { interval, offsetMs, limit, first, past }, bars.lastBefore(source, first));
}

interface Stretch extends Pick<KlineQuery, 'interval' | 'offsetMs' | 'limit'> {
  readonly first: number;
  /** Where the next bar would open. */
  readonly past: number;
}

function filled(
  traded: readonly Bar[],
  { interval, offsetMs, limit, first, past }: Stretch,
  before: Bar | undefined,
): readonly Kline[] {
  const klines: Kline[] = [];
  let close = before?.close ?? traded[0]?.open;
  let index = 0;
  for (let open = first; open < past && klines.length < limit && close !== undefined;) {
    const next = nextKlineOpen(open, interval, offsetMs);
    const bar = traded[index];
    const isTraded = bar !== undefined && bar.openTime === open;
    if (isTraded) index += 1;
    const shown = isTraded ? bar : quietBar(open, close);
    klines.push({ ...shown, closeTime: next - 1 });
    close = shown.close;
    open = next;
  }
  return klines;
}

/** Bars of the length asked for; where its clock is not that of UTC, they are put together from shorter ones. */
function grouped(bars: readonly Bar[], interval: KlineInterval, offsetMs: number): readonly Bar[] {
  if (sourceOf(interval, offsetMs) === interval) return bars;
  const groups: Bar[] = [];
  for (const bar of bars) {
    const moved = reopened(bar, klineOpen(bar.openTime, interval, offsetMs));
    const last = groups.at(-1);
    if (last?.openTime === moved.openTime) groups[groups.length - 1] = merged(last, moved);
    else groups.push(moved);
  }
  return groups;
}

/** Bars open at the same times on any clock whose distance to UTC is a whole number of them. */
function sourceOf(interval: KlineInterval, offsetMs: number): KlineInterval {
  const isSame = interval === '1M' ? offsetMs === 0 : offsetMs % INTERVAL_MS[interval] === 0;
  if (isSame) return interval;
  return offsetMs % QUARTER_MS === 0 ? '15m' : '1m';
}

/** The first bar that opens at a time or after it. */
function openFrom(timeMs: number, interval: KlineInterval, offsetMs: number): number {
  const open = klineOpen(timeMs, interval, offsetMs);
  return open === timeMs ? open : nextKlineOpen(open, interval, offsetMs);
}
