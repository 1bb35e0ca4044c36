import fc from 'fast-check';
import { RateLedger } from './rate-ledger.ts';
import type { RateLimit } from './rate-limit.ts';

const MINUTE_MS = 60_000;
const WEIGHT: RateLimit = { kind: 'weight', intervalMs: MINUTE_MS, limit: 1000 };
const ORDERS: RateLimit = { kind: 'orders', intervalMs: 10_000, limit: 10 };

/** A minute that has just begun. */
const START = 1_700_000_040_000;

function ledgerAt(limits: readonly RateLimit[] = [WEIGHT, ORDERS]) {
  let now = START + 1000;
  const ledger = new RateLedger({ limits, nowMs: () => now });
  return { ledger, pass: (ms: number) => (now += ms), go: (time: number) => (now = time) };
}

const of = (weight: number, orders = 0) => ({ weight, orders });

describe('the ledger', () => {
  it('lets history fill 93% of a limit, trades 97%, and what protects all of it', () => {
    const { ledger } = ledgerAt();
    expect(ledger.take(of(930), 'bulk').kind).toBe('charge');
    expect(ledger.take(of(1), 'bulk').kind).toBe('wait');
    expect(ledger.take(of(40), 'trade').kind).toBe('charge');
    expect(ledger.take(of(1), 'trade').kind).toBe('wait');
    expect(ledger.take(of(30), 'protect').kind).toBe('charge');
    expect(ledger.take(of(1), 'protect')).toEqual({ kind: 'wait', untilMs: START + MINUTE_MS + 100 });
  });

  it('begins anew with the next window, shortly after the exchange does', () => {
    const { ledger, go } = ledgerAt();
    const charge = ledger.take(of(1000), 'protect');
    if (charge.kind === 'charge') charge.settle([], false);
    go(START + MINUTE_MS + 99);
    expect(ledger.take(of(1), 'protect').kind).toBe('wait');
    go(START + MINUTE_MS + 100);
    expect(ledger.take(of(1000), 'protect').kind).toBe('charge');
  });

  it('counts what is under way into the next window', () => {
    const { ledger, pass } = ledgerAt();
    const charge = ledger.take(of(300), 'bulk');
    pass(MINUTE_MS);
    expect(ledger.use()[0]?.used).toBe(300);
    if (charge.kind === 'charge') charge.settle([{ ...WEIGHT, used: 900 }], false);
    // What the exchange counted for the window before says nothing about this one.
    expect(ledger.use()[0]?.used).toBe(300);
  });

  it('counts what was sent at the very end into the next window too', () => {
    const { ledger, go } = ledgerAt();
    go(START + MINUTE_MS - 50);
    const charge = ledger.take(of(300), 'bulk');
    if (charge.kind === 'charge') charge.settle([], false);
    go(START + MINUTE_MS + 100);
    expect(ledger.use()[0]?.used).toBe(300);
  });

  it('learns from the exchange of what others use', () => {
    const { ledger, go } = ledgerAt();
    go(START + 1000);
    const first = ledger.take(of(10), 'bulk');
    go(START + 1101);
    const second = ledger.take(of(20), 'bulk');
    if (first.kind === 'charge') first.settle([{ ...WEIGHT, used: 500 }], false);
    // 500 with the first, and the second was sent so much later that it cannot be among them.
    expect(ledger.use()[0]?.used).toBe(520);
    if (second.kind === 'charge') second.settle([{ ...WEIGHT, used: 100 }], false);
    expect(ledger.use()[0]?.used).toBe(520);
  });

  it('does not count twice what may be in the count of the exchange already', () => {
    const { ledger } = ledgerAt();
    const charges = Array.from({ length: 50 }, () => ledger.take(of(10), 'bulk'));
    // They arrive in another order than they were sent in.
    for (const [index, charge] of charges.toReversed().entries()) {
      if (charge.kind === 'charge') charge.settle([{ ...WEIGHT, used: 10 * (index + 1) }], false);
      expect(ledger.use()[0]?.used).toBe(500);
    }
  });

  it('gives back the weight of what succeeded for nothing', () => {
    const { ledger } = ledgerAt();
    const charge = ledger.take(of(1, 1), 'trade');
    if (charge.kind === 'charge') charge.settle([], true);
    expect(ledger.use().map(({ used }) => used)).toEqual([0, 1]);
  });

  it('counts orders, and lets cancels go on where orders may not', () => {
    const { ledger } = ledgerAt();
    for (let order = 0; order < 10; order += 1) expect(ledger.take(of(1, 1), 'protect').kind).toBe('charge');
    expect(ledger.take(of(1, 1), 'protect')).toEqual({ kind: 'wait', untilMs: START + 10_100 });
    expect(ledger.take(of(1), 'protect').kind).toBe('charge');
  });

  it('believes the exchange that there are too many orders', () => {
    const { ledger } = ledgerAt();
    ledger.refuseOrders();
    expect(ledger.take(of(1, 1), 'protect')).toEqual({ kind: 'wait', untilMs: START + 10_100 });
    expect(ledger.take(of(1), 'protect').kind).toBe('charge');
  });

  it('D3: believes it too at the turn of a window, which the exchange may have had before us', () => {
    const { ledger, go } = ledgerAt();
    go(START + 10_000);
    ledger.refuseOrders();
    expect(ledger.take(of(1, 1), 'protect')).toEqual({ kind: 'wait', untilMs: START + 10_100 });
    go(START + 10_100);
    expect(ledger.take(of(1, 1), 'protect')).toEqual({ kind: 'wait', untilMs: START + 20_100 });
  });

  it('goes on with its windows where its clock was an hour ahead and was put right', () => {
    const { ledger, go } = ledgerAt();
    go(START + 3_630_000);
    const charge = ledger.take(of(900), 'protect');
    if (charge.kind === 'charge') charge.settle([], false);
    go(START + 2000);
    expect(ledger.take(of(101), 'protect')).toEqual({ kind: 'wait', untilMs: START + MINUTE_MS + 100 });
    go(START + MINUTE_MS + 100);
    expect(ledger.take(of(101), 'protect').kind).toBe('charge');
  });

  it('believes no silence longer than the longest ban, of three days', () => {
    const { ledger } = ledgerAt();
    ledger.beSilentUntil(1e300);
    expect(ledger.silentUntilMs()).toBe(START + 1000 + 3 * 86_400_000);
  });

  it('is silent for as long as it was told, and not longer', () => {
    const { ledger, go } = ledgerAt();
    ledger.beSilentUntil(START + 7000);
    ledger.beSilentUntil(START + 5000);
    expect(ledger.take(of(1), 'protect')).toEqual({ kind: 'wait', untilMs: START + 7000 });
    go(START + 7000);
    expect(ledger.take(of(1), 'protect').kind).toBe('charge');
  });

  it('keeps its counts when limits are read again, and begins with new ones', () => {
    const { ledger } = ledgerAt();
    ledger.take(of(500, 3), 'trade');
    ledger.changeLimits([{ ...WEIGHT, limit: 6000 }, ORDERS]);
    expect(ledger.use().map(({ used, limit }) => [used, limit])).toEqual([
      [0, 6000],
      [3, 10],
    ]);
  });
});

