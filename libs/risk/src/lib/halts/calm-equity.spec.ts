import fc from 'fast-check';
import { DAY, HOUR, MIDNIGHT, NO_LIMITS, markedAt } from '../../testing/order-views.ts';
import { calmEquity } from './calm-equity.ts';
import { pullKillSwitch } from './kill-switch.ts';
import { observeEquity } from './observe-equity.ts';
import { startRisk } from './risk-state.ts';

const LIMITS = { ...NO_LIMITS, dailyLoss: 0.05, maxDrawdown: 0.25 };
const START = startRisk(MIDNIGHT + HOUR, 10_000);

describe('the calm of an equity', () => {
  it('lasts until the day ends, from the nearest limit up to the peak', () => {
    const { until, low, high } = calmEquity(START, LIMITS);
    expect({ until, high }).toEqual({ until: MIDNIGHT + DAY, high: 10_000 });
    // 5% below the 10,000 of the day, and a billionth of the peak above that.
    expect(low).toBeCloseTo(9_500.00001, 9);
  });

  it('has no bottom where nothing limits losses', () => {
    expect(calmEquity(START, NO_LIMITS).low).toBe(-Infinity);
  });

  it('has no bottom once entries are stopped for good', () => {
    const pulled = pullKillSwitch(START, {
      kind: 'killSwitch',
      time: MIDNIGHT + HOUR,
      mode: 'noEntries',
      reason: 'test',
    });
    expect(calmEquity(pulled, LIMITS).low).toBe(-Infinity);
  });

  it('holds whatever risk would not answer', () => {
    const equities = fc.double({ min: -1_000, max: 20_000, noNaN: true });
    const story = fc.array(fc.tuple(fc.integer({ min: 1, max: 10 }), equities), { maxLength: 30 });
    const fraction = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
    let calmSeen = 0;
    fc.assert(
      fc.property(story, fraction, fraction, (marks, dailyLoss, maxDrawdown) => {
        const limits = { ...NO_LIMITS, dailyLoss, maxDrawdown };
        let state = START;
        let time = MIDNIGHT + HOUR;
        for (const [hours, equity] of marks) {
          time += hours * HOUR;
          const { until, low, high } = calmEquity(state, limits);
          const observed = observeEquity(state, limits, markedAt(time, equity));
          if (time < until && equity >= low && equity <= high) {
            calmSeen += 1;
            expect(observed).toBe(state);
          }
          state = observed;
        }
      }),
    );
    expect(calmSeen).toBeGreaterThan(100);
  });
});
