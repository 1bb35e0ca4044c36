import type { MarketRecord } from '../../../records/markets/market-records.ts';
import type { World } from '../../../world/world.ts';
import { Every } from '../every.ts';
import type { Feed, Payload, Publish, SymbolFeedOptions } from '../feed.ts';
import { feedOf } from '../feed.ts';
import type { Ticker } from './ticker.ts';

const TOLD_EVERY_MS = 1000;

/** A ticker of one market, every second in which it has changed. */
export function tickerFeed({ world, record, publish }: SymbolFeedOptions, ticker: Ticker): Feed {
  const due = new Every(TOLD_EVERY_MS, world.marketTime.now());
  const changed = new ChangedTicker(world, record, ticker);
  return feedOf({
    advance: (now) => {
      const payload = due.isDue(now) ? changed.take(now) : null;
      if (payload !== null) publish(payload);
    },
  });
}

/** The tickers of all markets in one list, every second, as far as they have changed. */
export function allTickersFeed(world: World, publish: Publish, ticker: Ticker): Feed {
  const due = new Every(TOLD_EVERY_MS, world.marketTime.now());
  const markets = world.exchange.symbols().flatMap(({ symbol }) => {
    const record = world.records.markets.market(symbol);
    return record === undefined ? [] : [new ChangedTicker(world, record, ticker)];
  });
  return feedOf({
    advance: (now) => {
      if (!due.isDue(now)) return;
      const payloads = markets.map((market) => market.take(now)).filter((payload) => payload !== null);
      if (payloads.length > 0) publish((time) => payloads.map((payload) => payload(time)));
    },
  });
}

/** One market's ticker, told once for each of its states. */
class ChangedTicker {
  readonly #world: World;
  readonly #record: MarketRecord;
  readonly #ticker: Ticker;
  #told = '';

  constructor(world: World, record: MarketRecord, ticker: Ticker) {
    this.#world = world;
    this.#record = record;
    this.#ticker = ticker;
  }

  /** Null where it stands as it was told, or where nothing was ever traded. */
  take(now: number): Payload | null {
    const state = this.#state();
    if (state === this.#told) return null;
    const statistics = this.#record.rolling(this.#ticker.windowMs);
    if (statistics === null) return null;
    this.#told = state;
    return this.#ticker.payload({ world: this.#world, record: this.#record, now }, statistics);
  }

  #state(): string {
    const tradeId = this.#record.trades.last()?.tradeId ?? 0;
    const updateId = this.#ticker.tellsBook
      ? (this.#world.exchange.book(this.#record.grid.symbol, 1)?.updateId ?? 0)
      : 0;
    return `${tradeId} ${updateId}`;
  }
}
