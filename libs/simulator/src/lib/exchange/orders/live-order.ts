import type { Price } from '@org/domain';
import { price, quantity } from '@org/domain';
import type { Holding } from '../accounts/holding.ts';
import type { Units } from '../accounts/units.ts';
import { plus } from '../accounts/units.ts';
import type { ExchangeOrderStatus, ExpiryReason, TimeInForce } from '../exchange-order.ts';
import type { Seat } from '../listing/seat.ts';
import type { PriceLevel } from '../order-book/price-level.ts';
import type { OrderList } from '../order-lists/order-list.ts';
import type { ExchangeOrderType, SelfTradePrevention } from '../symbol-rules.ts';
import type { Trail } from '../triggers/trail.ts';
import type { OrderRows } from './order-rows.ts';
import { firstNumber, firstWord } from './order-rows.ts';
import type { OrderTerms } from './order-terms.ts';
import { fitsRow } from './order-terms.ts';
import * as traits from './traits.ts';

/** Doubles of a row. The first line: who it is, what is left of it, what is held for it, where it stands. */
export const ID = 0;
export const REMAINING = 1;
export const SHOWN = 2;
export const LOCKED = 3;
export const UPDATED_AT = 4;
/** Words of the first line, after its five doubles. */
export const BEFORE = 10;
export const AFTER = 11;
export const LEVEL = 12;
export const SEAT = 13;
export const NAME_HASH = 14;
export const TRAITS = 15;
/** Doubles of the second line: what is asked when it trades, is amended or is told. */
export const EXECUTED = 8;
export const PREVENTED = 9;
export const EXECUTED_QUOTE = 10;
export const PRICE = 11;
export const PRICED_AT = 12;
export const PLACE = 13;
export const CREATED_AT = 14;
export const WORKING_SINCE = 15;

/**
 * An open order, changed in place as it lives. This is a look at its row, made anew wherever one is needed: two looks are
 * at the same order if `is` says so. It holds until the end of the request in which its order ends.
 */
export class LiveOrder {
  readonly rows: OrderRows;
  readonly slot: number;
  /** Its page, and where in it the row begins. */
  readonly numbers: Float64Array;
  readonly words: Int32Array;
  readonly at: number;
  readonly word: number;

  constructor(rows: OrderRows, slot: number) {
    this.rows = rows;
    this.slot = slot;
    this.numbers = rows.numbers(slot);
    this.words = rows.words(slot);
    this.at = firstNumber(slot);
    this.word = firstWord(slot);
  }

  /** Makes an order of a free row. */
  static begin(id: number, seat: Seat, terms: OrderTerms, now: number): LiveOrder {
    const { rows } = seat.listing;
    const order = new LiveOrder(rows, rows.take());
    const { slot, numbers, words, at, word } = order;
    numbers[at + ID] = id;
    numbers[at + REMAINING] = terms.quantity ?? 0;
    numbers[at + SHOWN] = 0;
    numbers[at + UPDATED_AT] = now;
    numbers[at + EXECUTED] = 0;
    numbers[at + PREVENTED] = 0;
    numbers[at + PRICE] = terms.price ?? NaN;
    numbers[at + PRICED_AT] = terms.price ?? terms.stopPrice ?? seat.listing.lastPrice ?? 0;
    numbers[at + PLACE] = 0;
    numbers[at + CREATED_AT] = now;
    numbers[at + WORKING_SINCE] = NaN;
    order.locked = 0;
    order.executedQuote = 0;
    words[word + BEFORE] = 0;
    words[word + AFTER] = 0;
    words[word + LEVEL] = 0;
    words[word + SEAT] = seat.number;
    words[word + TRAITS] = traits.traitsOf(terms);
    rows.names[slot] = terms.clientOrderId;
    if ((words[word + TRAITS]! & traits.HAS_TERMS) !== 0) rows.terms.set(slot, terms);
    return order;
  }

  /** Whether this is the same order. */
  is(other: LiveOrder | null): boolean {
    return other !== null && this.slot === other.slot && this.rows === other.rows;
  }

  get id(): number {
    return this.numbers[this.at + ID]!;
  }

  get seat(): Seat {
    return this.rows.seats[this.words[this.word + SEAT]!]!;
  }

  get clientOrderId(): string {
    return this.rows.names[this.slot]!;
  }

  set clientOrderId(name: string) {
    this.rows.names[this.slot] = name;
  }

  /** Where it is looked for by its name. */
  get nameHash(): number {
    return this.words[this.word + NAME_HASH]!;
  }

