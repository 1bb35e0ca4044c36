import type { AveragePrice, ExchangeEvent, SymbolGrid } from '@org/simulator';
import type { Time } from '../../world/world.ts';
import type { MarketRecord, MarketRecords } from './market-records.ts';
import { RecordedMarket } from './recorded-market.ts';

/** The past of every market, as told by the exchange's events. */
export class RecordedMarkets implements MarketRecords {
  readonly #time: Time;
  readonly #gridOf: (symbol: string) => SymbolGrid | undefined;
  readonly #markets = new Map<string, RecordedMarket>();

  constructor(time: Time, gridOf: (symbol: string) => SymbolGrid | undefined) {
    this.#time = time;
    this.#gridOf = gridOf;
  }

  take(event: ExchangeEvent): void {
    if (event.kind === 'marketTrade') this.#open(event.symbol)?.add(event);
    if (event.kind === 'symbolChanged') this.#rulesChanged(event.rules.symbol);
  }

  market(symbol: string): MarketRecord | undefined {
    return this.#open(symbol);
  }

  averagePrice(symbol: string, minutes: number): AveragePrice | null {
    return this.#open(symbol)?.averagePrice(minutes) ?? null;
  }

  #rulesChanged(symbol: string): void {
    const market = this.#markets.get(symbol);
    const grid = this.#gridOf(symbol);
    if (market !== undefined && grid !== undefined && grid !== market.grid) market.refine(grid);
  }

  #open(symbol: string): RecordedMarket | undefined {
    const known = this.#markets.get(symbol);
    if (known !== undefined) return known;
    const grid = this.#gridOf(symbol);
    if (grid === undefined) return undefined;
    const market = new RecordedMarket(grid, this.#time);
    this.#markets.set(symbol, market);
    return market;
  }
}
