import { existsSync, statSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { essence, essenceOf } from '../../testing/state-essence.ts';
import { StateFolder } from '../../testing/state-folder.ts';
import { TradingDesk } from '../../testing/trading-desk.ts';
import { Journal } from './journal.ts';

let folder: StateFolder;
let desk: TradingDesk;
let journal: Journal;
beforeEach(() => {
  folder = new StateFolder();
  desk = new TradingDesk();
  desk.trade(4_000_000);
});
afterEach(() => folder.remove());

const begin = (leastJournalBytes: number) =>
  new Journal({ file: folder.file(), world: desk.world, beganAt: 0, isSynced: false, leastJournalBytes });
const sizeOf = (file: string) => (existsSync(file) ? statSync(file).size : 0);
const now = () => essence(desk.world.exchange.snapshot(), desk.world.records.accounts);

/** Alice and Bob trade with each other in turns, and every third order is left to stand. */
function act(turn: number): void {
  const isBuy = turn % 2 === 0;
  const leftAt = isBuy ? 39_000 : 41_000;
  const terms = { symbol: 'BTCUSDT', type: 'LIMIT', timeInForce: 'GTC', quantity: '0.001' };
  const order = { ...terms, side: isBuy ? 'BUY' : 'SELL', price: turn % 3 === 2 ? leftAt : 40_000 };
  desk.ask('POST /api/v3/order', order, isBuy ? 'alice' : 'bob');
  // No more than may be placed in ten seconds.
  desk.pass(250);
}

describe('a state that is written anew while the exchange runs', () => {
  it('leaves the file whole at every moment, also when it takes its place', async () => {
    journal = begin(1);
    let rewritten = 0;
    for (let turn = 0; turn < 400 && rewritten < 2; turn++) {
      const [before, bytes] = [journal.isRewriting, sizeOf(folder.file())];
      act(turn);
      if (before && !journal.isRewriting) {
        rewritten++;
        expect(sizeOf(folder.file())).toBeLessThan(bytes);
      }
      if (turn % 4 === 0 || before) expect(essenceOf(folder.file())).toBe(now());
      // The disk is waited for beside.
      await setImmediate();
    }
    expect(rewritten).toBe(2);
    journal.close();
    expect(essenceOf(folder.file())).toBe(now());
  }, 60_000);

  it('goes a little with each change', () => {
    for (let turn = 0; turn < 300; turn++) act(turn);
    journal = begin(1);
    const state = sizeOf(folder.file());
    const steps: number[] = [];
    for (let turn = 0; turn < 2_000 && steps.length < 8; turn++) {
      const bytes = sizeOf(`${folder.file()}.new`);
      act(turn);
      if (journal.isRewriting) steps.push(sizeOf(`${folder.file()}.new`) - bytes);
    }
    expect(Math.max(...steps)).toBeLessThan(state / 4);
    expect(steps.reduce((sum, step) => sum + step)).toBeGreaterThan(0);
    journal.close();
  }, 60_000);

  it('is nothing where the exchange stops before it is complete', () => {
    for (let turn = 0; turn < 60; turn++) act(turn);
    journal = begin(1);
    for (let turn = 0; turn < 2_000 && !journal.isRewriting; turn++) act(turn);
    expect(sizeOf(`${folder.file()}.new`)).toBe(0);
    act(0);
    expect(sizeOf(`${folder.file()}.new`)).toBeGreaterThan(0);
    expect(essenceOf(folder.file())).toBe(now());
    journal.close();
    expect(existsSync(`${folder.file()}.new`)).toBe(false);
    expect(essenceOf(folder.file())).toBe(now());
  }, 60_000);
});
