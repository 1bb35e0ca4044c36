import type { SymbolGrid } from '@org/simulator';
import type { KlineInterval } from '../../records/markets/kline-interval.ts';
import { klineOpen } from '../../records/markets/kline-interval.ts';
import type { Kline } from '../../records/markets/market-records.ts';
import { amountText, priceText } from '../../wire/decimal-text.ts';
import { Every } from './every.ts';
import type { Feed, SymbolFeedOptions } from './feed.ts';
import { feedOf } from './feed.ts';

/** How often the bar that runs is told. */
const SECOND_BAR_MS = 1000;
const OTHER_BAR_MS = 2000;

/** `<symbol>@kline_<interval>`: the bar that runs while it changes, and each bar when it has closed, traded or not. */
export function klineFeed(
  { symbol, world, record, publish }: SymbolFeedOptions,
  interval: KlineInterval,
  offsetMs: number,
): Feed {
  const due = new Every(interval === '1s' ? SECOND_BAR_MS : OTHER_BAR_MS, world.marketTime.now());
  /** Of the oldest bar that has not been told as closed. */
  let openTime = klineOpen(world.marketTime.now(), interval, offsetMs);
  let told = '';

  const tell = (kline: Kline, now: number, isClosed: boolean): void =>
    publish((time) => ({
      e: 'kline',
      E: time(now),
      s: symbol,
      k: {
        t: time(kline.openTime),
        // The last of the bar: one unit before the next begins, whichever the unit is.
        T: time(kline.closeTime + 1) - 1,
        s: symbol,
        i: interval,
        ...barTexts(kline, record.grid, isClosed),
      },
    }));

  const tellClosed = (now: number): void => {
    const running = klineOpen(now, interval, offsetMs);
    if (running === openTime) return;
    const closed = record.klines({
      interval,
      startMs: openTime,
      endMs: running - 1,
      limit: Number.MAX_SAFE_INTEGER,
      offsetMs,
    });
    for (const kline of closed) tell(kline, now, true);
    openTime = running;
  };

  const tellRunning = (now: number): void => {
    const kline = record.currentKline(interval, offsetMs);
    if (kline === null || kline.openTime !== openTime || kline.tradeCount === 0) return;
    const state = `${kline.openTime} ${kline.lastTradeId}`;
    if (state === told) return;
    told = state;
    tell(kline, now, false);
  };

  return feedOf({
    before: tellClosed,
    advance: (now) => {
      tellClosed(now);
      if (due.isDue(now)) tellRunning(now);
    },
  });
}

function barTexts(kline: Kline, grid: SymbolGrid, isClosed: boolean): object {
  return {
    f: kline.firstTradeId,
    L: kline.lastTradeId,
    o: priceText(kline.open, grid),
    c: priceText(kline.close, grid),
    h: priceText(kline.high, grid),
    l: priceText(kline.low, grid),
    v: amountText(kline.volume, grid.base),
    n: kline.tradeCount,
    x: isClosed,
    q: amountText(kline.quoteVolume, grid.quote),
    V: amountText(kline.takerVolume, grid.base),
    Q: amountText(kline.takerQuoteVolume, grid.quote),
    B: '0',
  };
}
