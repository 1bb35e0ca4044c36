import type { AccountSetup } from '../src/index.ts';

export const SEED = 7;

/** One for each of the hundred clients, with enough of everything. */
export const ACCOUNTS: readonly AccountSetup[] = Array.from({ length: 100 }, (_, index) => ({
  accountId: `client-${index}`,
  balances: { USDT: '1000000000', BTC: '100000' },
}));
