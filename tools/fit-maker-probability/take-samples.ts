import type { Rng, Side, SpotInstrument } from '@org/domain';
import type { MakerFeatures } from '@org/simulator';
import { realisedVolatilityBps } from '@org/simulator';
import type { Capture, LevelsChanged, RecordedTrade } from './capture.ts';
import { QueuedOrder } from './queued-order.ts';
import { RecordedBook } from './recorded-book.ts';
import type { Sample } from './sample.ts';

export interface SamplingOptions {
  readonly instrument: SpotInstrument;
  /** How long an order may rest. */
  readonly horizonMs: number;
  /** Chance decides the sizes and the distances. */
  readonly rng: Rng;
}

/** One moment a second, at each on either side so many orders at the best price and so many behind it. */
const EVERY_MS = 1_000;
const DRAWS = 4;
/** The middles that volatility is made from: one a second, ten changes. */
const MIDDLES = 11;
const SIDES = ['buy', 'sell'] as const;
/** Sizes, in base, and distances behind the best, in ticks, are spread evenly over their orders of magnitude. */
const SIZES = { least: 0.0001, most: 1 };
const DISTANCES = { least: 1, most: 1_000 };

/** An order of which it is not known yet what becomes of it. */
interface Waiting {
  readonly order: QueuedOrder;
  readonly side: Side;
  readonly sample: Omit<Sample, 'isFilled'>;
}

/**
 * What would have become of orders that a capture could have seen, in the order in which they would have been sent.
 * Those whose horizon ends after the capture are left out: nobody knows.
 *
 * @throws OnestepError `capture-gap` where updates of the book are missing
 */
export function takeSamples(capture: Capture, options: SamplingOptions): readonly Sample[] {
  const sampling = new Sampling(new RecordedBook(capture.snapshot), options);
  for (const event of capture.events) {
    sampling.endUntil(event.time);
    if (event.kind === 'trade') sampling.trade(event);
    else sampling.levels(event);
  }
  return sampling.done;
}

class Sampling {
  readonly done: Sample[] = [];
  private readonly book: RecordedBook;
  private readonly options: SamplingOptions;
  private readonly middles: number[] = [];
  private nextAt = -Infinity;
  private readonly waiting: Waiting[] = [];

  constructor(book: RecordedBook, options: SamplingOptions) {
    this.book = book;
    this.options = options;
  }

  /** Orders whose horizon lies before `time` have become what they are. */
  endUntil(time: number): void {
    const latest = time - this.options.horizonMs;
    const isOver = ({ sample }: Waiting) => sample.time < latest;
    for (let next = this.waiting[0]; next !== undefined && isOver(next); next = this.waiting[0]) {
      this.done.push({ ...next.sample, isFilled: next.order.isFilled });
      this.waiting.shift();
    }
  }

  trade(trade: RecordedTrade): void {
    for (const { order } of this.waiting) order.trade(trade);
  }

  levels(changed: LevelsChanged): void {
    this.book.apply(changed);
    for (const { order, side } of this.waiting) order.level(this.book.at(side, order.price));
    if (changed.time < this.nextAt) return;
    this.nextAt = (Math.floor(changed.time / EVERY_MS) + 1) * EVERY_MS;
    this.middles.push((this.book.best('buy') + this.book.best('sell')) / 2);
    if (this.middles.length > MIDDLES) this.middles.shift();
    if (this.middles.length === MIDDLES) this.join(changed.time);
  }

  private join(time: number): void {
    for (const side of SIDES) {
      for (let draw = 0; draw < DRAWS; draw++) {
        this.waiting.push(this.orderOf(time, side, 0));
        this.waiting.push(this.orderOf(time, side, Math.round(between(DISTANCES, this.options.rng))));
      }
    }
  }

  private orderOf(time: number, side: Side, ticksBehind: number): Waiting {
    const { instrument, rng } = this.options;
    const ticks = this.book.best(side) - (side === 'buy' ? ticksBehind : -ticksBehind);
    const lots = Math.max(1, Math.round(between(SIZES, rng) / instrument.lotSize));
    const order = new QueuedOrder(side, ticks, lots, this.book.at(side, ticks));
    return { order, side, sample: { time, ticksBehind, features: this.featuresOf(side, ticks, lots) } };
  }

  private featuresOf(side: Side, ticks: number, lots: number): MakerFeatures {
    const { instrument } = this.options;
    const quotePerTickLot = instrument.tickSize * instrument.lotSize;
    const other = side === 'buy' ? 'sell' : 'buy';
    return {
      spreadTicks: this.book.best('sell') - this.book.best('buy'),
      depthAheadQuote: this.book.worthUpTo(side, ticks) * quotePerTickLot,
      depthAgainstQuote: this.book.worthUpTo(other, this.book.best(other)) * quotePerTickLot,
      volatilityBps: realisedVolatilityBps(this.middles),
      sizeQuote: ticks * lots * quotePerTickLot,
    };
  }
}

function between({ least, most }: { readonly least: number; readonly most: number }, rng: Rng): number {
  return least * (most / least) ** rng.uniform();
}
