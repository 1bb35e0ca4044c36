import type { BinanceError } from '../errors/binance-error.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import type { ApiKey } from '../security/api-key.ts';
import type { TimeUnit } from '../wire/time-unit.ts';
import { eventStreamTerminated } from '../user-data/user-data-event.ts';
import type { World } from '../world/world.ts';
import type { Subscription } from './subscriptions.ts';
import { Subscriptions } from './subscriptions.ts';
import type { UserDataHub, UserDataListener } from './user-data-hub.ts';
import { userDataText } from './user-data-text.ts';

export interface UserDataClientOptions {
  readonly hub: UserDataHub;
  readonly world: Pick<World, 'marketTime' | 'keys'>;
  readonly unit: TimeUnit;
  readonly send: (text: string) => void;
  /** Told of a key that has been taken back when something happens on its account. */
  readonly onRevoked: (key: ApiKey) => void;
}

/** What one connection hears of accounts. */
export class UserDataClient implements UserDataListener {
  readonly #options: UserDataClientOptions;
  readonly #subscriptions = new Subscriptions();

  constructor(options: UserDataClientOptions) {
    this.#options = options;
  }

  get active(): readonly Subscription[] {
    return this.#subscriptions.active;
  }

  subscribe(key: ApiKey, isOfSession: boolean): Subscription | BinanceError {
    const subscription = this.#subscriptions.add(key, isOfSession);
    if (!isBinanceError(subscription)) this.#options.hub.subscribe(key.accountId, this);
    return subscription;
  }

  /** Stops telling, and says so; gives how many have ended. */
  unsubscribe(fits: (subscription: Subscription) => boolean): number {
    const { world, unit, send } = this.#options;
    const ended = this.#remove(fits);
    const event = eventStreamTerminated(world.marketTime.now());
    for (const { subscriptionId } of ended) send(userDataText(subscriptionId, event, unit));
    return ended.length;
  }

  hear(accountId: string, event: object): void {
    const { world, unit, send, onRevoked } = this.#options;
    const subscription = this.active.find(({ key }) => key.accountId === accountId);
    if (subscription === undefined) return;
    const { key, subscriptionId } = subscription;
    if (world.keys.find(key.apiKey) === undefined) onRevoked(key);
    else send(userDataText(subscriptionId, event, unit));
  }

  /** The connection is gone. */
  closed(): void {
    this.#remove(() => true);
  }

  #remove(fits: (subscription: Subscription) => boolean): readonly Subscription[] {
    const removed = this.#subscriptions.remove(fits);
    for (const { key } of removed) this.#options.hub.unsubscribe(key.accountId, this);
    return removed;
  }
}
