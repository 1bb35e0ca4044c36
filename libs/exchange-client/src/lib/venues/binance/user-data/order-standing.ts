import type { VenueOrder } from '@org/domain';
import type { OrderSighting } from '../orders/order-sighting.ts';
import type { Ending } from './order-ending.ts';
import { endingOf } from './order-ending.ts';

/**
 * Where an order stands by all that was told of it, in whichever order that came. What has ended stays ended, what was
 * traded only grows, and between two that are open the later execution counts; no clock is asked.
 */
export class OrderStanding {
  #order: VenueOrder | null = null;
  #quantity = 0n;
  #executed: bigint;
  #executionId = -1;
  #ending: Ending | null;
  #reason: string | null = null;

  /** As an earlier run has left it; by default nothing was told. */
  constructor(executed = 0n, ending: Ending | null = null) {
    this.#executed = executed;
    this.#ending = ending;
  }

  /** As far as anybody has told; null where nobody has. */
  get order(): VenueOrder | null {
    return this.#order;
  }

  /** The most that anybody has told, in the base asset's smallest units. */
  get executed(): bigint {
    return this.#executed;
  }

  get ending(): Ending | null {
    return this.#ending;
  }

  /** Why it has ended, in the exchange's words, where it tells. */
  get reason(): string | null {
    return this.#reason;
  }

  see({ order, quantity, executed, executionId, reason }: OrderSighting): void {
    if (executed > this.#executed) this.#executed = executed;
    const ending = endingOf(order.status);
    const isLater =
      executionId === null ? this.#isNoOlder(executed, quantity) : executionId > this.#executionId;
    if (this.#ending !== null || (ending === null && !isLater && this.#order !== null)) return;
    this.#executionId = executionId ?? this.#executionId;
    this.#order = order;
    this.#quantity = quantity;
    this.#ending = ending;
    this.#reason = reason;
  }

  /** So much was traded by all trades that are known. An order of which all was traded is filled, whatever was said of it. */
  haveTraded(sum: bigint): void {
    if (sum > this.#executed) this.#executed = sum;
    const isWhole = this.#quantity > 0n && this.#executed >= this.#quantity;
    if (!isWhole || this.#ending !== null || this.#order === null) return;
    this.#ending = 'filled';
    this.#order = { ...this.#order, status: 'filled', filled: this.#order.quantity };
  }

  /** It has ended without having traded, so long ago that nobody knows how. */
  archive(): void {
    this.#ending ??= 'cancelled';
  }

  /** Of answers, which tell no execution id: what is executed only grows, and orders are only made smaller. */
  #isNoOlder(executed: bigint, quantity: bigint): boolean {
    return executed >= this.#executed && (this.#order === null || quantity <= this.#quantity);
  }
}
