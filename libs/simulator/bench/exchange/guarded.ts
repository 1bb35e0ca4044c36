import { amount } from '@org/domain';
import type { Exchange, MarketHand, PlaceRequest, TimeInForce } from '../../src/index.ts';
import { createExchange } from '../../src/index.ts';
import { account, RULES } from './rules.ts';
import type { DrawnOn } from './session.ts';
import { ACCOUNTS, MIDDLE } from './session.ts';

const STOPS = 1_000;
const FUNDS = amount(8_000_000_000_000_000n);
const ACCOUNT_IDS = Array.from({ length: ACCOUNTS }, (_, index) => `account-${index}`);

/**
 * The exchange as its clients see it: requests in decimals, every filter, self-trade prevention by the symbol's own
 * mode, and a thousand stops that wait on both sides and are asked at every trade.
 */
export class Guarded implements DrawnOn {
  readonly #exchange: Exchange;
  readonly #hand: MarketHand;
  readonly #nameOf: (order: number) => string;
  #orders = 0;
  #last = MIDDLE;
  #trades = 0;

  constructor(nameOf: (order: number) => string) {
    this.#nameOf = nameOf;
    this.#exchange = createExchange({
      symbols: [RULES],
      accounts: ACCOUNT_IDS.map(account),
      averagePrice: () => ({ numerator: BigInt(this.#last), denominator: 1n }),
      emit: (event) => {
        if (event.kind !== 'marketTrade') return;
        this.#last = event.price;
        this.#trades++;
      },
    });
    this.#hand = this.#exchange.market(RULES.symbol);
    for (const accountId of ACCOUNT_IDS) {
      for (const asset of ['BTC', 'USDT']) this.#exchange.deposit(accountId, asset, FUNDS, 0);
    }
  }

  /** Puts stops on both sides of the market, too far away to be reached. */
  filled(): void {
    for (let stop = 0; stop < STOPS; stop++) {
      const isBuy = stop % 2 === 0;
      const stopPrice = isBuy ? MIDDLE + 200_000 + stop : MIDDLE - 200_000 - stop;
      this.#submit('gtc', isBuy, MIDDLE, 1_000, stopPrice);
    }
  }

  place(isBuy: boolean, at: number, lots: number, isResting: boolean): number | null {
    const { orderId, status } = this.#submit(isResting ? 'gtc' : 'ioc', isBuy, at, lots);
    return status === 'new' || status === 'partiallyFilled' ? orderId : null;
  }

  cancel(id: number): void {
    const { kind } = this.#exchange.cancel(
      { ...this.#name(id), cancelId: 'cancel', only: null },
      this.#orders,
    );
    if (kind !== 'cancelled') throw new Error('An order that is open was not found.');
  }

  isOpen(id: number): boolean {
    return this.#exchange.order(this.#name(id)) !== undefined;
  }

  touch(isBuy: boolean): number | null {
    return this.#hand.best(isBuy ? 'sell' : 'buy');
  }

  /** Every unit that was deposited is in a balance or a fee, and the book is not crossed. Gives the trades so far. */
  check(): number {
    const fees = new Map(this.#exchange.feesTaken().map(({ asset, amount: fee }) => [asset, fee]));
    for (const asset of ['BTC', 'USDT']) {
      const held = ACCOUNT_IDS.flatMap((accountId) => this.#exchange.balances(accountId))
        .filter((balance) => balance.asset === asset)
        .reduce((sum, { free, locked }) => sum + free + locked, 0n);
      if (held + (fees.get(asset) ?? 0n) !== FUNDS * BigInt(ACCOUNTS)) {
        throw new Error(`${asset} does not add up.`);
      }
    }
    if ((this.touch(false) ?? 0) >= (this.touch(true) ?? Infinity)) throw new Error('The book is crossed.');
    return this.#trades;
  }

  #submit(
    timeInForce: TimeInForce,
    isBuy: boolean,
    at: number,
    lots: number,
    stopPrice: number | null = null,
  ) {
    const request: PlaceRequest = {
      symbol: RULES.symbol,
      accountId: ACCOUNT_IDS[this.#orders % ACCOUNTS]!,
      clientOrderId: this.#nameOf(this.#orders),
      side: isBuy ? 'buy' : 'sell',
      type: stopPrice === null ? 'limit' : 'stopLossLimit',
      timeInForce,
      size: { base: { units: BigInt(lots), decimals: 5 } },
      price: { units: BigInt(at), decimals: 2 },
      stopPrice: stopPrice === null ? null : { units: BigInt(stopPrice), decimals: 2 },
      trailingDeltaBips: null,
      icebergQuantity: null,
      selfTradePrevention: null,
      strategyId: null,
      strategyType: null,
    };
    const outcome = this.#exchange.place(request, this.#orders++);
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.refusal));
    return outcome.order;
  }

  /** Ids count up from 1 with the orders placed. */
  #name(orderId: number) {
    const accountId = ACCOUNT_IDS[(orderId - 1) % ACCOUNTS]!;
    return { accountId, symbol: RULES.symbol, orderId, clientOrderId: null };
  }
}
