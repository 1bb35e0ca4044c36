import type { Amount, OrderFilled, Price, Quantity } from '@org/domain';
import { amount, baseUnits, notional, quantity } from '@org/domain';
import type { Holding } from '../account/holding.ts';
import type { BnbPrice } from '../../fees/bnb-fee.ts';
import { bnbFee } from '../../fees/bnb-fee.ts';
import type { FeeRates } from '../../fees/fee-schedule.ts';
import type { Ratio } from '../../fractions/fraction.ts';
import { shareOf } from '../../fractions/fraction.ts';
import type { WorkingOrder } from '../orders/working-order.ts';
import type { BarBook } from './bar-book.ts';

/** One trade to be booked. */
export interface Trade {
  readonly order: WorkingOrder;
  readonly lots: Quantity;
  readonly price: Price;
  readonly liquidity: OrderFilled['liquidity'];
  /** Whether the order ends with it. */
  readonly complete: boolean;
  readonly note: string | null;
}

/** Books trades: moves the two assets, takes the fee, and tells what happened. */
export class Settlement {
  /** Trade ids ascend over all markets. */
  nextTradeId = 1;
  declare private readonly rates: FeeRates;
  declare private readonly bnb: Holding;
  declare private readonly bnbPriceIn: (quote: string) => BnbPrice | null;

  constructor(rates: FeeRates, bnb: Holding, bnbPriceIn: (quote: string) => BnbPrice | null) {
    this.rates = rates;
    this.bnb = bnb;
    this.bnbPriceIn = bnbPriceIn;
  }

  /** Whether fees are paid in BNB, as far as there is some. */
  get inBnb(): boolean {
    return this.rates.inBnb;
  }

  settle(book: BarBook, trade: Trade): OrderFilled {
    const { instrument } = book;
    const { order, lots, price, liquidity } = trade;
    const units = baseUnits(lots, instrument);
    const worth = notional(price, lots, instrument);
    order.lots = quantity(Math.max(0, order.lots - lots));

    const isBuy = order.side === 'buy';
    const received = isBuy ? book.base : book.quote;
    const income = isBuy ? units : worth;
    const rate = liquidity === 'maker' ? this.rates.maker : this.rates.taker;
    const feeInBnb = this.rates.inBnb ? this.feeInBnb(book, units, worth, rate) : null;
    const fee = feeInBnb ?? shareOf(income, rate);

    if (isBuy) payQuote(book.quote, order, worth, lockAfter(book, trade, worth));
    else payBase(book.base, order, units);
    if (feeInBnb === null) received.receive(income, fee);
    else {
      this.bnb.payFee(fee);
      received.receive(income, 0n);
    }

    return {
      kind: 'orderFilled',
      time: book.time,
      symbol: instrument.symbol,
      clientOrderId: order.clientOrderId,
      tradeId: this.nextTradeId++,
      price,
      quantity: lots,
      notional: worth,
      fee: amount(fee),
      feeAsset: feeInBnb === null ? received.asset : this.bnb.asset,
      liquidity,
      complete: trade.complete,
      note: trade.note,
    };
  }

  /** Null where the BNB balance does not cover it, or nothing tells what BNB is worth. */
  private feeInBnb({ instrument }: BarBook, base: Amount, worth: Amount, rate: Ratio): bigint | null {
    const fee = bnbFee({ base, notional: worth }, rate, instrument, this.bnbPriceIn(instrument.quote.code));
    return fee !== null && fee <= this.bnb.free ? fee : null;
  }
}

/** What stays held back for a buy after a trade: the worth of a limit's rest, else what is not spent yet. */
function lockAfter({ instrument }: BarBook, { order, complete }: Trade, worth: bigint): bigint {
  if (complete) return 0n;
  if (order.type === 'limit') return notional(order.ticks, order.lots, instrument);
  return order.locked > worth ? order.locked - worth : 0n;
}

/** Pays from what is held back, and what that lacks or leaves over from or to what is free. */
function payQuote(quote: Holding, order: WorkingOrder, worth: bigint, lock: bigint): void {
  const released = order.locked - lock;
  quote.locked -= released;
  quote.free += released - worth;
  order.locked = lock;
}

function payBase(base: Holding, order: WorkingOrder, units: bigint): void {
  base.locked -= units;
  order.locked -= units;
}