  set nameHash(hash: number) {
    this.words[this.word + NAME_HASH] = hash;
  }

  get isBuy(): boolean {
    return (this.words[this.word + TRAITS]! & traits.IS_SELL) === 0;
  }

  get type(): ExchangeOrderType {
    return traits.typeOf(this.words[this.word + TRAITS]!);
  }

  get timeInForce(): TimeInForce {
    return traits.timeInForceOf(this.words[this.word + TRAITS]!);
  }

  get selfTradePrevention(): SelfTradePrevention {
    return traits.modeOf(this.words[this.word + TRAITS]!);
  }

  get status(): ExchangeOrderStatus {
    return traits.statusOf(this.words[this.word + TRAITS]!);
  }

  set status(value: ExchangeOrderStatus) {
    this.words[this.word + TRAITS] = traits.withStatus(this.words[this.word + TRAITS]!, value);
  }

  get expiryReason(): ExpiryReason | null {
    return traits.reasonOf(this.words[this.word + TRAITS]!);
  }

  set expiryReason(value: ExpiryReason | null) {
    this.words[this.word + TRAITS] = traits.withReason(this.words[this.word + TRAITS]!, value);
  }

  /** Whether it waits for the market to reach a price, or did. */
  get isContingent(): boolean {
    return (this.words[this.word + TRAITS]! & traits.IS_CONTINGENT) !== 0;
  }

  /** Whether it takes what there is, at any price, once it works. */
  get isAtMarket(): boolean {
    return (this.words[this.word + TRAITS]! & traits.IS_AT_MARKET) !== 0;
  }

  get isOpen(): boolean {
    return traits.isOpen(this.words[this.word + TRAITS]!);
  }

  /** Its limit; null where it takes the market's price. */
  get price(): Price | null {
    const at = this.numbers[this.at + PRICE]!;
    return Number.isNaN(at) ? null : price(at);
  }

  get icebergQuantity(): number | null {
    return (this.words[this.word + TRAITS]! & traits.HAS_TERMS) !== 0 ? this.terms.icebergQuantity : null;
  }

  /** What it asks for: kept where it does not fit the row, else read from it. */
  get terms(): OrderTerms {
    const kept =
      (this.words[this.word + TRAITS]! & traits.HAS_TERMS) !== 0 ? this.rows.terms.get(this.slot) : undefined;
    if (kept !== undefined) return kept;
    return {
      clientOrderId: this.clientOrderId,
      side: this.isBuy ? 'buy' : 'sell',
      type: this.type,
      timeInForce: this.timeInForce,
      price: this.price,
      stopPrice: null,
      trailingDeltaBips: null,
      quantity: quantity(this.quantity),
      quoteQuantity: null,
      icebergQuantity: null,
      selfTradePrevention: this.selfTradePrevention,
      strategyId: null,
      strategyType: null,
    };
  }

  set terms(terms: OrderTerms) {
    const isKept = !fitsRow(terms);
    this.numbers[this.at + PRICE] = terms.price ?? NaN;
    this.#flag(traits.HAS_TERMS, isKept);
    if (isKept) this.rows.terms.set(this.slot, terms);
  }

  get quantity(): number {
    return this.remaining + this.executed + this.prevented;
  }

  get remaining(): number {
    return this.numbers[this.at + REMAINING]!;
  }

  get executed(): number {
    return this.numbers[this.at + EXECUTED]!;
  }

  /** What self-trade prevention has taken away. */
  get prevented(): number {
    return this.numbers[this.at + PREVENTED]!;
  }

  /** Has traded. */
  fill(lots: number, quote: Units): void {
    const { numbers, at } = this;
    numbers[at + REMAINING] = numbers[at + REMAINING]! - lots;
    numbers[at + EXECUTED] = numbers[at + EXECUTED]! + lots;
    this.executedQuote = plus(this.executedQuote, quote);
  }

  /** Has been kept from trading. */
  prevent(lots: number): void {
    const { numbers, at } = this;
    numbers[at + REMAINING] = numbers[at + REMAINING]! - lots;
    numbers[at + PREVENTED] = numbers[at + PREVENTED]! + lots;
  }

  /** Asks for more, or with a negative number for less. */
  resize(lots: number): void {
    this.numbers[this.at + REMAINING] = this.remaining + lots;
  }

