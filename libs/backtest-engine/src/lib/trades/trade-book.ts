import type { SpotInstrument } from '@org/domain';
import { OnestepError, amountValue, quantityValue } from '@org/domain';
import type { Fill } from '../result/fill.ts';
import type { AssetPrice } from './fee-value.ts';
import { feeValue } from './fee-value.ts';
import { Holding } from './holding.ts';
import type { OpenPosition, Trade } from './trade.ts';
import { Trip } from './trip.ts';

/** The fills sell more than they bought: they are not a whole record of one account. */
export class OversoldError extends OnestepError {}

/** Doubles that sum whole lots miss them by far less than this share of a lot. */
const LOT_SLACK = 1e-6;

/** The fills of one market and strategy, folded into round trips as they come. */
export class TradeBook {
  private readonly instrument: SpotInstrument;
  private readonly assetPrice: AssetPrice;
  private readonly holding = new Holding();
  private readonly finished: Trip[] = [];
  private current: Trip | undefined;
  /** In base, from what is held; where several hold the asset, another may have paid some of it. */
  private feesPaid = 0;

  constructor(instrument: SpotInstrument, assetPrice: AssetPrice) {
    this.instrument = instrument;
    this.assetPrice = assetPrice;
  }

  /** @throws OversoldError `fills-oversold` when a sell is for more than is held. */
  add(fill: Fill): void {
    if (fill.side === 'buy') this.buy(fill);
    else this.sell(fill);
  }

  trades(): readonly Trade[] {
    return this.finished.map((trip) => trip.asTrade());
  }

  openPosition(lastPrice: (symbol: string) => number): OpenPosition | undefined {
    return this.current?.asOpenPosition(this.holding, lastPrice(this.instrument.symbol));
  }

  private buy(fill: Fill): void {
    this.current ??= new Trip(fill);
    const fee = feeValue(fill, this.instrument, this.assetPrice);
    const inBase = fill.feeAsset === this.instrument.base.code;
    const spent = fill.quantity * fill.price;
    this.holding.add(fill.quantity - (inBase ? fill.fee : 0), spent + (inBase ? 0 : fee));
    this.current.buy(fill, fee);
  }

  /** A sell of dust, behind the one that made the trip flat, still belongs to that trip. */
  private sell(fill: Fill): void {
    const trip = this.current ?? this.finished.at(-1);
    const { quantity } = fill;
    const most = this.holding.quantity + this.feesPaid + this.instrument.lotSize * LOT_SLACK;
    if (trip === undefined || quantity > most) throw oversold(fill, this.holding.quantity);
    const fee = feeValue(fill, this.instrument, this.assetPrice);
    trip.sell(fill, fee, this.holding.take(quantity));
    this.endAtDust(fill.price);
  }

  /** Whether the fee of a trade here is paid in something that the trade did not bring in. */
  isPaidBeside({ side, feeAsset }: Fill): boolean {
    const { base, quote } = this.instrument;
    return feeAsset !== quote.code && (side === 'sell' || feeAsset !== base.code);
  }

  /** Pays a fee in base at that price from what is held, as far as it goes, and gives how much that was. */
  payFee(quantity: number, price: number): number {
    const paid = Math.min(quantity, this.holding.quantity);
    this.feesPaid += paid;
    (this.current ?? this.finished.at(-1))?.give(this.holding.take(paid), paid * price);
    this.endAtDust(price);
    return paid;
  }

  private endAtDust(price: number): void {
    if (this.current === undefined || !this.isDust(price)) return;
    this.finished.push(this.current);
    this.current = undefined;
  }

  /** Less than a lot, than the least quantity, or than the least worth of an order: it cannot be sold. */
  private isDust(price: number): boolean {
    const { instrument, holding } = this;
    const least = Math.max(instrument.lotSize, quantityValue(instrument.minQuantity, instrument));
    if (holding.quantity < least * (1 - LOT_SLACK)) return true;
    return holding.quantity * price < amountValue(instrument.minNotional, instrument.quote);
  }
}

function oversold(fill: Fill, held: number): OversoldError {
  return new OversoldError('fills-oversold', {
    what: `${fill.symbol}: the fills of ${fill.strategyId} sell more than they bought`,
    found: `a sell of ${fill.quantity} at ${new Date(fill.time).toISOString()}`,
    allowed: `at most the ${held} held`,
  });
}