/** An exchange that counts by its own clock what arrives, some time after it was sent. */
function fullestWindow(
  limit: RateLimit,
  clockErrorMs: number,
  weights: readonly number[],
  delays: readonly number[],
) {
  let now = START;
  const ledger = new RateLedger({ limits: [limit], nowMs: () => now + clockErrorMs });
  const counts = new Map<number, number>();
  let sent = 0;
  for (let index = 0; now < START + 5 * limit.intervalMs; index += 1) {
    const weight = weights[index % weights.length] ?? 1;
    const charge = ledger.take(of(weight), 'bulk');
    if (charge.kind === 'wait') {
      now = charge.untilMs - clockErrorMs;
      continue;
    }
    const arrival = now + (delays[index % delays.length] ?? 0);
    const window = Math.floor(arrival / limit.intervalMs);
    counts.set(window, (counts.get(window) ?? 0) + weight);
    sent += weight;
    // One after the other: it is answered as soon as it has arrived.
    now = arrival;
    charge.settle([{ ...limit, used: counts.get(window) ?? 0 }], false);
  }
  return { fullest: Math.max(...counts.values()), sent };
}

describe('requests one after the other, as many as the ledger lets go', () => {
  it('never fill a window of the exchange beyond its limit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100, max: 100 }),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 }),
        fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 20 }),
        (clockErrorMs, weights, delays) => {
          expect(fullestWindow(WEIGHT, clockErrorMs, weights, delays).fullest).toBeLessThanOrEqual(1000);
        },
      ),
    );
  });

  it('use nine tenths of what is permitted', () => {
    expect(fullestWindow(WEIGHT, 0, [1, 5, 10], [5]).sent).toBeGreaterThanOrEqual(0.9 * 5 * 1000);
  });
});
