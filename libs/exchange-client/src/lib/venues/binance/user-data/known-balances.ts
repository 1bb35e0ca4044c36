import type { Amount, Asset, BalanceSet } from '@org/domain';
import { ZERO } from '@org/domain';
import type { Balance } from '../account/binance-account.ts';

/** Balances that were told together; `asOf` is the exchange's time of the account's last change, ms UTC. */
export interface ToldBalances {
  readonly asOf: number;
  readonly balances: readonly Balance[];
}

interface Known {
  readonly asset: Asset;
  readonly free: Amount;
  readonly locked: Amount;
  readonly asOf: number;
  /** The how manieth event told it; 0 where a reading did. */
  readonly event: number;
}

/**
 * What we have of every asset. Events name only what has changed and are merged; a reading tells all, and what it lacks
 * is nothing. Neither undoes what was told of a later change.
 */
export class KnownBalances {
  readonly #known = new Map<string, Known>();
  #events = 0;

  /** How many events there were: for a reading that is about to be asked for. */
  get events(): number {
    return this.#events;
  }

  /** An event has told some. */
  change({ asOf, balances }: ToldBalances): readonly BalanceSet[] {
    const event = ++this.#events;
    return balances.flatMap((balance) => {
      const before = this.#known.get(balance.asset.code);
      return before !== undefined && asOf < before.asOf ? [] : this.#set(balance, asOf, event);
    });
  }

  /** A reading has told all of them; `asked` is how many events there were when it was asked for. */
  replace({ asOf, balances }: ToldBalances, asked: number): readonly BalanceSet[] {
    const told = new Set(balances.map(({ asset }) => asset.code));
    const gone = [...this.#known.values()]
      .filter(({ asset, free, locked }) => !told.has(asset.code) && (free > 0n || locked > 0n))
      .map(({ asset }) => nothingOf(asset));
    return [...balances, ...gone].flatMap((balance) => {
      const before = this.#known.get(balance.asset.code);
      const isOlder =
        before !== undefined && (asOf < before.asOf || (asOf === before.asOf && before.event > asked));
      return isOlder ? [] : this.#set(balance, asOf, 0);
    });
  }

  /** Told only where it differs from what was told before. */
  #set({ asset, free, locked }: Balance, asOf: number, event: number): readonly BalanceSet[] {
    const before = this.#known.get(asset.code);
    this.#known.set(asset.code, { asset, free, locked, asOf, event });
    if (before?.free === free && before.locked === locked) return [];
    return [{ kind: 'balanceSet', time: asOf, asset: asset.code, free, locked }];
  }
}

function nothingOf(asset: Asset): Balance {
  return { asset, free: ZERO, locked: ZERO };
}
