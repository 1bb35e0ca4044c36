import type { Exchange, SavedExchangeOrder, TrailingStop } from '@org/simulator';

interface Followed {
  readonly symbol: string;
  trailing: TrailingStop;
}

/** Stops that follow the market, which they do without a word. */
export class TrailingStops {
  readonly #exchange: Exchange;
  readonly #followed = new Map<number, Followed>();

  constructor(exchange: Exchange) {
    this.#exchange = exchange;
  }

  /** An order has been written down as it is. */
  keep({ symbol, orderId, trailing, isWorking }: SavedExchangeOrder): void {
    if (trailing !== null && !isWorking) this.#followed.set(orderId, { symbol, trailing });
    else this.#followed.delete(orderId);
  }

  forget(orderId: number): void {
    this.#followed.delete(orderId);
  }

  /** Those that have followed trades of a symbol since they were written down. */
  moved(symbol: string): readonly number[] {
    return [...this.#followed]
      .filter(([orderId, followed]) => followed.symbol === symbol && this.#hasMoved(orderId, followed))
      .map(([orderId]) => orderId);
  }

  #hasMoved(orderId: number, { symbol, trailing: before }: Followed): boolean {
    const now = this.#exchange.savedOrder(symbol, orderId)?.trailing ?? null;
    return now?.extremePrice !== before.extremePrice || now?.activeSince !== before.activeSince;
  }
}
