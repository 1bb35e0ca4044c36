import type { Amount, Price } from '@org/domain';
import { price } from '@org/domain';
import { balanceOf } from './accounts/holding.ts';
import { Traders } from './accounts/traders.ts';
import { filteredOut, ruledOut } from './desk/admission.ts';
import { SymbolHand } from './desk/market-hand.ts';
import { MatchingEngine } from './desk/matching-engine.ts';
import { namedOrder } from './desk/order-names.ts';
import { refused, refusedBy } from './desk/refusals.ts';
import type { ExchangeAccount, ExchangeBalance } from './exchange-account.ts';
import type { ExchangeOrder, ExchangeOrderList } from './exchange-order.ts';
import type { Exchange, ExchangeOptions, ExchangeSnapshot, MarketHand, ShownBook } from './exchange.ts';
import { isRefusal, toGridOrder } from './grid-order.ts';
import { Listing } from './listing/listing.ts';
import { shownLevels } from './order-book/order-book.ts';
import { orderValue } from './orders/order-value.ts';
import type { OrderTerms } from './orders/order-terms.ts';
import type {
  AmendOutcome,
  CancelOutcome,
  CancelReplaceOutcome,
  ExchangeRefusal,
  PlaceListOutcome,
  PlaceOutcome,
} from './outcomes.ts';
import type {
  AmendRequest,
  CancelReplaceRequest,
  CancelRequest,
  ListName,
  ListRequest,
  OrderName,
  PlaceRequest,
} from './requests.ts';
import type { SymbolGrid } from './symbol-grid.ts';
import type { SymbolRules, SymbolStatus } from './symbol-rules.ts';
import type { Seat } from './listing/seat.ts';

interface Admitted {
  readonly seat: Seat;
  readonly terms: OrderTerms;
}

/** An exchange in memory; `createExchange` says what it is. */
export class InMemoryExchange implements Exchange {
  readonly #engine: MatchingEngine;
  readonly #traders = new Traders();
  readonly #listings: ReadonlyMap<string, Listing>;
  readonly #hands = new Map<string, SymbolHand>();

