import type { Amount } from '@org/domain';
import { amount, InputError } from '@org/domain';
import { Holding } from './holding.ts';

/** Money that the account starts with, in the asset's smallest unit. */
export interface Deposit {
  readonly asset: string;
  readonly amount: Amount;
}

/** What the account has of an asset, in its smallest unit. */
export interface Balance {
  readonly asset: string;
  readonly free: Amount;
  readonly locked: Amount;
}

/** What was paid in fees in an asset, in its smallest unit. */
export interface FeesPaid {
  readonly asset: string;
  readonly amount: Amount;
}

/** A holding in a snapshot. */
export interface SavedHolding extends Balance {
  readonly fees: Amount;
}

/** The account as the exchange keeps it: exact, by asset. */
export class Account {
  private readonly holdings = new Map<string, Holding>();

  /** @throws InputError `deposit-negative` */
  constructor(deposits: readonly Deposit[]) {
    for (const deposit of deposits) {
      if (deposit.amount < 0n) {
        throw new InputError('deposit-negative', {
          what: `a deposit of ${deposit.asset} cannot be negative`,
          found: String(deposit.amount),
          allowed: '0 or more of its smallest unit',
        });
      }
      this.of(deposit.asset).free += deposit.amount;
    }
  }

  /** The holding of an asset; an asset that was never held starts at nothing. */
  of(asset: string): Holding {
    const known = this.holdings.get(asset);
    if (known !== undefined) return known;
    const holding = new Holding(asset);
    this.holdings.set(asset, holding);
    return holding;
  }

  balances(): readonly Balance[] {
    return [...this.holdings.values()].map(({ asset, free, locked }) => ({
      asset,
      free: amount(free),
      locked: amount(locked),
    }));
  }

  feesPaid(): readonly FeesPaid[] {
    return [...this.holdings.values()].map(({ asset, fees }) => ({ asset, amount: amount(fees) }));
  }

  save(): readonly SavedHolding[] {
    return [...this.holdings.values()].map(({ asset, free, locked, fees }) => ({
      asset,
      free: amount(free),
      locked: amount(locked),
      fees: amount(fees),
    }));
  }

  restore(saved: readonly SavedHolding[]): void {
    for (const { asset, free, locked, fees } of saved) {
      const holding = this.of(asset);
      holding.free = free;
      holding.locked = locked;
      holding.fees = fees;
    }
  }
}
