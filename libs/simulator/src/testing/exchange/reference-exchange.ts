import type { SelfTradePrevention } from '../../index.ts';

/**
 * What the engine must do, written down without a thought for speed: one array of orders that is searched anew for
 * every trade, money that is added up when it is asked for. It shares no line with the engine. Prices are ticks,
 * quantities lots, money smallest units; lists are not in it.
 */
export interface ReferenceOrder {
  readonly id: number;
  readonly account: string;
  readonly clientId: string;
  readonly isBuy: boolean;
  readonly type:
    'limit' | 'limitMaker' | 'market' | 'stopLoss' | 'stopLossLimit' | 'takeProfit' | 'takeProfitLimit';
  readonly timeInForce: 'gtc' | 'ioc' | 'fok';
  readonly price: number | null;
  readonly stopPrice: number | null;
  readonly delta: number | null;
  readonly iceberg: number | null;
  readonly mode: SelfTradePrevention;
  quantity: number;
  executed: number;
  prevented: number;
  status: string;
  reason: string | null;
  /** `waiting` for its stop price, `following` the market, `triggered`, `resting` in the book, or none of them. */
  place: 'waiting' | 'following' | 'triggered' | 'resting' | 'nowhere';
  /** Which came first to where it is. */
  turn: number;
  tip: number;
  extreme: number | null;
  /** What a stop at the market is reckoned at. */
  pricedAt: number;
}

export interface ReferenceAccount {
  readonly group: number | null;
  readonly isFunded: boolean;
  base: bigint;
  quote: bigint;
}

export interface ReferenceOptions {
  readonly accounts: Readonly<Record<string, { readonly group: number | null; readonly isFunded: boolean }>>;
  readonly unitsPerLot: bigint;
  /** The fee on what a trade brings. */
  readonly feeRate: { readonly numerator: bigint; readonly denominator: bigint };
  readonly tickLot: { readonly numerator: bigint; readonly denominator: bigint };
}

export type ReferenceRequest = Pick<
  ReferenceOrder,
  | 'account'
  | 'clientId'
  | 'isBuy'
  | 'type'
  | 'timeInForce'
  | 'price'
  | 'stopPrice'
  | 'delta'
  | 'iceberg'
  | 'mode'
> & { readonly quantity: number | null; readonly quote: bigint | null };

/** The slow exchange. */
export class ReferenceExchange {
  readonly orders: ReferenceOrder[] = [];
  readonly accounts = new Map<string, ReferenceAccount>();
  readonly trades: string[] = [];
  fees = { base: 0n, quote: 0n };
  lastPrice: number | null = null;
  readonly #options: ReferenceOptions;
  #nextId = 1;
  #nextTurn = 1;
  #triggered: ReferenceOrder[] = [];

  constructor(options: ReferenceOptions) {
    this.#options = options;
    for (const [name, { group, isFunded }] of Object.entries(options.accounts)) {
      this.accounts.set(name, { group, isFunded, base: 0n, quote: 0n });
    }
  }

