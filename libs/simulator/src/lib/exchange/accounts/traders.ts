import { InputError } from '@org/domain';
import type { ExchangeAccount } from '../exchange-account.ts';
import { Trader } from './trader.ts';

const NO_COMMISSION = { maker: 0, taker: 0, buyer: 0, seller: 0 };

/** The account that markets act through. */
const MARKET_ACCOUNT: ExchangeAccount = {
  accountId: 'market',
  tradeGroupId: null,
  funding: 'unlimited',
  canTrade: true,
  standardCommission: NO_COMMISSION,
  taxCommission: NO_COMMISSION,
  specialCommission: NO_COMMISSION,
  discount: { asset: 'BNB', isEnabled: false, multiplier: 0 },
};

/** Who trades here, by account. */
export class Traders {
  readonly market = new Trader(MARKET_ACCOUNT);
  readonly #traders = new Map<string, Trader>([[MARKET_ACCOUNT.accountId, this.market]]);

  /** @throws InputError `account-taken` for an id that is in use */
  open(account: ExchangeAccount): Trader {
    if (this.#traders.has(account.accountId)) throw accountError('account-taken', 'is open already', account);
    const trader = new Trader(account);
    this.#traders.set(account.accountId, trader);
    return trader;
  }

  get(accountId: string): Trader | undefined {
    return this.#traders.get(accountId);
  }

  /** @throws InputError `account-unknown` */
  require(accountId: string): Trader {
    const trader = this.#traders.get(accountId);
    if (trader === undefined) throw accountError('account-unknown', 'is not open', { accountId });
    return trader;
  }

  all(): IterableIterator<Trader> {
    return this.#traders.values();
  }
}

function accountError(
  code: 'account-taken' | 'account-unknown',
  state: string,
  { accountId }: { readonly accountId: string },
): InputError {
  return new InputError(code, {
    what: `the account ${state}`,
    found: accountId,
    allowed: code === 'account-taken' ? 'an id that no account has' : 'an account that was opened',
  });
}
