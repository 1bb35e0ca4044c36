import type { Rng } from '@org/domain';
import type { MonoTypeOperatorFunction, SchedulerLike } from 'rxjs';
import { concatMap, delay, from, of, pipe, scan } from 'rxjs';
import type { MarketItem } from '../../src/pipeline/market-item.ts';

/** What can happen to a market's words on their way, though not to their meaning. */
export type Disturbance = MonoTypeOperatorFunction<MarketItem>;

const LONGEST_DELAY_MS = 5_000;

/** Every item takes its time; the order stays. */
export function delayed(rng: Rng, scheduler: SchedulerLike): Disturbance {
  return concatMap((item) => of(item).pipe(delay(rng.uniform() * LONGEST_DELAY_MS, scheduler)));
}

/** Every third item or so comes twice. */
export function repeated(rng: Rng): Disturbance {
  return concatMap((item) => (rng.uniform() < 0.3 ? [item, item] : [item]));
}

/** Behind so many items the connection is lost; when it is back, the last of them are told again. */
export function reconnected(every: number, overlap: number): Disturbance {
  return pipe(
    scan<MarketItem, { readonly count: number; readonly last: readonly MarketItem[] }>(
      ({ count, last }, item) => ({ count: count + 1, last: [...last, item].slice(-overlap) }),
      { count: 0, last: [] },
    ),
    concatMap(({ count, last }) => {
      const item = last.at(-1);
      if (item === undefined) return [];
      if (count % every !== 0) return [item];
      const { time } = item;
      const lost = { kind: 'connectionLost', time, stream: 'bars' } as const;
      const back = { kind: 'connectionRestored', time, stream: 'bars' } as const;
      return from([item, lost, back, ...last]);
    }),
  );
}

/** Two bars that follow each other come in the wrong order. */
export function swapped(at: number): Disturbance {
  return pipe(
    scan<
      MarketItem,
      { readonly index: number; readonly give: readonly MarketItem[]; readonly kept: MarketItem | null }
    >(
      ({ index, kept }, item) => {
        if (index + 1 === at) return { index: index + 1, give: [], kept: item };
        return { index: index + 1, give: kept === null ? [item] : [item, kept], kept: null };
      },
      { index: -1, give: [], kept: null },
    ),
    concatMap(({ give }) => give),
  );
}
