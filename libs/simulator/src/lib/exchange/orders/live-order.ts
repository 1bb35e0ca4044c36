import type { Price } from '@org/domain';
import { price } from '@org/domain';
import type { Holding } from '../accounts/holding.ts';
import type { Units } from '../accounts/units.ts';
import { plus } from '../accounts/units.ts';
import type { ExchangeOrderStatus, ExpiryReason, TimeInForce } from '../exchange-order.ts';
import type { Seat } from '../listing/seat.ts';
import type { PriceLevel } from '../order-book/price-level.ts';
import type { OrderList } from '../order-lists/order-list.ts';
import type { ExchangeOrderType, SelfTradePrevention } from '../symbol-rules.ts';
import type { Trail } from '../triggers/trail.ts';
import { changeTerms, termsOfOrder } from './kept-terms.ts';
import type { OrderRows } from './order-rows.ts';
import type { OrderTerms } from './order-terms.ts';
import * as traits from './traits.ts';

/**
 * An open order, changed in place as it lives. This is a look at its row, made anew wherever one is needed: two looks are
 * at the same order if `is` says so. It holds until the end of the request in which its order ends.
 */
export class LiveOrder {
  // Declared only: a look is made for every order that is touched, and fields would be set twice.
  declare readonly rows: OrderRows;
  declare readonly slot: number;
  /** Its owner's place at the symbol. */
  declare readonly seat: Seat;
  declare readonly isBuy: boolean;

  constructor(rows: OrderRows, slot: number) {
    this.rows = rows;
    this.slot = slot;
    this.seat = rows.seats[rows.seatNumber(slot)]!;
    this.isBuy = (rows.traits(slot) & traits.IS_SELL) === 0;
  }

  /** Whether this is the same order. */
  is(other: LiveOrder | null): boolean {
    return other !== null && this.slot === other.slot && this.rows === other.rows;
  }

  /** What it is, in the bits of one word. */
  get traits(): number {
    return this.rows.traits(this.slot);
  }

  set traits(word: number) {
    this.rows.setTraits(this.slot, word);
  }

  get id(): number {
    return this.rows.id(this.slot);
  }

  /** The name that its owner gave it, or else one that follows from its id. */
  get clientOrderId(): string {
    const { rows, slot } = this;
    const hasName = (rows.traits(slot) & (traits.IS_NAMED | traits.KNOWS_NAME)) !== 0;
    return hasName ? rows.names[slot]! : rows.deriveName(slot);
  }

  /** Whether its owner gave it a name. */
  get isNamed(): boolean {
    return (this.traits & traits.IS_NAMED) !== 0;
  }

  name(name: string): void {
    this.rows.setName(this.slot, name);
    this.rows.latestValue = null;
    this.traits |= traits.IS_NAMED;
  }

  /** Where it is looked for by its name. */
  get nameHash(): number {
    return this.rows.nameHash(this.slot);
  }

  set nameHash(hash: number) {
    this.rows.setNameHash(this.slot, hash);
  }

  get type(): ExchangeOrderType {
    return traits.typeOf(this.traits);
  }

  get timeInForce(): TimeInForce {
    return traits.timeInForceOf(this.traits);
  }

  get selfTradePrevention(): SelfTradePrevention {
    return traits.modeOf(this.traits);
  }

  get status(): ExchangeOrderStatus {
    return traits.statusOf(this.traits);
  }

  set status(value: ExchangeOrderStatus) {
    this.traits = traits.withStatus(this.traits, value);
  }

  /** It is open no more. */
  end(status: ExchangeOrderStatus, reason: ExpiryReason | null, now: number): void {
    this.rows.end(this.slot, traits.ended(this.traits, status, reason), now);
  }

  get expiryReason(): ExpiryReason | null {
    return traits.reasonOf(this.traits);
  }

  set expiryReason(value: ExpiryReason | null) {
    this.traits = traits.withReason(this.traits, value);
  }

  /** Whether it waits for the market to reach a price, or did. */
  get isContingent(): boolean {
    return (this.traits & traits.IS_CONTINGENT) !== 0;
  }

  /** Whether it takes what there is, at any price, once it works. */
  get isAtMarket(): boolean {
    return (this.traits & traits.IS_AT_MARKET) !== 0;
  }

  get isIceberg(): boolean {
    return (this.traits & traits.IS_ICEBERG) !== 0;
  }

  get isOpen(): boolean {
    return traits.isOpen(this.traits);
  }

  /** Its limit; null where it takes the market's price. */
  get price(): Price | null {
    const at = this.rows.limit(this.slot);
    return at === at ? price(at) : null;
  }

  get icebergQuantity(): number | null {
    return this.isIceberg ? this.terms.icebergQuantity : null;
  }

  /** What it asks for: kept where it does not fit the row, else read from it. */
  get terms(): OrderTerms {
    return termsOfOrder(this);
  }

