import type { CandleClosed, CandlesMissing, Interval } from '@org/domain';
import { Subject } from 'rxjs';
import type { TradableItem } from './market-item.ts';
import { sliceByTime } from './slice-by-time.ts';

const MINUTE = 60_000;
const BTC = { symbol: 'BTCUSDT', interval: '1m' } as const;
const ETH = { symbol: 'ETHUSDT', interval: '1m' } as const;
const BTC_5M = { symbol: 'BTCUSDT', interval: '5m' } as const;

function bar(time: number, { symbol, interval }: { symbol: string; interval: Interval }): TradableItem {
  const candle = { openTime: 0, open: 1, high: 1, low: 1, close: 1, volume: 1 };
  const event: CandleClosed = {
    kind: 'candleClosed',
    time: time * MINUTE,
    symbol,
    interval,
    candle,
    values: [],
  };
  return { kind: 'bar', event, isBase: interval === '1m' };
}

function missing(time: number): CandlesMissing {
  return { kind: 'candlesMissing', time: time * MINUTE, missing: [ETH] };
}

/** Slices in words as they come; what was pushed stands before them. */
function slicing(...feeds: readonly { readonly interval: Interval }[]) {
  const item$ = new Subject<TradableItem>();
  const slices: string[] = [];
  const subscription = item$.pipe(sliceByTime(feeds)).subscribe((slice) => {
    const words = slice.map(({ event, matched }) => {
      const name =
        'symbol' in event && 'interval' in event ? `${event.symbol} ${event.interval}` : event.kind;
      return matched === null ? name : `${name}!`;
    });
    slices.push(`${(slice[0]?.event.time ?? 0) / MINUTE}: ${words.join(', ')}`);
  });
  return { item$, slices, subscription };
}

describe('time slices', () => {
  it('are whole with the last bar that is due, and nobody waits for the next one', () => {
    const { item$, slices } = slicing(BTC, ETH);
    item$.next(bar(1, BTC));
    expect(slices).toEqual([]);
    item$.next(bar(1, ETH));
    expect(slices).toEqual(['1: BTCUSDT 1m!, ETHUSDT 1m!']);
  });

  it('hold a longer bar at its own boundaries alone, which no order is matched on', () => {
    const { item$, slices } = slicing(BTC, BTC_5M);
    item$.next(bar(4, BTC));
    item$.next(bar(5, BTC));
    expect(slices).toEqual(['4: BTCUSDT 1m!']);
    item$.next(bar(5, BTC_5M));
    expect(slices).toEqual(['4: BTCUSDT 1m!', '5: BTCUSDT 1m!, BTCUSDT 5m']);
  });

  it('end with the word that the rest is missing', () => {
    const { item$, slices } = slicing(BTC, ETH);
    item$.next(bar(1, BTC));
    item$.next(missing(1));
    expect(slices).toEqual(['1: BTCUSDT 1m!, candlesMissing']);
  });

  it('are over when the word is told again', () => {
    const { item$, slices } = slicing(BTC, ETH);
    for (const item of [bar(1, BTC), missing(1), missing(1), missing(0)]) item$.next(item);
    expect(slices).toHaveLength(1);
  });

  it('are given as they are when a later bar comes, and at the end', () => {
    const { item$, slices } = slicing(BTC, ETH);
    item$.next(bar(1, BTC));
    item$.next(bar(2, BTC));
    expect(slices).toEqual(['1: BTCUSDT 1m!']);
    item$.complete();
    expect(slices).toEqual(['1: BTCUSDT 1m!', '2: BTCUSDT 1m!']);
  });

  it('let the word about a connection pass at once', () => {
    const { item$, slices } = slicing(BTC, ETH);
    item$.next(bar(1, BTC));
    item$.next({ kind: 'connectionLost', time: 1.5 * MINUTE, stream: 'bars' });
    item$.next(bar(1, ETH));
    expect(slices).toEqual(['1.5: connectionLost', '1: BTCUSDT 1m!, ETHUSDT 1m!']);
  });

  it('stop when nobody listens', () => {
    const { item$, subscription } = slicing(BTC);
    subscription.unsubscribe();
    expect(item$.observed).toBe(false);
  });
});
