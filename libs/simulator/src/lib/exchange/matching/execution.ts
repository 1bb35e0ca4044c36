import { price, quantity } from '@org/domain';
import type { Fee } from '../accounts/fee-of.ts';
import type { Units } from '../accounts/units.ts';
import { amountOf } from '../accounts/units.ts';
import type { ExchangeFill } from '../exchange-order.ts';

/** An order's part in a trade. It becomes a value when somebody asks for one: most trades are told to nobody. */
export class Execution {
  readonly #tradeId: number;
  readonly #price: number;
  readonly #lots: number;
  readonly #quote: Units;
  readonly #fee: Fee;
  readonly #isMaker: boolean;
  #fill: ExchangeFill | null = null;

  constructor(tradeId: number, at: number, lots: number, quote: Units, fee: Fee, isMaker: boolean) {
    this.#tradeId = tradeId;
    this.#price = at;
    this.#lots = lots;
    this.#quote = quote;
    this.#fee = fee;
    this.#isMaker = isMaker;
  }

  /** For everybody outside. */
  get fill(): ExchangeFill {
    this.#fill ??= {
      tradeId: this.#tradeId,
      price: price(this.#price),
      quantity: quantity(this.#lots),
      quoteQuantity: amountOf(this.#quote),
      commission: amountOf(this.#fee.units),
      commissionAsset: this.#fee.asset,
      isMaker: this.#isMaker,
    };
    return this.#fill;
  }
}
