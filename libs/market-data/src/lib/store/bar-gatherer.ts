import type { CandleSeries } from '@org/domain';
import type { CandleStore } from './candle-store.ts';
import { appended } from './merge-bars.ts';
import { partAt } from './store-layout.ts';
import type { TimeSpan } from './time-spans.ts';

/** Pages that follow one another in one market and are not written yet. */
interface Gathered extends TimeSpan {
  readonly series: CandleSeries;
}

/** More bars than these are written although the file that they belong to will be written again. */
const MOST_BARS = 25_000;

/**
 * Gathers pages of bars until they fill a file of the store, so that a download does not write each file for every page.
 * What has been gathered and not written is lost with the process, and downloaded again.
 */
export class BarGatherer {
  readonly #store: Pick<CandleStore, 'add'>;
  readonly #gathered = new Map<string, Gathered>();

  constructor(store: Pick<CandleStore, 'add'>) {
    this.#store = store;
  }

  /** Takes bars that are all that there are within a span, and writes where a file is full. */
  async add(series: CandleSeries, { fromMs, toMs }: TimeSpan): Promise<void> {
    const before = this.#gathered.get(keyOf(series, fromMs));
    const gathered: Gathered =
      before === undefined
        ? { series, fromMs, toMs }
        : { series: appended(before.series, series), fromMs: before.fromMs, toMs };
    this.#gathered.delete(keyOf(series, fromMs));
    const isFull = toMs >= partAt(gathered.fromMs, series.interval).toMs;
    if (isFull || gathered.series.openTime.length >= MOST_BARS) {
      await this.#store.add(gathered.series, gathered);
    } else {
      this.#gathered.set(keyOf(series, toMs), gathered);
    }
  }

  /** Writes all that is left. */
  async flush(): Promise<void> {
    for (const [key, gathered] of [...this.#gathered]) {
      this.#gathered.delete(key);
      await this.#store.add(gathered.series, gathered);
    }
  }
}

/** What ends at a time is what goes on from there: a market may be read in several spans at once. */
function keyOf({ symbol, interval }: CandleSeries, toMs: number): string {
  return `${symbol} ${interval} ${toMs}`;
}
