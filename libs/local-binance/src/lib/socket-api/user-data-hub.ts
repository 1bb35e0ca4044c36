import type { ExchangeEvent } from '@org/simulator';
import type { SocketInterference } from '../sockets/socket-interference.ts';
import type { UserDataEvent } from '../user-data/user-data-event.ts';
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
  readonly #toTell: UserDataEvent[] = [];

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

  /** Something has happened; the records have it. It is told when the turn is over: all of a turn is true, or none. */
  event(happened: ExchangeEvent): void {
    if (this.#listeners.size === 0) return;
    const told = userDataEvent(happened, this.#world);
    if (told !== null && this.#listeners.has(told.accountId)) this.#toTell.push(told);
  }

  /** Everything of a turn has happened. */
  settle(): void {
    if (this.#toTell.length === 0) return;
    for (const { accountId, event } of this.#toTell.splice(0)) {
      this.#deliver({ kind: 'account', accountId, event }, () => {
        for (const listener of [...(this.#listeners.get(accountId) ?? [])]) listener.hear(accountId, event);
      });
    }
  }
}
