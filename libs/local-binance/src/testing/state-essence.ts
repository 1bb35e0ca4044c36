import { canonicalJson } from '@org/domain';
import type { ExchangeSnapshot } from '@org/simulator';
import { createExchange } from '@org/simulator';
import type { AccountRecords } from '../lib/records/accounts/account-records.ts';
import { readState } from '../lib/state/read-state.ts';
import { BUILT_IN_SYMBOLS } from '../lib/symbols/built-in-symbols.ts';

/** What must survive: what accounts own, what is open in its order, and what has happened. */
export function essence(snapshot: ExchangeSnapshot, records: AccountRecords): string {
  return canonicalJson({
    accounts: snapshot.accounts
      .filter(({ account }) => account.funding === 'funded')
      .map(({ account, balances }) => ({
        account,
        balances: Object.fromEntries(
          balances
            .filter(({ free, locked }) => free + locked > 0n)
            .map(({ asset, ...held }) => [asset, held]),
        ),
      })),
    open: snapshot.symbols.map(({ rules, grid, orders, lists }) => ({ rules, grid, orders, lists })),
    fees: Object.fromEntries(snapshot.feesTaken.map(({ asset, amount }) => [asset, amount])),
    records: records.snapshot(),
  });
}

/** The same of an exchange that has gone on from a file. */
export function essenceOf(file: string): string {
  const { state } = readState(file);
  const snapshot = state.exchange();
  const resumed = createExchange({
    ...{ symbols: BUILT_IN_SYMBOLS, accounts: [], snapshot },
    emit: () => undefined,
    averagePrice: () => null,
  });
  return essence(resumed.snapshot(), state.records);
}