  /** `placed`, or why not. */
  submit(request: ReferenceRequest): string {
    const refusal = this.#refusal(request);
    if (refusal !== null) return refusal;
    const { quote, ...terms } = request;
    const quantity = request.quantity ?? this.#bought(request, quote ?? 0n);
    if (quantity === 'noLiquidity' || quantity === 'lotSize') return quantity;
    const order: ReferenceOrder = {
      ...terms,
      id: this.#nextId,
      quantity,
      executed: 0,
      prevented: 0,
      status: 'new',
      reason: null,
      place: 'nowhere',
      turn: 0,
      tip: 0,
      extreme: null,
      pricedAt: request.price ?? request.stopPrice ?? this.lastPrice ?? 0,
    };
    if (!this.#canPay(order)) return 'insufficientBalance';
    this.#nextId++;
    this.orders.push(order);
    if (order.stopPrice !== null || order.delta !== null) this.#wait(order);
    else this.#work(order);
    while (this.#triggered.length > 0) this.#trigger(this.#triggered.shift()!);
    return 'placed';
  }

  cancel(id: number): string {
    const order = this.orders.find((candidate) => candidate.id === id && isOpen(candidate));
    if (order === undefined) return 'unknownOrder';
    this.#end(order, 'cancelled');
    return 'cancelled';
  }

  locked(name: string): { base: bigint; quote: bigint } {
    const sums = { base: 0n, quote: 0n };
    for (const order of this.orders) {
      if (order.account !== name || !isOpen(order) || !this.accounts.get(name)!.isFunded) continue;
      if (order.isBuy) sums.quote += this.#need(order);
      else sums.base += this.#need(order);
    }
    return sums;
  }

  /** `price:shown` of a side, best first. */
  book(isBuy: boolean): string[] {
    const levels = new Map<number, number>();
    for (const order of this.#queue(isBuy)) {
      levels.set(order.price!, (levels.get(order.price!) ?? 0) + order.tip);
    }
    return [...levels].map(([price, shown]) => `${price}:${shown}`);
  }

  #refusal({ account, clientId, isBuy, type, price, stopPrice, quantity }: ReferenceRequest): string | null {
    const isTaken = this.orders.some(
      (order) => order.account === account && order.clientId === clientId && isOpen(order),
    );
    if (isTaken) return 'duplicateOrder';
    const best = this.#queue(!isBuy)[0]?.price ?? null;
    if (type === 'limitMaker' && best !== null && (isBuy ? best <= price! : best >= price!))
      return 'wouldTake';
    if (stopPrice !== null && this.lastPrice !== null) {
      const isPast = waitsAbove(type, isBuy) ? this.lastPrice >= stopPrice : this.lastPrice <= stopPrice;
      if (isPast) return 'wouldTrigger';
    }
    if (price !== null && quantity !== null && this.#worth(price, quantity) === 0n) return 'worthNothing';
    return null;
  }

  #wait(order: ReferenceOrder): void {
    order.turn = this.#nextTurn++;
    order.place = order.stopPrice === null ? 'following' : 'waiting';
  }

  #work(order: ReferenceOrder): void {
    if (order.timeInForce === 'fok' && order.price !== null) {
      const { certain } = this.#survey(order, left(order), null);
      if (certain < left(order)) return this.#end(order, 'expired', 'fokUnfilled');
    }
    while (isOpen(order) && left(order) > 0) {
      const maker = this.#queue(!order.isBuy)[0];
      if (maker === undefined || !reaches(order, maker.price!)) break;
      if (this.#isOneself(order, maker)) this.#prevent(order, maker);
      else this.#trade(order, maker);
    }
    if (!isOpen(order)) return;
    if (left(order) === 0) this.#end(order, 'filled');
    else if (order.price === null) this.#end(order, 'expired', 'insufficientLiquidity');
    else if (order.timeInForce === 'ioc') this.#end(order, 'expired', 'iocRest');
    else {
      order.place = 'resting';
      this.#show(order);
    }
  }

  #trade(taker: ReferenceOrder, maker: ReferenceOrder): void {
    const lots = Math.min(left(taker), maker.tip);
    const price = maker.price!;
    const [buyer, seller] = taker.isBuy ? [taker, maker] : [maker, taker];
    const base = BigInt(lots) * this.#options.unitsPerLot;
    const quote = this.#worth(price, lots);
    this.trades.push(`${lots}@${price} ${buyer.id}<-${seller.id}`);
    for (const order of [taker, maker]) {
      order.executed += lots;
      order.status = left(order) === 0 ? 'filled' : 'partiallyFilled';
      this.#settle(order, base, quote, true);
    }
    maker.tip -= lots;
    this.lastPrice = price;
    if (left(maker) === 0) maker.place = 'nowhere';
    else if (maker.tip === 0) this.#show(maker);
    this.#watch(price);
  }