  /** Is counted in finer steps. */
  rescale(ticks: number, lots: number): void {
    const { numbers, at } = this;
    for (const cell of [REMAINING, EXECUTED, PREVENTED, SHOWN])
      numbers[at + cell] = numbers[at + cell]! * lots;
    numbers[at + PRICED_AT] = numbers[at + PRICED_AT]! * ticks;
  }

  get executedQuote(): Units {
    const units = this.numbers[this.at + EXECUTED_QUOTE]!;
    return units === units ? units : this.rows.large(this.slot, EXECUTED_QUOTE);
  }

  set executedQuote(units: Units) {
    this.numbers[this.at + EXECUTED_QUOTE] =
      typeof units === 'number' ? units : this.rows.keepLarge(this.slot, EXECUTED_QUOTE, units);
  }

  /** What is held back for it, of the asset that it pays with. */
  get locked(): Units {
    const units = this.numbers[this.at + LOCKED]!;
    return units === units ? units : this.rows.large(this.slot, LOCKED);
  }

  set locked(units: Units) {
    this.numbers[this.at + LOCKED] =
      typeof units === 'number' ? units : this.rows.keepLarge(this.slot, LOCKED, units);
  }

  /** The price that its cost is reckoned with: its limit, or for a stop at the market its stop price, or the last. */
  get pricedAt(): number {
    return this.numbers[this.at + PRICED_AT]!;
  }

  set pricedAt(value: number) {
    this.numbers[this.at + PRICED_AT] = value;
  }

  get createdAt(): number {
    return this.numbers[this.at + CREATED_AT]!;
  }

  get updatedAt(): number {
    return this.numbers[this.at + UPDATED_AT]!;
  }

  set updatedAt(value: number) {
    this.numbers[this.at + UPDATED_AT] = value;
  }

  get isWorking(): boolean {
    return (this.words[this.word + TRAITS]! & traits.IS_WORKING) !== 0;
  }

  get workingSince(): number | null {
    const since = this.numbers[this.at + WORKING_SINCE]!;
    return Number.isNaN(since) ? null : since;
  }

  set workingSince(since: number | null) {
    this.numbers[this.at + WORKING_SINCE] = since ?? NaN;
    this.#flag(traits.IS_WORKING, since !== null);
  }

  get amendments(): number {
    return this.rows.amendments.get(this.slot) ?? 0;
  }

  set amendments(count: number) {
    if (count === 0) this.rows.amendments.delete(this.slot);
    else this.rows.amendments.set(this.slot, count);
  }

  get list(): OrderList | null {
    return (this.words[this.word + TRAITS]! & traits.HAS_LIST) !== 0
      ? (this.rows.lists.get(this.slot) ?? null)
      : null;
  }

  set list(list: OrderList | null) {
    this.#flag(traits.HAS_LIST, list !== null);
    if (list !== null) this.rows.lists.set(this.slot, list);
  }

  get trail(): Trail | null {
    return (this.words[this.word + TRAITS]! & traits.HAS_TRAIL) !== 0
      ? (this.rows.trails.get(this.slot) ?? null)
      : null;
  }

  set trail(trail: Trail | null) {
    this.#flag(traits.HAS_TRAIL, trail !== null);
    if (trail !== null) this.rows.trails.set(this.slot, trail);
  }

  /** Where it stands; null where it stands nowhere. */
  get level(): PriceLevel | null {
    return this.rows.level(this.words[this.word + LEVEL]!);
  }

  /** Who stands behind it; null for the last. */
  get after(): LiveOrder | null {
    const slot = this.words[this.word + AFTER]!;
    return slot === 0 ? null : new LiveOrder(this.rows, slot);
  }

  /** What of it everybody sees while it stands in the book. */
  get shown(): number {
    return this.numbers[this.at + SHOWN]!;
  }

  set shown(value: number) {
    this.numbers[this.at + SHOWN] = value;
  }

  /** When it came to stand where it stands, in counts of its symbol's queues; 0 before that. */
  get place(): number {
    return this.numbers[this.at + PLACE]!;
  }

  set place(value: number) {
    this.numbers[this.at + PLACE] = value;
  }

  /** Where what it pays comes from. */
  get paysFrom(): Holding {
    return this.isBuy ? this.seat.quote : this.seat.base;
  }

  /** Where what it receives goes. */
  get receivesIn(): Holding {
    return this.isBuy ? this.seat.base : this.seat.quote;
  }

  #flag(flag: number, isSet: boolean): void {
    const word = this.words[this.word + TRAITS]!;
    this.words[this.word + TRAITS] = isSet ? word | flag : word & ~flag;
  }
}
