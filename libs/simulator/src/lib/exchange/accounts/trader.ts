import type { CommissionTerms } from '../commission/commission-terms.ts';
import { commissionTerms } from '../commission/commission-terms.ts';
import type { ExchangeAccount } from '../exchange-account.ts';
import { Holding } from './holding.ts';
import { OpenCount } from './open-count.ts';

/** An account at work: what it has, what of it has yet to be told, and how much it has open on all symbols. */
export class Trader {
  readonly isFunded: boolean;
  readonly holdings = new Map<string, Holding>();
  /** The chain of balances that have yet to be told, and the next account with such. */
  firstUntold: Holding | null = null;
  lastUntold: Holding | null = null;
  nextUntold: Trader | null = null;
  readonly open = new OpenCount();
  #account: ExchangeAccount;
  #commission: CommissionTerms;

  constructor(account: ExchangeAccount) {
    this.#account = account;
    this.#commission = commissionTerms(account);
    this.isFunded = account.funding === 'funded';
  }

  get account(): ExchangeAccount {
    return this.#account;
  }

  get commission(): CommissionTerms {
    return this.#commission;
  }

  /** Takes on other terms. */
  change(account: ExchangeAccount): void {
    this.#account = account;
    this.#commission = commissionTerms(account);
  }

  holding(asset: string): Holding {
    const known = this.holdings.get(asset);
    if (known !== undefined) return known;
    const holding = new Holding(this, asset);
    this.holdings.set(asset, holding);
    return holding;
  }
}
