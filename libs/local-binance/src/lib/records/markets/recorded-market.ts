import type { Price } from '@org/domain';
import { amount, price, quantity } from '@org/domain';
import type { AveragePrice, MarketTrade, ReferencePriceCalculation, SymbolGrid } from '@org/simulator';
import { regrid } from '@org/simulator';
import type { Time } from '../../world/world.ts';
import { AggregateTape } from './aggregate-tape.ts';
import { Bars } from './bars.ts';
import type { KlineInterval } from './kline-interval.ts';
import { klineOpen } from './kline-interval.ts';
import { selectKlines } from './klines.ts';
import type {
  AggregateTrade,
  Kline,
  KlineQuery,
  MarketRecord,
  Tape,
  WindowStatistics,
} from './market-records.ts';
import { ReferencePrice } from './reference-price.ts';
import { RingTape } from './ring-tape.ts';
import { statisticsOf } from './window-statistics.ts';

/** How many trades and aggregates are kept. */
const KEPT_TRADES = 20_000;
const MINUTE_MS = 60_000;

/** The past of one market, as told by its trades. */
export class RecordedMarket implements MarketRecord {
  #grid: SymbolGrid;
  readonly #time: Time;
  readonly #trades = new RingTape<MarketTrade>(KEPT_TRADES, {
    id: ({ tradeId }) => tradeId,
    time: ({ time }) => time,
  });
  readonly #aggregates = new AggregateTape(KEPT_TRADES);
  readonly #bars = new Bars();
  #reference: ReferencePrice | null = null;

  constructor(grid: SymbolGrid, time: Time) {
    this.#grid = grid;
    this.#time = time;
  }

  get grid(): SymbolGrid {
    return this.#grid;
  }

  get trades(): Tape<MarketTrade> {
    return this.#trades;
  }

  get aggregates(): AggregateTape {
    return this.#aggregates;
  }

  add(trade: MarketTrade): void {
    this.#trades.push(trade);
    this.#aggregates.add(trade);
    this.#bars.add(trade, amount(BigInt(trade.quantity) * this.grid.unitsPerLot));
    this.#reference?.add(BigInt(trade.price) * tickUnits(this.grid), trade.time);
  }

  /** The market is counted in finer steps from now on, and so is its past. */
  refine(grid: SymbolGrid): void {
    const steps = regrid(this.#grid, grid);
    this.#grid = grid;
    if (steps.ticks === 1 && steps.lots === 1) return;
    const priceOf = (ticks: Price) => price(ticks * steps.ticks);
    const sized = <Trade extends MarketTrade | AggregateTrade>(trade: Trade): Trade => ({
      ...trade,
      price: priceOf(trade.price),
      quantity: quantity(trade.quantity * steps.lots),
    });
    this.#trades.replaceAll(sized);
    this.#aggregates.replaceAll(sized);
    this.#bars.replaceAll((bar) => ({
      ...bar,
      open: priceOf(bar.open),
      high: priceOf(bar.high),
      low: priceOf(bar.low),
      close: priceOf(bar.close),
    }));
  }

  /** How its reference price is found from now on: what was traded before another way was chosen does not count. */
  measureBy(calculation: ReferencePriceCalculation | undefined): void {
    if (calculation === this.#reference?.calculation) return;
    this.#reference =
      calculation === undefined ? null : new ReferencePrice(calculation, this.#grid.quote.decimals);
  }

  klines(query: KlineQuery): readonly Kline[] {
    return selectKlines(this.#bars, query, this.#time.now());
  }

  currentKline(interval: KlineInterval, offsetMs = 0): Kline | null {
    const query = { interval, offsetMs, startMs: null, endMs: null, limit: 1 };
    return this.klines(query)[0] ?? null;
  }

  rolling(windowMs: number): WindowStatistics | null {
    return this.since(klineOpen(this.#time.now() - windowMs, '1m'));
  }

  since(fromMs: number): WindowStatistics | null {
    const lastTrade = this.#trades.last();
    if (lastTrade === undefined) return null;
    const closeTime = this.#time.now();
    return statisticsOf({
      openTime: fromMs,
      closeTime,
      total: this.#bars.total('1m', fromMs, closeTime),
      before: this.#bars.lastBefore('1m', fromMs),
      lastTrade,
    });
  }

  averagePrice(minutes: number): AveragePrice | null {
    const last = this.#trades.last();
    if (last === undefined) return null;
    const now = this.#time.now();
    const traded = this.#bars.total('1s', now - minutes * MINUTE_MS, now);
    if (traded === null || traded.volume === 0n) return { numerator: BigInt(last.price), denominator: 1n };
    const { tickLot, unitsPerLot } = this.grid;
    return {
      numerator: traded.quoteVolume * tickLot.denominator * unitsPerLot,
      denominator: traded.volume * tickLot.numerator,
    };
  }
  get referencePrice(): AveragePrice | null {
    const units = this.#reference?.at(this.#time.now()) ?? null;
    return units === null ? null : { numerator: units, denominator: tickUnits(this.#grid) };
  }
}

/** One step of a price in the quote asset's smallest units. */
function tickUnits({ tick, quote }: SymbolGrid): bigint {
  return tick.units * 10n ** BigInt(quote.decimals - tick.decimals);
}
