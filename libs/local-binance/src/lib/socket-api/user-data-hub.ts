import type { ExchangeEvent } from '@org/simulator';
import type { SocketInterference } from '../sockets/socket-interference.ts';
import { userDataEvent } from '../user-data/user-data-event.ts';
import type { World } from '../world/world.ts';

/** Somebody who hears what happens on accounts. */
export interface UserDataListener {
  hear(accountId: string, event: object): void;
}

/** Tells everyone who listens what happens on the accounts. */
export class UserDataHub {
  readonly #world: World;
  readonly #deliver: SocketInterference['deliver'];
  readonly #listeners = new Map<string, Set<UserDataListener>>();

  constructor(world: World, { deliver }: Pick<SocketInterference, 'deliver'>) {
    this.#world = world;
    this.#deliver = deliver;
  }

  subscribe(accountId: string, listener: UserDataListener): void {
    const listeners = this.#listeners.get(accountId) ?? new Set();
    this.#listeners.set(accountId, listeners.add(listener));
  }

  unsubscribe(accountId: string, listener: UserDataListener): void {
    const listeners = this.#listeners.get(accountId);
    if (listeners?.delete(listener) === true && listeners.size === 0) this.#listeners.delete(accountId);
  }

  /** Something has happened; the records have it. */
  event(happened: ExchangeEvent): void {
    if (this.#listeners.size === 0) return;
    const told = userDataEvent(happened, this.#world);
    if (told === null) return;
    const { accountId, event } = told;
    const listeners = this.#listeners.get(accountId);
    if (listeners === undefined) return;
    this.#deliver({ kind: 'account', accountId, event }, () => {
      for (const listener of [...listeners]) listener.hear(accountId, event);
    });
  }
}
