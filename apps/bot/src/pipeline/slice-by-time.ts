import type { Interval } from '@org/domain';
import { isBarBoundary } from '@org/domain';
import type { SliceEvent } from '@org/execution';
import type { OperatorFunction } from 'rxjs';
import { concat, concatMap, defer } from 'rxjs';
import type { TradableItem } from './market-item.ts';

/** The events of one time slice: its bars, then the word which are missing. */
export type TimeSlice = readonly SliceEvent[];

/**
 * Groups bars by the time at which they closed. A slice is given as soon as it is whole, which is when every feed that
 * closes a bar at that time has given it or is named as missing; nobody waits for the next one.
 */
export function sliceByTime(
  feeds: readonly { readonly interval: Interval }[],
): OperatorFunction<TradableItem, TimeSlice> {
  return (item$) =>
    defer(() => {
      const slicer = new Slicer(feeds);
      return concat(
        item$.pipe(concatMap((item) => slicer.take(item))),
        defer(() => slicer.end()),
      );
    });
}

class Slicer {
  readonly #feeds: readonly { readonly interval: Interval }[];
  #time = -Infinity;
  #due = 0;
  #slice: TimeSlice = [];

  constructor(feeds: readonly { readonly interval: Interval }[]) {
    this.#feeds = feeds;
  }

  take(item: TradableItem): readonly TimeSlice[] {
    switch (item.kind) {
      case 'bar': {
        const { event, isBase } = item;
        const before = event.time > this.#time ? this.#begin(event.time) : [];
        this.#slice = [...this.#slice, { event, matched: isBase ? event : null }];
        return this.#slice.length < this.#due ? before : [...before, ...this.end()];
      }
      case 'candlesMissing':
        // Told again after a reconnect, it is about a slice that is over.
        if (item.time !== this.#time || this.#slice.length === 0) return [];
        this.#slice = [...this.#slice, { event: item, matched: null }];
        return this.end();
      default:
        return [[{ event: item, matched: null }]];
    }
  }

  /** The slice at hand, if any. */
  end(): readonly TimeSlice[] {
    const slice = this.#slice;
    this.#slice = [];
    return slice.length === 0 ? [] : [slice];
  }

  #begin(time: number): readonly TimeSlice[] {
    const before = this.end();
    this.#time = time;
    this.#due = this.#feeds.filter(({ interval }) => isBarBoundary(time, interval)).length;
    return before;
  }
}
