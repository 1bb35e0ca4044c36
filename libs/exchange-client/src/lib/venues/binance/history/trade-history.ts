import type { Traded } from '@org/domain';
import { z } from 'zod';
import type { BulkDesk, BulkLease } from '../../../limits/bulk-desk.ts';
import type { BinanceRest } from '../rest/binance-rest.ts';
import type { WasNotRead } from '../rest/reading.ts';
import { ask } from '../rest/reading.ts';
import type { AggregateTrade } from './trade-page.ts';
import { aggregateRow, tradedOf } from './trade-page.ts';

/** Trades of a time, `[startMs, endMs)` in ms UTC. */
export interface TradeSpan {
  readonly symbol: string;
  readonly startMs: number;
  readonly endMs: number;
  /** Where some of it was read already: the trade to go on with. */
  readonly fromId?: number;
}

/** A stretch of a span, as it came. */
export interface TradePage {
  /** As the exchange adds them up: those of one order at one price are one. */
  readonly trades: readonly Traded[];
  /** Trades that the exchange does not tell, from an id to before another. */
  readonly absent: readonly { readonly fromId: number; readonly toId: number }[];
  /** What is left of the span: asking for this goes on where it stands. */
  readonly rest: TradeSpan;
}

/** How a download of trades ended; `rest` is what is left to ask for. */
export type TradesOutcome =
  | { readonly kind: 'complete' }
  | { readonly kind: 'stopped'; readonly rest: TradeSpan; readonly reason: string };

export interface TradeHistoryOptions {
  readonly rest: Pick<BinanceRest, 'send'>;
  readonly desk: Pick<BulkDesk, 'run'>;
}

export interface TradeDownloadOptions {
  /** Told of each page in order; the next one waits until it is done with. */
  readonly onPage: (page: TradePage) => void | Promise<void>;
  /** Stops after the page under way. */
  readonly signal?: AbortSignal;
}

const PAGE = 1000;
const PAGE_WEIGHT = 4;
/** A job stands for so many pages: scheduling one costs milliseconds. */
const PAGES_A_JOB = 25;
const CLOSING = 'the client is closing';

const rows = z.array(aggregateRow);

/** Past trades of a market, page by page with leased budget. */
export class TradeHistory {
  readonly #options: TradeHistoryOptions;

  constructor(options: TradeHistoryOptions) {
    this.#options = options;
  }

  /** Reads a span from its beginning, or from where its `fromId` says. */
  async download(span: TradeSpan, options: TradeDownloadOptions): Promise<TradesOutcome> {
    let rest = span;
    while (rest.startMs < rest.endMs) {
      const from = rest;
      const work = (lease: BulkLease) => this.#pages(from, lease, options);
      const done = await this.#options.desk.run(PAGES_A_JOB * PAGE_WEIGHT, work);
      if (done === null) return { kind: 'stopped', rest, reason: CLOSING };
      rest = done.rest;
      if (done.reason !== null) return { kind: 'stopped', rest, reason: done.reason };
    }
    return { kind: 'complete' };
  }

  async #pages(
    span: TradeSpan,
    lease: BulkLease,
    { onPage, signal }: TradeDownloadOptions,
  ): Promise<{ readonly rest: TradeSpan; readonly reason: string | null }> {
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

  /** The first page by time, and then by ids: several trades of one time may lie on two pages. */
  async #page(span: TradeSpan, lease: BulkLease): Promise<TradePage | WasNotRead> {
    const { symbol, startMs: startTime, endMs, fromId } = span;
    const place = fromId === undefined ? { startTime, endTime: endMs - 1 } : { fromId };
    const reading = await ask(this.#options.rest, {
      request: {
        ...{ method: 'GET', path: '/api/v3/aggTrades', isSigned: false },
        parameters: { symbol, ...place, limit: PAGE },
      },
      ...{ shape: rows, purpose: 'bulk', lease },
    });
    return reading.kind === 'read' ? pageOf(span, reading.value) : reading;
  }
}

function pageOf(span: TradeSpan, told: readonly AggregateTrade[]): TradePage {
  const within = told.filter(({ T }) => T < span.endMs);
  const last = within.at(-1);
  const isLast = last === undefined || within.length < PAGE;
  return {
    trades: within.map((trade) => tradedOf(trade, span.symbol)),
    absent: within.flatMap(({ a }, index) => {
      const expected = index === 0 ? (span.fromId ?? a) : (within[index - 1]?.a ?? a) + 1;
      return a > expected ? [{ fromId: expected, toId: a }] : [];
    }),
    rest: isLast ? { ...span, startMs: span.endMs } : { ...span, startMs: last.T, fromId: last.a + 1 },
  };
}
