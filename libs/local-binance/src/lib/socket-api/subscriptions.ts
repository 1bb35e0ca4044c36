import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError } from '../errors/binance-error.ts';
import type { ApiKey } from '../security/api-key.ts';

/** That a connection hears what happens on an account. */
export interface Subscription {
  readonly kind: 'subscription';
  readonly subscriptionId: number;
  readonly key: ApiKey;
  /** Whether it was made in the name of who is logged on, and ends when he logs out. */
  readonly isOfSession: boolean;
}

const MOST_ACTIVE = 1000;
const MOST_IN_ALL = 65_535;

/** The accounts that one connection hears of: each once. */
export class Subscriptions {
  #active: readonly Subscription[] = [];
  #nextId = 0;

  get active(): readonly Subscription[] {
    return this.#active;
  }

  add(key: ApiKey, isOfSession: boolean): Subscription | BinanceError {
    if (this.#active.some((other) => other.key.accountId === key.accountId)) {
      return binanceError(-2035, 'User Data Stream subscription already active.');
    }
    if (this.#active.length >= MOST_ACTIVE) {
      return binanceError(
        -1191,
        `Too many subscriptions. Connection may create up to '${MOST_ACTIVE}' subscriptions at a time.`,
      );
    }
    if (this.#nextId >= MOST_IN_ALL) {
      return binanceError(-2042, 'Maximum subscription ID reached for this connection.');
    }
    const subscription = { kind: 'subscription', subscriptionId: this.#nextId, key, isOfSession } as const;
    this.#nextId += 1;
    this.#active = [...this.#active, subscription];
    return subscription;
  }

  /** Takes out those that fit, and gives them. */
  remove(fits: (subscription: Subscription) => boolean): readonly Subscription[] {
    const removed = this.#active.filter(fits);
    this.#active = this.#active.filter((subscription) => !removed.includes(subscription));
    return removed;
  }
}