  set terms(terms: OrderTerms) {
    changeTerms(this, terms);
  }

  get quantity(): number {
    return this.remaining + this.executed + this.prevented;
  }

  get remaining(): number {
    return this.rows.remaining(this.slot);
  }

  get executed(): number {
    return this.rows.executed(this.slot);
  }

  /** What self-trade prevention has taken away. */
  get prevented(): number {
    return this.rows.prevented(this.slot);
  }

  /** Has traded. */
  fill(lots: number, quote: Units, now: number): void {
    const { rows, slot } = this;
    const isCounted = rows.fill(slot, lots, typeof quote === 'number' ? quote : NaN, now);
    if (!isCounted) this.executedQuote = plus(this.executedQuote, quote);
  }

  /** Has been kept from trading. */
  prevent(lots: number): void {
    this.rows.prevent(this.slot, lots);
  }

  /** Asks for more, or with a negative number for less. */
  resize(lots: number): void {
    this.rows.resize(this.slot, lots);
  }

  get executedQuote(): Units {
    const units = this.rows.executedQuote(this.slot);
    return units === units ? units : this.rows.largeExecutedQuote(this.slot);
  }

  set executedQuote(units: Units) {
    if (typeof units === 'number') this.rows.setExecutedQuote(this.slot, units);
    else this.rows.setLargeExecutedQuote(this.slot, units);
  }

  /** What is held back for it, of the asset that it pays with. */
  get locked(): Units {
    const units = this.rows.locked(this.slot);
    return units === units ? units : this.rows.largeLocked(this.slot);
  }

  set locked(units: Units) {
    if (typeof units === 'number') this.rows.setLocked(this.slot, units);
    else this.rows.setLargeLocked(this.slot, units);
  }

  /** The price that its cost is reckoned with: its limit, or for a stop at the market its stop price, or the last. */
  get pricedAt(): number {
    return this.rows.pricedAt(this.slot);
  }

  get createdAt(): number {
    return this.rows.createdAt(this.slot);
  }

  get updatedAt(): number {
    return this.rows.updatedAt(this.slot);
  }

  set updatedAt(value: number) {
    this.rows.setUpdatedAt(this.slot, value);
  }

  get isWorking(): boolean {
    return (this.traits & traits.IS_WORKING) !== 0;
  }

  /** It works from now on. */
  work(now: number): void {
    this.rows.setWorkingSince(this.slot, now);
    this.traits |= traits.IS_WORKING;
  }

  get workingSince(): number | null {
    return this.isWorking ? this.rows.workingSince(this.slot) : null;
  }

  set workingSince(since: number | null) {
    this.rows.setWorkingSince(this.slot, since ?? 0);
    this.traits = since === null ? this.traits & ~traits.IS_WORKING : this.traits | traits.IS_WORKING;
  }

  get amendments(): number {
    return this.rows.amendments.get(this.slot) ?? 0;
  }

  set amendments(count: number) {
    if (count === 0) return;
    this.rows.mark(this.slot, 0);
    this.rows.amendments.set(this.slot, count);
  }

  get isListed(): boolean {
    return (this.traits & traits.HAS_LIST) !== 0;
  }

  get list(): OrderList | null {
    return (this.traits & traits.HAS_LIST) === 0 ? null : (this.rows.lists.get(this.slot) ?? null);
  }

  /** Makes it one of a list. */
  join(list: OrderList): void {
    this.rows.mark(this.slot, traits.HAS_LIST);
    this.rows.lists.set(this.slot, list);
  }

  get trail(): Trail | null {
    return (this.traits & traits.HAS_TRAIL) === 0 ? null : (this.rows.trails.get(this.slot) ?? null);
  }

  /** Makes it follow the market. */
  follow(trail: Trail): void {
    this.rows.mark(this.slot, traits.HAS_TRAIL);
    this.rows.trails.set(this.slot, trail);
  }

  /** Where it stands; null where it stands nowhere. */
  get level(): PriceLevel | null {
    return this.rows.level(this.slot);
  }

  /** Who stands behind it; null for the last. */
  get after(): LiveOrder | null {
    const slot = this.rows.links.after(this.slot);
    return slot === 0 ? null : new LiveOrder(this.rows, slot);
  }

  /** What of it everybody sees while it stands in the book. */
  get shown(): number {
    return this.rows.shown(this.slot);
  }

  set shown(lots: number) {
    this.rows.setShown(this.slot, lots);
  }

  /** When it came to stand where it stands, in counts of its symbol's queues; 0 before that. */
  get place(): number {
    return this.rows.place(this.slot);
  }

  set place(value: number) {
    this.rows.setPlace(this.slot, value);
  }

  /** Where what it pays comes from. */
  get paysFrom(): Holding {
    return this.isBuy ? this.seat.quote : this.seat.base;
  }

  /** Where what it receives goes. */
  get receivesIn(): Holding {
    return this.isBuy ? this.seat.base : this.seat.quote;
  }
}
