import type { AveragePrice, ExchangeEvent, SymbolGrid, SymbolRules } from '@org/simulator';
import type { Time } from '../../world/world.ts';
import type { MarketRecord, MarketRecords } from './market-records.ts';
import { RecordedMarket } from './recorded-market.ts';

/** What is traded where. */
export interface Listing {
  grid(symbol: string): SymbolGrid | undefined;
  rules(symbol: string): SymbolRules | undefined;
}

/** The past of every market, as told by the exchange's events. */
export class RecordedMarkets implements MarketRecords {
  readonly #time: Time;
  readonly #listing: Listing;
  readonly #markets = new Map<string, RecordedMarket>();

  constructor(time: Time, listing: Listing) {
    this.#time = time;
    this.#listing = listing;
  }

  take(event: ExchangeEvent): void {
    if (event.kind === 'marketTrade') this.#open(event.symbol)?.add(event);
    if (event.kind === 'symbolChanged') this.#rulesChanged(event.rules);
  }

  market(symbol: string): MarketRecord | undefined {
    return this.#open(symbol);
  }

  averagePrice(symbol: string, minutes: number): AveragePrice | null {
    return this.#open(symbol)?.averagePrice(minutes) ?? null;
  }

  referencePrice(symbol: string): AveragePrice | null {
    return this.#open(symbol)?.referencePrice ?? null;
  }

  #rulesChanged({ symbol, referencePrice }: SymbolRules): void {
    const market = this.#markets.get(symbol);
    const grid = this.#listing.grid(symbol);
    if (market === undefined || grid === undefined) return;
    if (grid !== market.grid) market.refine(grid);
    market.measureBy(referencePrice);
  }

  #open(symbol: string): RecordedMarket | undefined {
    const known = this.#markets.get(symbol);
    if (known !== undefined) return known;
    const grid = this.#listing.grid(symbol);
    if (grid === undefined) return undefined;
    const market = new RecordedMarket(grid, this.#time);
    market.measureBy(this.#listing.rules(symbol)?.referencePrice);
    this.#markets.set(symbol, market);
    return market;
  }
}
