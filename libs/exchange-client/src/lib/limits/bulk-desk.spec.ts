import { ManualClock } from '@org/domain/testing';
import { BulkDesk } from './bulk-desk.ts';
import { RateLedger } from './rate-ledger.ts';
import { WaitingLine } from './waiting-line.ts';

function desk(jobs = 4) {
  const clock = new ManualClock(1_700_000_041_000);
  const limits = [{ kind: 'weight', intervalMs: 60_000, limit: 100 }] as const;
  const ledger = new RateLedger({ limits, nowMs: () => clock.now() });
  const line = new WaitingLine(ledger, clock);
  return { bulk: new BulkDesk({ ledger, line, jobs }), ledger, line, clock };
}

const used = (ledger: RateLedger) => ledger.use()[0]?.used;

describe('background work', () => {
  it('has budget for many requests in hand, and gives back what it has not used', async () => {
    const { bulk, ledger } = desk();
    const during = await bulk.run(50, (lease) => {
      lease.draw(2)?.settle([], false);
      lease.draw(5)?.settle([], false);
      return Promise.resolve(used(ledger));
    });
    expect([during, used(ledger)]).toEqual([50, 7]);
  });

  it('draws no more than it has', async () => {
    const { bulk } = desk();
    const drawn = await bulk.run(5, (lease) =>
      Promise.resolve([2, 2, 2].map((weight) => lease.draw(weight) !== null)),
    );
    expect(drawn).toEqual([true, true, false]);
  });

  it('stands still while the exchange wants silence, whatever it has in hand', async () => {
    const { bulk, ledger, clock } = desk();
    const drawn = await bulk.run(10, (lease) => {
      ledger.beSilentUntil(clock.now() + 1000);
      const during = lease.draw(2);
      clock.pass(1000);
      return Promise.resolve([during !== null, lease.draw(2) !== null]);
    });
    expect(drawn).toEqual([false, true]);
  });

  it('learns of what others use from every answer', async () => {
    const { bulk, ledger } = desk();
    await bulk.run(10, (lease) => {
      lease.draw(2)?.settle([{ kind: 'weight', intervalMs: 60_000, used: 40 }], false);
      // The 2 are among the 40, and the 8 that are left are not.
      expect(used(ledger)).toBe(48);
      return Promise.resolve();
    });
    expect(used(ledger)).toBe(40);
  });

  it('gives its budget back when it fails, and passes the failure on', async () => {
    const { bulk, ledger } = desk();
    await expect(bulk.run(50, () => Promise.reject(new Error('no such market')))).rejects.toThrow(
      'no such market',
    );
    expect(used(ledger)).toBe(0);
  });

  it('runs a few jobs at once, and no more', async () => {
    const { bulk } = desk(2);
    let running = 0;
    let most = 0;
    let release = (): void => undefined;
    const isTwo = new Promise<void>((resolve) => (release = resolve));
    const job = async (): Promise<void> => {
      running += 1;
      most = Math.max(most, running);
      if (running === 2) release();
      await isTwo;
      running -= 1;
    };
    await Promise.all(Array.from({ length: 6 }, () => bulk.run(1, job)));
    expect(most).toBe(2);
  });

  it('does not run when the line is closed', async () => {
    const { bulk, line, ledger } = desk();
    ledger.take({ weight: 93, orders: 0 }, 'bulk');
    const work = jest.fn(() => Promise.resolve());
    const running = bulk.run(50, work);
    while (line.length === 0) await new Promise((resolve) => setImmediate(resolve));
    line.close();
    expect(await running).toBeNull();
    expect(work).not.toHaveBeenCalled();
  });
});
