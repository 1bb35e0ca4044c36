import { readFileSync, truncateSync } from 'node:fs';
import fc from 'fast-check';
import { essence, essenceOf } from '../../testing/state-essence.ts';
import { StateFolder } from '../../testing/state-folder.ts';
import { TradingDesk } from '../../testing/trading-desk.ts';
import { tradingSession } from '../../../test/trading-session.ts';
import { Journal } from './journal.ts';

let folder: StateFolder;
beforeEach(() => {
  folder = new StateFolder();
});
afterEach(() => folder.remove());

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
        expect(essenceOf(file)).toBe(truth[changesIn(file)]);
      }),
      { numRuns: 100 },
    );
  });
});