  constructor({ symbols, accounts, emit, averagePrice }: ExchangeOptions) {
    this.#engine = new MatchingEngine(emit);
    this.#listings = new Map(
      symbols.map((rules) => [
        rules.symbol,
        new Listing(rules, (minutes) => averagePrice(rules.symbol, minutes)),
      ]),
    );
    for (const account of accounts) this.#traders.open(account);
  }

  place(request: PlaceRequest, now: number): PlaceOutcome {
    const admitted = this.#admit(request);
    if ('reason' in admitted) return refusedBy(admitted);
    const outcome = this.#engine.place(admitted.seat, admitted.terms, now);
    this.#engine.finish(now);
    return outcome;
  }

  test(request: PlaceRequest): PlaceOutcome | { readonly kind: 'passed' } {
    const admitted = this.#admit(request);
    if ('reason' in admitted) return refusedBy(admitted);
    const refusal = this.#engine.refusalOf(admitted.seat, admitted.terms);
    return refusal === null ? { kind: 'passed' } : refusedBy(refusal);
  }

  placeList(_request: ListRequest, _now: number): PlaceListOutcome {
    return refused('featureNotAllowed');
  }

  cancel(request: CancelRequest, now: number): CancelOutcome {
    const listing = this.#listings.get(request.symbol);
    if (listing === undefined) return refused('unknownSymbol');
    const order = namedOrder(listing, request);
    if (typeof order === 'string') return refused(order);
    if (request.only !== null && order.status !== request.only) return refused('cancelRestricted');
    this.#engine.floor.lifecycle.cancel(order, request.cancelId, now);
    this.#engine.finish(now);
    return { kind: 'cancelled', order: orderValue(order) };
  }

  cancelReplace(request: CancelReplaceRequest, now: number): CancelReplaceOutcome {
    const cancel = this.cancel(request.cancel, now);
    if (cancel.kind === 'refused' && request.mode === 'stopOnFailure') return { cancel, place: null };
    return { cancel, place: this.place(request.place, now) };
  }

  cancelList(_name: ListName, _cancelId: string, _now: number): CancelOutcome {
    return refused('unknownList');
  }

  cancelAll(accountId: string, symbol: string, cancelId: string, now: number): readonly CancelOutcome[] {
    return this.openOrders(accountId, symbol).map(({ orderId }) =>
      this.cancel({ accountId, symbol, orderId, clientOrderId: null, cancelId, only: null }, now),
    );
  }

  amend(_request: AmendRequest, _now: number): AmendOutcome {
    return refused('featureNotAllowed');
  }

  openAccount(account: ExchangeAccount): void {
    this.#traders.open(account);
  }

  changeAccount(account: ExchangeAccount): void {
    this.#traders.require(account.accountId).change(account);
  }

  account(accountId: string): ExchangeAccount | undefined {
    return this.#traders.get(accountId)?.account;
  }

  balances(accountId: string): readonly ExchangeBalance[] {
    return [...(this.#traders.get(accountId)?.holdings.values() ?? [])].map(balanceOf);
  }

  deposit(accountId: string, asset: string, units: Amount, now: number): boolean {
    const { ledger, tape } = this.#engine.floor;
    const holding = this.#traders.require(accountId).holding(asset);
    if (holding.trader.isFunded && holding.free + units < 0n) return false;
    ledger.deposit(holding, units);
    tape.moved(holding, units, now);
    this.#engine.finish(now);
    return true;
  }

  rules(symbol: string): SymbolRules | undefined {
    return this.#listings.get(symbol)?.rules;
  }

  symbols(): readonly SymbolRules[] {
    return [...this.#listings.values()].map(({ rules }) => rules);
  }

  grid(symbol: string): SymbolGrid | undefined {
    return this.#listings.get(symbol)?.grid;
  }

  changeRules(rules: SymbolRules, now: number): void {
    const listing = this.#listings.get(rules.symbol);
    if (listing === undefined) return;
    listing.rules = rules;
    this.#engine.floor.tape.rulesChanged(listing, now);
  }

  changeStatus(symbol: string, status: SymbolStatus, now: number): void {
    const rules = this.rules(symbol);
    if (rules !== undefined) this.changeRules({ ...rules, status }, now);
  }

  expireAll(symbol: string, now: number): void {
    const orders = this.#listings.get(symbol)?.orders.values() ?? [];
    for (const order of [...orders]) this.#engine.floor.lifecycle.expire(order, 'exchangeCancelled', now);
    this.#engine.finish(now);
  }

  order(name: OrderName): ExchangeOrder | undefined {
    const listing = this.#listings.get(name.symbol);
    const order = listing === undefined ? 'unknownOrder' : namedOrder(listing, name);
    return typeof order === 'string' ? undefined : orderValue(order);
  }

  openOrders(accountId: string, symbol?: string): readonly ExchangeOrder[] {
    const orders = [...this.#listings.values()]
      .filter((listing) => symbol === undefined || listing.symbol === symbol)
      .flatMap(({ seats }) => [...(seats.get(accountId)?.orders.values() ?? [])]);
    return orders.sort((a, b) => a.id - b.id).map(orderValue);
  }

  openLists(_accountId: string, _symbol?: string): readonly ExchangeOrderList[] {
    return [];
  }

  book(symbol: string, depth: number): ShownBook | undefined {
    const listing = this.#listings.get(symbol);
    if (listing === undefined) return undefined;
    const { book, nextUpdateId } = listing;
    const bids = shownLevels(book.bids, depth);
    return { updateId: nextUpdateId - 1, bids, asks: shownLevels(book.asks, depth) };
  }

  lastPrice(symbol: string): Price | null {
    const last = this.#listings.get(symbol)?.lastPrice ?? null;
    return last === null ? null : price(last);
  }

  feesTaken() {
    return this.#engine.floor.ledger.feesTaken();
  }

  market(symbol: string): MarketHand {
    const known = this.#hands.get(symbol);
    if (known !== undefined) return known;
    const listing = this.#listings.get(symbol);
    if (listing === undefined) throw new Error(symbol);
    const hand = new SymbolHand(this.#engine, listing.seatOf(this.#traders.market));
    this.#hands.set(symbol, hand);
    return hand;
  }

  snapshot(): ExchangeSnapshot {
    throw new Error('not yet');
  }

  /** A request as terms on its symbol's grid, once its rules and filters allow it. */
  #admit(request: PlaceRequest): Admitted | ExchangeRefusal {
    const listing = this.#listings.get(request.symbol);
    if (listing === undefined) return { reason: 'unknownSymbol' };
    const trader = this.#traders.require(request.accountId);
    if (!trader.account.canTrade) return { reason: 'mayNotTrade' };
    const onGrid = toGridOrder(request, listing.grid);
    if (isRefusal(onGrid)) return onGrid;
    const terms: OrderTerms = {
      ...onGrid,
      clientOrderId: request.clientOrderId,
      timeInForce: request.timeInForce,
      selfTradePrevention: request.selfTradePrevention ?? listing.rules.defaultSelfTradePrevention,
      strategyId: request.strategyId,
      strategyType: request.strategyType,
    };
    const seat = listing.seatOf(trader);
    return ruledOut(listing, terms) ?? filteredOut(seat, terms) ?? { seat, terms };
  }
}
