import type { Clock } from '@org/domain';
import { barOpen, INTERVAL_MS } from '@org/domain';
import type { BulkDesk, BulkLease } from '../../../limits/bulk-desk.ts';
import type { BinanceRest } from '../rest/binance-rest.ts';
import type { WasNotRead } from '../rest/reading.ts';
import { ask } from '../rest/reading.ts';
import { isInDoubt } from '../rest/rest-outcome.ts';
import { unlessCalledOff } from './called-off.ts';
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
  /** For pauses while the exchange cannot answer. */
  readonly clock: Pick<Clock, 'schedule'>;
  /** Server time until which the exchange wants silence. */
  readonly silentUntilMs: () => number;
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
  /** Stops at once: pages that have been told are done with, those under way are read again another time. */
  readonly signal?: AbortSignal;
}

const PAGE = 1000;
const PAGE_WEIGHT = 2;
/** A job stands for so many pages: scheduling one costs milliseconds. */
const PAGES_A_JOB = 25;
/** Between questions that an outage left without an answer, ms: longer in all than a circuit stays open. */
const PAUSES_MS = [1000, 2000, 4000, 8000, 16_000];
/** Silence that takes longer is not waited for. */
const LONGEST_SILENCE_MS = 10 * 60_000;
const TOO_MANY_REQUESTS = -1003;
const CLOSING = 'the client is closing';
const FAILED = 'another span has failed';

/** Where a span stands, and why it goes on no further; null where it does. */
interface Progress {
  readonly rest: KlineSpan;
  readonly reason: string | null;
}

/** One download: its spans go on and stop together. */
interface Download {
  readonly onPage: DownloadOptions['onPage'];
  readonly signal: AbortSignal;
  readonly stop: (reason: string) => void;
}

/**
 * Past bars of many markets. Each span is read page by page with leased budget, some spans at once; bars that the
 * exchange does not have are told as gaps, never made up. A page that an outage or a full limit left unanswered is asked
 * for again, after growing pauses or when the exchange has told; a ban of more than ten minutes stops all spans.
 */
export class KlineHistory {
  readonly #options: KlineHistoryOptions;

  constructor(options: KlineHistoryOptions) {
    this.#options = options;
  }

  /**
   * Reads spans, in their order as far as there is room. A span that stops does not stop the others, but where `onPage`
   * throws all stop, and that is thrown.
   */
  async download(
    spans: readonly KlineSpan[],
    { onPage, signal }: DownloadOptions,
  ): Promise<readonly SpanOutcome[]> {
    const own = new AbortController();
    const download: Download = {
      onPage,
      signal: signal === undefined ? own.signal : AbortSignal.any([signal, own.signal]),
      stop: (reason) => own.abort(reason),
    };
    const ended = await Promise.allSettled(spans.map((span) => this.#downloadSpan(span, download)));
    return ended.map((end) => {
      if (end.status === 'rejected') throw end.reason;
      return end.value;
    });
  }

  async #downloadSpan(span: KlineSpan, download: Download): Promise<SpanOutcome> {
    let rest = this.#closedPart(span);
    while (rest.startMs < rest.endMs) {
      const done = await this.#job(rest, download);
      rest = done.rest;
      if (done.reason !== null) return { kind: 'stopped', span, rest, reason: done.reason };
    }
    return { kind: 'complete', span };
  }

  /** As many pages as a lease is for, when there is one; who is called off does not wait for it. */
  async #job(span: KlineSpan, download: Download): Promise<Progress> {
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const run = this.#options.desk.run(PAGES_A_JOB * PAGE_WEIGHT, (lease) => {
      begin();
      return this.#pages(span, lease, download);
    });
    // What has begun hands its pages over in peace; what waits for budget may be given up.
    const first = Promise.race([begun, run]);
    const started = await unlessCalledOff(download.signal, first);
    if (started.kind === 'calledOff') return { rest: span, reason: started.reason };
    return (await run) ?? { rest: span, reason: CLOSING };
  }

  async #pages(span: KlineSpan, lease: BulkLease, download: Download): Promise<Progress> {
    let rest = span;
    for (let count = 0; count < PAGES_A_JOB && rest.startMs < rest.endMs; count++) {
      const page = await this.#patientPage(rest, lease, download);
      if (typeof page === 'string') return { rest, reason: page };
      await this.#tell(page, download);
      rest = page.rest;
    }
    return { rest, reason: null };
  }

  async #tell(page: KlinePage, { onPage, stop }: Download): Promise<void> {
    try {
      await onPage(page);
    } catch (error) {
      stop(FAILED);
      throw error;
    }
  }

  /** A page, or why there is none. */
  async #patientPage(
    span: KlineSpan,
    lease: BulkLease,
    { signal, stop }: Download,
  ): Promise<KlinePage | string> {
    for (let failures = 0; ;) {
      const asked = await unlessCalledOff(signal, this.#page(span, lease));
      if (asked.kind === 'calledOff') return asked.reason;
      const page = asked.value;
      if (!('kind' in page)) return page;
      if (this.#isShutOut()) stop(page.reason);
      // The next question waits until the exchange wants to hear it.
      if (page.code === TOO_MANY_REQUESTS) continue;
      const pauseMs = PAUSES_MS[failures++];
      const isRefused = page.code !== null && !isInDoubt(page.code);
      if (isRefused || pauseMs === undefined) return page.reason;
      await this.#pause(pauseMs, signal);
    }
  }

  async #pause(pauseMs: number, signal: AbortSignal): Promise<void> {
    let cancel = (): void => undefined;
    const over = new Promise<void>((resolve) => {
      cancel = this.#options.clock.schedule(pauseMs, resolve);
    });
    await unlessCalledOff(signal, over);
    cancel();
  }

  #isShutOut(): boolean {
    const { silentUntilMs, nowMs } = this.#options;
    return silentUntilMs() - nowMs() > LONGEST_SILENCE_MS;
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

/**
 * A gap up to the end is where the exchange, asked for what is left, has nothing to tell. A page that is not full does not
 * say so: an exchange may give fewer bars at a time than it is asked for.
 */
function pageOf(span: KlineSpan, klines: readonly WireKline[]): KlinePage {
  const { interval, startMs, endMs } = span;
  const told = klines.filter(([openTime]) => openTime >= startMs && openTime < endMs);
  const last = told.at(-1);
  return {
    fromMs: startMs,
    candles: seriesOf(span, told),
    gaps: last === undefined ? [{ fromMs: startMs, toMs: endMs }] : gapsIn(told, interval, startMs),
    rest: { ...span, startMs: last === undefined ? endMs : last[0] + INTERVAL_MS[interval] },
  };
}
