import { readFileSync, truncateSync } from 'node:fs';
import { canonicalJson } from '@org/domain';
import type { ExchangeSnapshot } from '@org/simulator';
import { createExchange } from '@org/simulator';
import fc from 'fast-check';
import { StateFolder } from '../../testing/state-folder.ts';
import { TradingDesk } from '../../testing/trading-desk.ts';
import { tradingSession } from '../../../test/trading-session.ts';
import type { AccountRecords } from '../records/accounts/account-records.ts';
import { BUILT_IN_SYMBOLS } from '../symbols/built-in-symbols.ts';
import { Journal } from './journal.ts';
import { readState } from './read-state.ts';
import type { SavedState } from './saved-state.ts';

let folder: StateFolder;
beforeEach(() => {
  folder = new StateFolder();
});
afterEach(() => folder.remove());

/** What must survive: what accounts own, what is open in its order, and what has happened. */
function essence(snapshot: ExchangeSnapshot, records: AccountRecords): string {
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
function essenceOf(saved: SavedState): string {
  const snapshot = saved.exchange();
  const resumed = createExchange({
    ...{ symbols: BUILT_IN_SYMBOLS, accounts: [], snapshot },
    emit: () => undefined,
    averagePrice: () => null,
  });
  return essence(resumed.snapshot(), saved.records);
}

/** How many whole changes a file tells of. */
function changesIn(file: string): number {
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.filter((line) => line.includes('"kind":"change"')).length;
}

describe('a state file that was cut off anywhere', () => {
  it('holds everything up to the last turn that is whole', () => {
    const file = folder.file();
    fc.assert(
      fc.property(tradingSession, fc.nat(1_000), (session, share) => {
        const desk = new TradingDesk({ bob: { tradeGroupId: 4 } });
        desk.trade(4_000_000);
        const { world } = desk;
        const now = () => essence(world.exchange.snapshot(), world.records.accounts);
        const journal = new Journal({ file, world, beganAt: 0, isSynced: false });
        const headBytes = readFileSync(file).length;
        const truth = [now()];
        for (const [act, who] of session) {
          act(desk, who);
          desk.pass(100);
          truth[changesIn(file)] = now();
        }
        journal.close();
        const bytes = readFileSync(file).length;
        truncateSync(file, headBytes + Math.floor((share / 1_000) * (bytes - headBytes)));
        expect(essenceOf(readState(file).state)).toBe(truth[changesIn(file)]);
      }),
      { numRuns: 100 },
    );
  });
});