  #settle(order: ReferenceOrder, base: bigint, quote: bigint, isCharged: boolean): void {
    const account = this.accounts.get(order.account)!;
    const { numerator, denominator } = this.#options.feeRate;
    const brought = order.isBuy ? base : quote;
    const fee = isCharged && account.isFunded ? (brought * numerator) / denominator : 0n;
    account.base += order.isBuy ? base - fee : -base;
    account.quote += order.isBuy ? -quote : quote - fee;
    if (order.isBuy) this.fees.base += fee;
    else this.fees.quote += fee;
  }

  #prevent(taker: ReferenceOrder, maker: ReferenceOrder): void {
    const mode = taker.mode === 'transfer' && maker.mode !== 'transfer' ? 'decrement' : taker.mode;
    if (mode === 'expireTaker' || mode === 'expireBoth') this.#preventAll(taker);
    if (mode === 'expireMaker' || mode === 'expireBoth') this.#preventAll(maker);
    if (mode !== 'decrement' && mode !== 'transfer') return;
    const lots = Math.min(left(taker), maker.tip);
    if (mode === 'transfer' && taker.account !== maker.account) {
      for (const order of [taker, maker]) {
        this.#settle(order, BigInt(lots) * this.#options.unitsPerLot, this.#worth(maker.price!, lots), false);
      }
    }
    for (const order of [taker, maker]) {
      order.prevented += lots;
      if (left(order) === 0) this.#end(order, 'expiredInMatch');
    }
    maker.tip -= lots;
    if (isOpen(maker) && maker.tip === 0) this.#show(maker);
  }

  #preventAll(order: ReferenceOrder): void {
    order.prevented += left(order);
    this.#end(order, 'expiredInMatch');
  }

  /** What a trade does to orders that wait. */
  #watch(price: number): void {
    for (const order of this.#at('following')) {
      if (order.extreme === null || (order.isBuy ? price < order.extreme : price > order.extreme)) {
        order.extreme = price;
      } else if (hasComeBack(order, price)) this.#due(order);
    }
    const waiting = this.#at('waiting');
    const above = waiting.filter((order) => waitsAbove(order.type, order.isBuy) && price >= order.stopPrice!);
    const below = waiting.filter(
      (order) => !waitsAbove(order.type, order.isBuy) && price <= order.stopPrice!,
    );
    above.sort((a, b) => a.stopPrice! - b.stopPrice! || a.turn - b.turn);
    below.sort((a, b) => b.stopPrice! - a.stopPrice! || a.turn - b.turn);
    for (const order of [...above, ...below]) {
      if (order.delta === null) this.#due(order);
      else {
        order.place = 'following';
        order.turn = this.#nextTurn++;
        order.extreme = price;
      }
    }
  }

  #due(order: ReferenceOrder): void {
    order.place = 'triggered';
    this.#triggered.push(order);
  }

  #trigger(order: ReferenceOrder): void {
    if (!isOpen(order)) return;
    order.place = 'nowhere';
    const account = this.accounts.get(order.account)!;
    if (order.price === null && order.isBuy && account.isFunded) {
      const free = account.quote - this.locked(order.account).quote + this.#need(order);
      if (this.#survey(order, left(order), null).cost > free) return this.#end(order, 'expired', 'rejected');
    }
    order.pricedAt = order.price ?? 0;
    this.#work(order);
  }

  #canPay(order: ReferenceOrder): boolean {
    const account = this.accounts.get(order.account)!;
    if (!account.isFunded) return true;
    const locked = this.locked(order.account);
    if (!order.isBuy) return BigInt(order.quantity) * this.#options.unitsPerLot <= account.base - locked.base;
    const cost = order.type === 'market' ? this.#survey(order, order.quantity, null).cost : this.#need(order);
    return cost <= account.quote - locked.quote;
  }

  /** How many lots a quote buys or is paid with. */
  #bought(request: ReferenceRequest, quote: bigint): number | 'noLiquidity' | 'lotSize' {
    const { lots, isExhausted } = this.#survey({ ...request, price: null }, Infinity, quote);
    if (lots > 0) return lots;
    return isExhausted ? 'noLiquidity' : 'lotSize';
  }

  /** What a taker would find: level by level, what others have there and what it has itself. */
  #survey(
    taker: Pick<ReferenceOrder, 'account' | 'isBuy' | 'mode' | 'price'>,
    wanted: number,
    budget: bigint | null,
  ): { lots: number; certain: number; cost: bigint; isExhausted: boolean } {
    const queue = this.#queue(!taker.isBuy).filter((maker) => reaches(taker, maker.price!));
    const isCut = taker.mode === 'decrement' || taker.mode === 'transfer';
    let [lots, cost, isMet, passed] = [0, 0n, false, 0];
    for (const price of new Set(queue.map((maker) => maker.price!))) {
      const level = queue.filter((maker) => maker.price === price);
      const own = level.filter((maker) => this.#isOneself(taker, maker));
      const others = sum(level.filter((maker) => !own.includes(maker)).map(left));
      const ahead =
        own[0] === undefined ? others : sum(level.slice(0, level.indexOf(own[0])).map(({ tip }) => tip));
      let here = wanted - passed;
      if (budget !== null) here = Number(this.#affordable(budget - cost, price));
      const meets = own.length > 0 && taker.mode !== 'expireMaker' && ahead < here;
      const isStopped = meets && !isCut;
      isMet ||= meets;
      const traded = Math.min(here, isStopped ? ahead : others);
      const paid = taker.mode === 'transfer' ? Math.min(here, others + sum(own.map(left))) : traded;
      lots += traded;
      cost += this.#worth(price, paid);
      passed += others + (isCut ? sum(own.map(left)) : 0);
      if (isStopped || others + (isCut ? sum(own.map(left)) : 0) >= here) {
        return { lots, certain: isMet ? 0 : lots, cost, isExhausted: false };
      }
    }
    return { lots, certain: isMet ? 0 : lots, cost, isExhausted: true };
  }

  #affordable(quote: bigint, price: number): bigint {
    const { numerator, denominator } = this.#options.tickLot;
    let lots = ((quote + 1n) * denominator) / (BigInt(price) * numerator) + 1n;
    while (this.#worth(price, Number(lots)) > quote) lots -= 1n;
    return lots;
  }

  #isOneself(
    taker: Pick<ReferenceOrder, 'account' | 'mode'>,
    maker: Pick<ReferenceOrder, 'account'>,
  ): boolean {
    if (taker.mode === 'none') return false;
    const { group } = this.accounts.get(taker.account)!;
    return (
      taker.account === maker.account || (group !== null && group === this.accounts.get(maker.account)!.group)
    );
  }

  #queue(isBuy: boolean): ReferenceOrder[] {
    return this.orders
      .filter((order) => order.place === 'resting' && order.isBuy === isBuy)
      .sort((a, b) => (isBuy ? b.price! - a.price! : a.price! - b.price!) || a.turn - b.turn);
  }

  #at(place: ReferenceOrder['place']): ReferenceOrder[] {
    return this.orders.filter((order) => order.place === place).sort((a, b) => a.turn - b.turn);
  }

  #show(order: ReferenceOrder): void {
    order.tip = Math.min(order.iceberg ?? Infinity, left(order));
    order.turn = this.#nextTurn++;
  }

  #end(order: ReferenceOrder, status: string, reason: string | null = null): void {
    order.status = status;
    order.reason = reason;
    order.place = 'nowhere';
  }

  #need(order: ReferenceOrder): bigint {
    return order.isBuy
      ? this.#worth(order.pricedAt, left(order))
      : BigInt(left(order)) * this.#options.unitsPerLot;
  }

  #worth(price: number, lots: number): bigint {
    const { numerator, denominator } = this.#options.tickLot;
    return (BigInt(price) * BigInt(lots) * numerator) / denominator;
  }
}

export function isOpen({ status }: ReferenceOrder): boolean {
  return status === 'new' || status === 'partiallyFilled';
}

function left({ quantity, executed, prevented }: ReferenceOrder): number {
  return quantity - executed - prevented;
}

function reaches(taker: Pick<ReferenceOrder, 'isBuy' | 'price'>, price: number): boolean {
  return taker.price === null || (taker.isBuy ? price <= taker.price : price >= taker.price);
}

function waitsAbove(type: ReferenceOrder['type'], isBuy: boolean): boolean {
  return type.startsWith('stopLoss') ? isBuy : !isBuy;
}

function hasComeBack({ isBuy, extreme, delta }: ReferenceOrder, price: number): boolean {
  const turn = BigInt(extreme!) * BigInt(isBuy ? 10_000 + delta! : 10_000 - delta!);
  return isBuy ? BigInt(price) * 10_000n >= turn : BigInt(price) * 10_000n <= turn;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
