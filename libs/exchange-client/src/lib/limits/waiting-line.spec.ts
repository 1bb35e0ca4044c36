import { ManualClock } from '@org/domain/testing';
import { RateLedger } from './rate-ledger.ts';
import type { Purpose } from './rate-limit.ts';
import { WaitingLine } from './waiting-line.ts';

function lineOf(weightLimit: number) {
  // Behind the first moments of a window, which still count for the one before.
  const clock = new ManualClock(1_700_000_040_100);
  const ledger = new RateLedger({
    limits: [
      { kind: 'weight', intervalMs: 60_000, limit: weightLimit },
      { kind: 'orders', intervalMs: 10_000, limit: 3 },
    ],
    nowMs: () => clock.now(),
  });
  const line = new WaitingLine(ledger, clock);
  const served: string[] = [];
  const wait = (name: string, weight: number, purpose: Purpose, orders = 0): void => {
    void line.wait({ weight, orders }, purpose).then((charge) => {
      served.push(charge === null ? `${name} sent away` : name);
      charge?.settle([], false);
    });
  };
  const pass = async (ms: number): Promise<void> => {
    clock.pass(ms);
    await Promise.resolve();
  };
  return { line, wait, served, pass, ledger, clock };
}

describe('the line for budget', () => {
  it('serves at once while there is some', async () => {
    const { wait, served, pass, line } = lineOf(100);
    wait('a', 50, 'bulk');
    wait('b', 43, 'bulk');
    await pass(0);
    expect([served, line.length]).toEqual([['a', 'b'], 0]);
  });

  it('serves in order, with the next window', async () => {
    const { wait, served, pass } = lineOf(100);
    for (const name of ['a', 'b', 'c', 'd']) wait(name, 40, 'bulk');
    await pass(0);
    expect(served).toEqual(['a', 'b']);
    await pass(59_999);
    expect(served).toEqual(['a', 'b']);
    await pass(1);
    expect(served).toEqual(['a', 'b', 'c', 'd']);
  });

  it('serves what protects before what trades, and that before the rest', async () => {
    const { wait, served, pass } = lineOf(100);
    wait('full', 93, 'bulk');
    await pass(0);
    wait('history', 50, 'bulk');
    wait('entry', 50, 'trade');
    wait('cancel', 50, 'protect');
    await pass(60_000);
    // 97 are for trading: the entry and the history do not fit behind the cancel.
    expect(served).toEqual(['full', 'cancel']);
    await pass(60_000);
    expect(served).toEqual(['full', 'cancel', 'entry']);
    await pass(60_000);
    expect(served).toEqual(['full', 'cancel', 'entry', 'history']);
  });

  it('does not hold up history for an order that waits for the limit on orders', async () => {
    const { wait, served, pass } = lineOf(100);
    for (const name of ['first', 'second', 'third']) wait(name, 1, 'trade', 1);
    wait('history', 1, 'bulk');
    await pass(0);
    expect(served).toEqual(['first', 'second', 'history']);
    await pass(10_000);
    expect(served).toEqual(['first', 'second', 'history', 'third']);
  });

  it('stands still while the exchange wants silence', async () => {
    const { wait, served, pass, ledger, clock } = lineOf(100);
    ledger.beSilentUntil(clock.now() + 5000);
    wait('cancel', 1, 'protect');
    await pass(4999);
    expect(served).toEqual([]);
    await pass(1);
    expect(served).toEqual(['cancel']);
  });

  it('sends everybody away when it closes, and leaves no timer', async () => {
    const { wait, served, pass, line, clock } = lineOf(10);
    wait('a', 20, 'bulk');
    line.close();
    await pass(0);
    expect([served, clock.pending]).toEqual([['a sent away'], 0]);
    wait('late', 20, 'bulk');
    await pass(0);
    expect([served, clock.pending]).toEqual([['a sent away', 'late sent away'], 0]);
  });
});
