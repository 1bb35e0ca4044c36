import type { TickerChanged, TickerNews } from '@org/domain';
import type { Observable } from 'rxjs';
import { concatMap, defer } from 'rxjs';
import { z } from 'zod';
import type { StreamSignal } from './market-streams.ts';
import { bestOf, decimalText, readMessage, textIn, wholeNumber } from './message-json.ts';

export interface TickerStreamOptions {
  readonly symbol: string;
  readonly stream: string;
  /** The time of the market, ms UTC. */
  readonly nowMs: () => number;
  readonly onUnreadable: (text: string) => void;
}

const tickerMessage = z.object({
  ...{ u: wholeNumber, s: z.string() },
  ...{ b: decimalText, B: decimalText, a: decimalText, A: decimalText },
});

/** The best prices as they change, each update once; after a loss, the connection is told as restored with the next of them. */
export function tickerStream$(
  signals$: Observable<StreamSignal>,
  options: TickerStreamOptions,
): Observable<TickerNews> {
  return defer(() => {
    const news = new TickerWriter(options);
    return signals$.pipe(concatMap((signal) => news.of(signal)));
  });
}

class TickerWriter {
  readonly #options: TickerStreamOptions;
  #lastId = -1;
  #isLost = false;

  constructor(options: TickerStreamOptions) {
    this.#options = options;
  }

  of(signal: StreamSignal): readonly TickerNews[] {
    switch (signal.kind) {
      case 'data':
        return this.#change(this.#read(textIn(signal.bytes, signal.start, signal.end)));
      case 'lost':
        return this.#lose();
      case 'back':
        return [];
    }
  }

  #read(text: string): TickerChanged | null {
    const { symbol, nowMs, onUnreadable } = this.#options;
    const message = readMessage(text, tickerMessage);
    if (message === null || message.s !== symbol) {
      onUnreadable(text);
      return null;
    }
    const { u: updateId, b, B, a, A } = message;
    return {
      ...{ kind: 'tickerChanged', time: nowMs(), symbol, updateId },
      ...{ bid: bestOf(b, B), ask: bestOf(a, A) },
    };
  }

  #lose(): readonly TickerNews[] {
    if (this.#isLost) return [];
    this.#isLost = true;
    return [{ kind: 'connectionLost', ...this.#here() }];
  }

  #change(ticker: TickerChanged | null): readonly TickerNews[] {
    if (ticker === null || ticker.updateId <= this.#lastId) return [];
    this.#lastId = ticker.updateId;
    if (!this.#isLost) return [ticker];
    this.#isLost = false;
    return [{ kind: 'connectionRestored', ...this.#here() }, ticker];
  }

  #here(): { readonly time: number; readonly stream: string } {
    return { time: this.#options.nowMs(), stream: this.#options.stream };
  }
}
