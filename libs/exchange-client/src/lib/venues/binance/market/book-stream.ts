import type {
  BookKeeping,
  BookLevel,
  BookLost,
  BookNews,
  Decimal,
  DepthSnapshot,
  KeptBook,
  Loaded,
  RestingLevel,
  SpotInstrument,
} from '@org/domain';
import { price, priceValue } from '@org/domain';
import type { Observable, Subscriber } from 'rxjs';
import { Observable as Stream } from 'rxjs';
import { DepthScanner } from '../depth/depth-scanner.ts';
import type { StreamLoss, StreamSignal } from './market-streams.ts';

export interface BookStreamOptions {
  readonly symbol: string;
  readonly stream: string;
  /** As it is now: its steps may change while the stream goes on. */
  readonly instrument: () => SpotInstrument;
  readonly books: BookKeeping;
  /** How many levels of a side are told. */
  readonly levels: number;
  /** The time of the market, ms UTC. */
  readonly nowMs: () => number;
  readonly onUnreadable: (text: string) => void;
}

/**
 * A book that is kept by its diffs, told whenever it changes. A book that cannot be trusted is told once as lost, and
 * nothing of it until it can be again: it has a snapshot put in place by itself.
 */
export function bookStream$(
  signals$: Observable<StreamSignal>,
  options: BookStreamOptions,
): Observable<BookNews> {
  return new Stream((listener) => {
    const keeper = new BookKeeper(options, listener);
    const heard = signals$.subscribe({
      next: (signal) => keeper.hear(signal),
      error: (error: unknown) => listener.error(error),
    });
    return () => {
      heard.unsubscribe();
      keeper.close();
    };
  });
}

class BookKeeper {
  readonly #options: BookStreamOptions;
  readonly #listener: Subscriber<BookNews>;
  readonly #book: KeptBook;
  #instrument: SpotInstrument;
  #scanner: DepthScanner;
  /** Why nothing is heard at present. */
  #loss: StreamLoss | null = null;
  #isToldLost = false;
  /** Whether the last news shows a book. */
  #isShown = false;
  #isClosed = false;

  constructor(options: BookStreamOptions, listener: Subscriber<BookNews>) {
    this.#options = options;
    this.#listener = listener;
    this.#book = options.books.open(options.symbol);
    this.#instrument = options.instrument();
    this.#scanner = new DepthScanner(this.#instrument);
  }

  hear(signal: StreamSignal): void {
    switch (signal.kind) {
      case 'data':
        return this.#apply(signal.bytes, signal.start, signal.end);
      case 'lost':
        return this.#lose(signal.loss);
      case 'back':
        // A book that was silent is shown again with its next change: only that proves that none is missing.
        if (this.#loss === 'disconnected') this.#loss = null;
    }
  }

  close(): void {
    this.#isClosed = true;
  }

  #apply(bytes: Uint8Array, start: number, end: number): void {
    this.#followSteps();
    const message = this.#scanner.scan(bytes, start, end);
    if (message.kind === 'unreadable') {
      // Where it was a diff, the next one does not follow the last, and the book is lost then.
      this.#options.onUnreadable(new TextDecoder().decode(bytes.subarray(start, end)));
      return;
    }
    const applied = this.#book.apply(message.update);
    if (applied !== 'stale') this.#loss = null;
    if (applied === 'changed') this.#show(message.update.time);
    if (applied === 'gap' || applied === 'crossed') this.#hide(applied);
    this.#heal();
  }

  #lose(loss: StreamLoss): void {
    this.#loss = loss;
    if (loss === 'disconnected') this.#book.lose('disconnected');
    if (!this.#isToldLost) this.#tell({ kind: 'connectionLost', time: this.#now(), ...this.#stream() });
    this.#isToldLost = true;
    this.#hide(loss);
  }

  #heal(): void {
    const { books, symbol } = this.#options;
    const book = this.#book;
    if (!book.wantsSnapshot) return;
    books.heal(symbol, {
      get wantsSnapshot() {
        return book.wantsSnapshot;
      },
      hold: () => book.hold(),
      load: (snapshot) => this.#load(snapshot),
    });
  }

  #load(snapshot: DepthSnapshot): Loaded {
    if (this.#isClosed) return 'tooOld';
    const loaded = this.#book.load(snapshot);
    if (loaded === 'crossed') this.#hide('crossed');
    if (loaded === 'loaded' && this.#loss === null) this.#show(this.#now());
    return loaded;
  }

  /** Ticks that mean another price than before: nothing of the book can stay. */
  #followSteps(): void {
    const instrument = this.#options.instrument();
    if (instrument === this.#instrument) return;
    const isSameTick = isSame(instrument.tick, this.#instrument.tick);
    this.#instrument = instrument;
    if (isSameTick) return;
    this.#scanner = new DepthScanner(instrument);
    this.#book.lose('gap');
    this.#hide('gap');
  }

  #show(time: number): void {
    const { symbol, levels } = this.#options;
    if (this.#isToldLost) this.#tell({ kind: 'connectionRestored', time: this.#now(), ...this.#stream() });
    this.#isToldLost = false;
    this.#isShown = true;
    this.#tell({
      ...{ kind: 'bookChanged', time, symbol, updateId: this.#book.updateId },
      bids: this.#book.bids(levels).map((level) => this.#level(level)),
      asks: this.#book.asks(levels).map((level) => this.#level(level)),
    });
  }

  #hide(reason: BookLost['reason']): void {
    if (!this.#isShown) return;
    this.#isShown = false;
    this.#tell({ kind: 'bookLost', time: this.#now(), symbol: this.#options.symbol, reason });
  }

  #level({ ticks, quantity }: RestingLevel): BookLevel {
    return { price: priceValue(price(ticks), this.#instrument), quantity };
  }

  #tell(news: BookNews): void {
    if (!this.#isClosed) this.#listener.next(news);
  }

  #stream(): { readonly stream: string } {
    return { stream: this.#options.stream };
  }

  #now(): number {
    return this.#options.nowMs();
  }
}

function isSame(a: Decimal, b: Decimal): boolean {
  return a.units === b.units && a.decimals === b.decimals;
}
