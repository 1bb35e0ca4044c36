import type { Amount, Price } from '@org/domain';
import { balanceOf } from './accounts/holding.ts';
import { Traders } from './accounts/traders.ts';
import { plus, unitsOf } from './accounts/units.ts';
import { admit, admitList } from './desk/admission.ts';
import { amendOrder } from './desk/amending.ts';
import { cancelled, cancelList, cancelOrder, expireEverything } from './desk/cancelling.ts';
import { placeList } from './desk/list-desk.ts';
import { SymbolHand } from './desk/market-hand.ts';
import type { Taken } from './desk/matching-engine.ts';
import { MatchingEngine } from './desk/matching-engine.ts';
import { namedList, namedOrder } from './desk/names.ts';
import { refused, refusedBy } from './desk/refusals.ts';
import type { ExchangeAccount, ExchangeBalance } from './exchange-account.ts';
import type { ExchangeOrder, ExchangeOrderList } from './exchange-order.ts';
import type {
  Exchange,
  ExchangeOptions,
  ExchangeSnapshot,
  MarketHand,
  SavedExchangeList,
  SavedExchangeOrder,
  ShownBook,
} from './exchange.ts';
import { changeRules } from './listing/change-rules.ts';
import { Listings } from './listing/listings.ts';
import { shownLevels } from './order-book/order-book.ts';
import { listValue } from './order-lists/list-value.ts';
import type { LiveOrder } from './orders/live-order.ts';
import { orderValue } from './orders/order-value.ts';
import type {
  AmendOutcome,
  CancelOutcome,
  CancelReplaceOutcome,
  PlaceListOutcome,
  PlaceOutcome,
  Refused,
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
import { fillOf } from './matching/execution.ts';
import { restore } from './snapshot/restore.ts';
import { save, savedList } from './snapshot/save.ts';
import { savedOrder } from './snapshot/saved-order.ts';
import type { SymbolGrid } from './symbol-grid.ts';
import type { SymbolRules, SymbolStatus } from './symbol-rules.ts';
import { Tape } from './tape/tape.ts';

/** An exchange in memory; `createExchange` says what it is. */
export class InMemoryExchange implements Exchange {
  readonly #engine: MatchingEngine;
  readonly #traders = new Traders();
  readonly #listings: Listings;
  readonly #hands = new Map<string, SymbolHand>();

  constructor(options: ExchangeOptions) {
    this.#engine = new MatchingEngine(new Tape(options.emit));
    this.#listings = new Listings(options);
    for (const account of options.accounts) this.#traders.open(account);
    const { snapshot } = options;
    if (snapshot !== undefined) restore(snapshot, this.#engine.floor, this.#traders, this.#listings);
  }

  place(request: PlaceRequest, now: number): PlaceOutcome {
    const admitted = admit(request, this.#listings, this.#traders);
    if ('reason' in admitted) return refusedBy(admitted);
    const taken = this.#engine.place(admitted.seat, admitted.terms, now);
    const outcome = taken.kind === 'refused' ? taken : placedBy(taken);
    this.#engine.finish(now);
    return outcome;
  }

  test(request: PlaceRequest): PlaceOutcome | { readonly kind: 'passed' } {
    const admitted = admit(request, this.#listings, this.#traders);
    if ('reason' in admitted) return refusedBy(admitted);
    const refusal = this.#engine.refusalOf(admitted.seat, admitted.terms);
    return refusal === null ? { kind: 'passed' } : refusedBy(refusal);
  }

  placeList(request: ListRequest, now: number): PlaceListOutcome {
    const admitted = admitList(request, this.#listings, this.#traders);
    if ('reason' in admitted) return refusedBy(admitted);
    const outcome = placeList(this.#engine, admitted.seat, request, admitted.terms, now);
    this.#engine.finish(now);
    return outcome;
  }

  cancel(request: CancelRequest, now: number): CancelOutcome {
    const order = this.#find(request);
    if ('kind' in order) return order;
    if (request.only !== null && order.status !== request.only) return refused('cancelRestricted');
    const outcome = cancelled(cancelOrder(this.#engine.floor, order, request.cancelId, now));
    this.#engine.finish(now);
    return outcome;
  }

  cancelReplace({ cancel, place, mode }: CancelReplaceRequest, now: number): CancelReplaceOutcome {
    const first = this.cancel(cancel, now);
    const isOver = first.kind === 'refused' && mode === 'stopOnFailure';
    return { cancel: first, place: isOver ? null : this.place(place, now) };
  }

  cancelList(name: ListName, cancelId: string, now: number): CancelOutcome {
    const listing = this.#listings.get(name.symbol);
    if (listing === undefined) return refused('unknownSymbol');
    const list = namedList(listing, name);
    if (list === null) return refused('unknownList');
    const outcome = cancelled(cancelList(this.#engine.floor, list, cancelId, now));
    this.#engine.finish(now);
    return outcome;
  }

  cancelAll(accountId: string, symbol: string, cancelId: string, now: number): readonly CancelOutcome[] {
    const outcomes: CancelOutcome[] = [];
    for (const order of this.#listings.ordersOf(accountId, symbol)) {
      if (order.isOpen) outcomes.push(cancelled(cancelOrder(this.#engine.floor, order, cancelId, now)));
    }
    this.#engine.finish(now);
    return outcomes;
  }

  amend(request: AmendRequest, now: number): AmendOutcome {
    const order = this.#find(request);
    if ('kind' in order) return order;
    const outcome = amendOrder(this.#engine.floor, order, request, now);
    this.#engine.finish(now);
    return outcome;
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

  deposit(accountId: string, asset: string, amount: Amount, now: number): boolean {
    const { ledger, tape } = this.#engine.floor;
    const holding = this.#traders.require(accountId).holding(asset);
    const units = unitsOf(amount);
    if (holding.trader.isFunded && plus(holding.free, units) < 0) return false;
    ledger.deposit(holding, units);
    tape.moved(holding, units, now);
    this.#engine.finish(now);
    return true;
  }

  rules(symbol: string): SymbolRules | undefined {
    return this.#listings.get(symbol)?.rules;
  }

  symbols(): readonly SymbolRules[] {
    return this.#listings.all().map(({ rules }) => rules);
  }

  grid(symbol: string): SymbolGrid | undefined {
    return this.#listings.get(symbol)?.grid;
  }

  changeRules(rules: SymbolRules, now: number): void {
    const listing = this.#listings.require(rules.symbol);
    changeRules(listing, rules);
    this.#engine.floor.tape.rulesChanged(listing, now);
  }

  changeStatus(symbol: string, status: SymbolStatus, now: number): void {
    const listing = this.#listings.require(symbol);
    listing.rules = { ...listing.rules, status };
    this.#engine.floor.tape.rulesChanged(listing, now);
  }

  expireAll(symbol: string, now: number): void {
    expireEverything(this.#engine.floor, this.#listings.require(symbol).orders.values(), now);
    this.#engine.finish(now);
  }

  order(name: OrderName): ExchangeOrder | undefined {
    const order = this.#find(name);
    return 'kind' in order ? undefined : orderValue(order);
  }

  openOrders(accountId: string, symbol?: string): readonly ExchangeOrder[] {
    return this.#listings.ordersOf(accountId, symbol).map(orderValue);
  }

  openLists(accountId: string, symbol?: string): readonly ExchangeOrderList[] {
    return this.#listings
      .seatsOf(accountId, symbol)
      .flatMap(({ lists }) => [...lists.values()])
      .sort((a, b) => a.id - b.id)
      .map(listValue);
  }

  book(symbol: string, depth: number): ShownBook | undefined {
    const listing = this.#listings.get(symbol);
    if (listing === undefined) return undefined;
    const { book, nextUpdateId } = listing;
    const bids = shownLevels(book.bids, depth);
    return { updateId: nextUpdateId - 1, bids, asks: shownLevels(book.asks, depth) };
  }

  lastPrice(symbol: string): Price | null {
    return this.#listings.get(symbol)?.lastPrice ?? null;
  }

  feesTaken() {
    return this.#engine.floor.ledger.feesTaken();
  }

  market(symbol: string): MarketHand {
    const known = this.#hands.get(symbol);
    if (known !== undefined) return known;
    const seat = this.#listings.require(symbol).seatOf(this.#traders.market);
    const hand = new SymbolHand(this.#engine, seat);
    this.#hands.set(symbol, hand);
    return hand;
  }

  snapshot(): ExchangeSnapshot {
    return save(this.#engine.floor, this.#traders, this.#listings.all());
  }

  savedOrder(symbol: string, orderId: number): SavedExchangeOrder | undefined {
    const order = this.#listings.get(symbol)?.orders.get(orderId);
    return order === undefined || !order.seat.trader.isFunded ? undefined : savedOrder(order);
  }

  savedList(symbol: string, accountId: string, listId: number): SavedExchangeList | undefined {
    const seat = this.#listings.get(symbol)?.seats.get(accountId);
    const list = seat?.lists.get(listId) ?? seat?.orders().find((order) => order.list?.id === listId)?.list;
    return list === undefined || list === null ? undefined : savedList(list);
  }

  #find(name: OrderName): LiveOrder | Refused {
    const listing = this.#listings.get(name.symbol);
    if (listing === undefined) return refused('unknownSymbol');
    const order = namedOrder(listing, name);
    return typeof order === 'string' ? refused(order) : order;
  }
}

function placedBy({ order, matched }: Taken): PlaceOutcome {
  const fills = matched.fills.map(fillOf);
  return { kind: 'placed', order: orderValue(order), fills, prevented: matched.prevented };
}
