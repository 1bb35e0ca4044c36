import { barOpen, INTERVAL_MS } from '@org/domain';
import type { BulkDesk, BulkLease } from '../../../limits/bulk-desk.ts';
import type { BinanceRest } from '../rest/binance-rest.ts';
import type { WasNotRead } from '../rest/reading.ts';
import { ask } from '../rest/reading.ts';
import type { WireKline } from './kline-schema.ts';
import { klinesSchema } from './kline-schema.ts';
import type { KlinePage, KlineSpan } from './kline-span.ts';
import { gapsIn, seriesOf } from './kline-span.ts';

export interface KlineHistoryOptions {
  readonly rest: Pick<BinanceRest, 'send'>;
  /** How many spans are read at once is its number of jobs. */
  readonly desk: Pick<BulkDesk, 'run'>;
  /** Server time, ms UTC: a bar that is not over is not told. */
  readonly nowMs: () => number;
}

/** What became of a span. */
export type SpanOutcome =
  | { readonly kind: 'complete'; readonly span: KlineSpan }
  /** `rest` is what is left of it. */
  | {
      readonly kind: 'stopped';
      readonly span: KlineSpan;
      readonly rest: KlineSpan;
      readonly reason: string;
    };

export interface DownloadOptions {
  /** Told of each page, in order of time within a span; the next one waits until it is done with. */
  readonly onPage: (page: KlinePage) => void | Promise<void>;
  /** Stops after the pages under way. */
  readonly signal?: AbortSignal;
}

const PAGE = 1000;
const PAGE_WEIGHT = 2;
/** A job stands for so many pages: scheduling one costs milliseconds. */
const PAGES_A_JOB = 25;
const CLOSING = 'the client is closing';

/**
 * Past bars of many markets. Each span is read page by page with leased budget, some spans at once; bars that the
 * exchange does not have are told as gaps, never made up.
 */
export class KlineHistory {
  readonly #options: KlineHistoryOptions;

  constructor(options: KlineHistoryOptions) {
    this.#options = options;
  }

  /** Reads spans, in their order as far as there is room. A span that stops does not stop the others. */
  download(spans: readonly KlineSpan[], options: DownloadOptions): Promise<readonly SpanOutcome[]> {
    return Promise.all(spans.map((span) => this.#downloadSpan(span, options)));
  }

  async #downloadSpan(span: KlineSpan, options: DownloadOptions): Promise<SpanOutcome> {
    let rest = this.#closedPart(span);
    while (rest.startMs < rest.endMs) {
      const from = rest;
      const done = await this.#options.desk.run(PAGES_A_JOB * PAGE_WEIGHT, (lease) =>
        this.#pages(from, lease, options),
      );
      if (done === null) return { kind: 'stopped', span, rest, reason: CLOSING };
      rest = done.rest;
      if (done.reason !== null) return { kind: 'stopped', span, rest, reason: done.reason };
    }
    return { kind: 'complete', span };
  }

  /** Up to as many pages as the lease is for. */
  async #pages(
    span: KlineSpan,
    lease: BulkLease,
    { onPage, signal }: DownloadOptions,
  ): Promise<{ readonly rest: KlineSpan; readonly reason: string | null }> {
    let rest = span;
    for (let count = 0; count < PAGES_A_JOB && rest.startMs < rest.endMs; count++) {
      if (signal?.aborted === true) return { rest, reason: 'called off' };
      const page = await this.#page(rest, lease);
      if ('kind' in page) return { rest, reason: page.reason };
      await onPage(page);
      rest = page.rest;
    }
    return { rest, reason: null };
  }

  async #page(span: KlineSpan, lease: BulkLease): Promise<KlinePage | WasNotRead> {
    const { symbol, interval, startMs, endMs } = span;
    const parameters = { symbol, interval, startTime: startMs, endTime: endMs - 1, limit: PAGE };
    const reading = await ask(this.#options.rest, {
      request: { method: 'GET', path: '/api/v3/klines', parameters, isSigned: false },
      ...{ shape: klinesSchema, purpose: 'bulk', lease },
    });
    return reading.kind === 'read' ? pageOf(span, reading.value) : reading;
  }

  /** Without the bar that is still open, from the first bar that opens within. */
  #closedPart(span: KlineSpan): KlineSpan {
    const { interval, startMs, endMs } = span;
    const open = barOpen(startMs, interval);
    const first = open < startMs ? open + INTERVAL_MS[interval] : open;
    return { ...span, startMs: first, endMs: Math.min(endMs, barOpen(this.#options.nowMs(), interval)) };
  }
}

/** A page that is not full is the last: what it lacks up to the end is a gap. */
function pageOf(span: KlineSpan, klines: readonly WireKline[]): KlinePage {
  const { interval, startMs, endMs } = span;
  const told = klines.filter(([openTime]) => openTime >= startMs && openTime < endMs);
  const last = told.at(-1);
  const next = last === undefined ? startMs : last[0] + INTERVAL_MS[interval];
  const isLast = klines.length < PAGE || last === undefined;
  const gaps = gapsIn(told, interval, startMs);
  return {
    candles: seriesOf(span, told),
    gaps: isLast && next < endMs ? [...gaps, { fromMs: next, toMs: endMs }] : gaps,
    rest: { ...span, startMs: isLast ? endMs : next },
  };
}
