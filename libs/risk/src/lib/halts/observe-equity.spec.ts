import fc from 'fast-check';
import { DEFAULT_RISK_LIMITS } from '@org/domain';
import { DAY, HOUR, MIDNIGHT, NO_LIMITS, markedAt } from '../../testing/order-views.ts';
import { pullKillSwitch } from './kill-switch.ts';
import { countHolding, enterDay, observeEquity } from './observe-equity.ts';
import { startRisk } from './risk-state.ts';

const LIMITS = { ...NO_LIMITS, dailyLoss: 0.05, maxDrawdown: 0.25 };
const START = startRisk(MIDNIGHT, 10_000);

describe('the daily loss', () => {
  it.each([
    [9_500.01, 'none'],
    [9_500, 'none'],
    [9_499.99, 'dailyLoss'],
  ])(
    'of a day that started with 10000 and stands at %d under a limit of 5%% gives the halt %s',
    (equity, kind) => {
      expect(observeEquity(START, LIMITS, markedAt(MIDNIGHT + HOUR, equity)).halt.kind).toBe(kind);
    },
  );

  it('tells the day, the limit and the share that was lost', () => {
    expect(observeEquity(START, LIMITS, markedAt(MIDNIGHT + HOUR, 9_400)).halt).toEqual({
      kind: 'dailyLoss',
      day: MIDNIGHT,
      limit: 0.05,
      observed: 0.06,
    });
  });

  it('is counted from the equity of 00:00 and not from the highest of the day', () => {
    const rich = observeEquity(START, LIMITS, markedAt(MIDNIGHT + HOUR, 11_000));
    expect(observeEquity(rich, LIMITS, markedAt(MIDNIGHT + 2 * HOUR, 9_600)).halt.kind).toBe('none');
  });

  it('stays for the rest of its day even when the loss is made good, and ends with the next', () => {
    const halted = observeEquity(START, LIMITS, markedAt(MIDNIGHT + HOUR, 9_400));
    expect(observeEquity(halted, LIMITS, markedAt(MIDNIGHT + 2 * HOUR, 9_990))).toBe(halted);
    expect(observeEquity(halted, LIMITS, markedAt(MIDNIGHT + DAY, 9_400))).toEqual({
      day: MIDNIGHT + DAY,
      dayEquity: 9_400,
      peakEquity: 10_000,
      halt: { kind: 'none' },
    });
  });

  it('turns into a drawdown when that is breached as well', () => {
    const halted = observeEquity(START, LIMITS, markedAt(MIDNIGHT + HOUR, 9_400));
    expect(observeEquity(halted, LIMITS, markedAt(MIDNIGHT + 2 * HOUR, 7_000)).halt.kind).toBe('drawdown');
  });

  it('is not watched without a limit', () => {
    expect(observeEquity(START, NO_LIMITS, markedAt(MIDNIGHT + HOUR, 1))).toBe(START);
  });
});

describe('a new UTC day', () => {
  it('starts with the equity observed at exactly 00:00', () => {
    const next = observeEquity(START, LIMITS, markedAt(MIDNIGHT + DAY, 9_900, 9_950));
    expect(next).toMatchObject({ day: MIDNIGHT + DAY, dayEquity: 9_900 });
  });

  it('starts with the last equity observed at 00:00, when every market has told its price', () => {
    const first = observeEquity(START, LIMITS, markedAt(MIDNIGHT + DAY, 9_900, 9_950));
    const second = observeEquity(first, LIMITS, markedAt(MIDNIGHT + DAY, 9_300, 9_900));
    expect(second).toMatchObject({ day: MIDNIGHT + DAY, dayEquity: 9_300, halt: { kind: 'none' } });
    expect(observeEquity(second, LIMITS, markedAt(MIDNIGHT + DAY, 9_300))).toBe(second);
  });

  it('starts with the last equity before 00:00 where none was observed at it', () => {
    const next = observeEquity(START, LIMITS, markedAt(MIDNIGHT + DAY + 1, 9_300, 9_950));
    expect(next).toMatchObject({ day: MIDNIGHT + DAY, dayEquity: 9_950, halt: { kind: 'dailyLoss' } });
  });

  it('starts with its first equity where nothing is known before', () => {
    expect(observeEquity(START, LIMITS, markedAt(MIDNIGHT + DAY + 1, 9_300))).toMatchObject({
      dayEquity: 9_300,
    });
    expect(observeEquity(START, LIMITS, markedAt(MIDNIGHT + DAY + 1, 9_300, Number.NaN))).toMatchObject({
      dayEquity: 9_300,
    });
  });

  it('is found after days without any bar', () => {
    expect(observeEquity(START, LIMITS, markedAt(MIDNIGHT + 9 * DAY + 5 * HOUR, 10_000)).day).toBe(
      MIDNIGHT + 9 * DAY,
    );
  });

  it('does not end a drawdown or the kill switch', () => {
    const fallen = observeEquity(START, LIMITS, markedAt(MIDNIGHT + HOUR, 7_000));
    expect(observeEquity(fallen, LIMITS, markedAt(MIDNIGHT + DAY, 10_500)).halt.kind).toBe('drawdown');
    const pulled = pullKillSwitch(START, {
      kind: 'killSwitch',
      time: MIDNIGHT,
      mode: 'noEntries',
      reason: 'x',
    });
    expect(observeEquity(pulled, LIMITS, markedAt(MIDNIGHT + DAY, 5_000)).halt.kind).toBe('killSwitch');
  });

  it('raises the peak to the equity that it starts with', () => {
    expect(observeEquity(START, LIMITS, markedAt(MIDNIGHT + DAY + 1, 10_100, 10_200)).peakEquity).toBe(
      10_200,
    );
  });
});

describe('what happens on a new day before its first price', () => {
  it('begins the day with what was known before', () => {
    const halted = observeEquity(START, LIMITS, markedAt(MIDNIGHT + HOUR, 9_400));
    expect(enterDay(halted, MIDNIGHT + DAY + HOUR, 9_800)).toEqual({
      day: MIDNIGHT + DAY,
      dayEquity: 9_800,
      peakEquity: 10_000,
      halt: { kind: 'none' },
    });
  });

  it('changes nothing within the day, or where no equity is known', () => {
    expect(enterDay(START, MIDNIGHT + DAY - 1, 9_800)).toBe(START);
    expect(enterDay(START, MIDNIGHT + DAY, Number.NaN)).toBe(START);
  });
});

describe('the drawdown', () => {
  it.each([
    [9_000.01, 'none'],
    [9_000, 'none'],
    [8_999.99, 'drawdown'],
  ])('from a peak of 12000 to %d under a limit of 25%% gives the halt %s', (equity, kind) => {
    const peak = observeEquity(START, { ...LIMITS, dailyLoss: null }, markedAt(MIDNIGHT + HOUR, 12_000));
    const fallen = observeEquity(peak, { ...LIMITS, dailyLoss: null }, markedAt(MIDNIGHT + 2 * HOUR, equity));
    expect(fallen.halt.kind).toBe(kind);
  });

  it('tells the limit and the share that was lost', () => {
    expect(observeEquity(START, LIMITS, markedAt(MIDNIGHT + HOUR, 6_000)).halt).toEqual({
      kind: 'drawdown',
      limit: 0.25,
      observed: 0.4,
    });
  });

  it('stays after the loss is made good', () => {
    const fallen = observeEquity(START, LIMITS, markedAt(MIDNIGHT + HOUR, 7_000));
    expect(observeEquity(fallen, LIMITS, markedAt(MIDNIGHT + 2 * HOUR, 20_000)).halt.kind).toBe('drawdown');
  });
});

describe('observing equity', () => {
  it('gives the same state back where nothing changes', () => {
    expect(observeEquity(START, LIMITS, markedAt(MIDNIGHT + HOUR, 9_900))).toBe(START);
    expect(observeEquity(START, LIMITS, markedAt(MIDNIGHT + HOUR, 10_000))).toBe(START);
  });

  it('ignores an equity that is not a finite number', () => {
    expect(observeEquity(START, LIMITS, markedAt(MIDNIGHT + DAY, Number.NaN))).toBe(START);
    expect(observeEquity(START, LIMITS, markedAt(MIDNIGHT + DAY, Infinity))).toBe(START);
  });

  it('keeps the peak, halts by the definition of the limits, and goes on from JSON as from itself', () => {
    const equities = fc.array(fc.double({ min: 1, max: 20_000, noNaN: true }), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(equities, fc.integer({ min: 1, max: 30 * HOUR }), (path, step) => {
        let state = startRisk(MIDNIGHT, 10_000);
        let copy = state;
        let highest = 10_000;
        path.forEach((equity, index) => {
          const time = MIDNIGHT + (index + 1) * step;
          const before = state;
          state = observeEquity(
            state,
            DEFAULT_RISK_LIMITS,
            markedAt(time, equity, path[index - 1] ?? 10_000),
          );
          const read: unknown = JSON.parse(JSON.stringify(copy));
          expect(read).toEqual(copy);
          copy = observeEquity(copy, DEFAULT_RISK_LIMITS, markedAt(time, equity, path[index - 1] ?? 10_000));
          highest = Math.max(highest, equity);
          expect(state.peakEquity).toBe(highest);
          expect(state.day).toBeLessThanOrEqual(time);
          expect(state.day + DAY).toBeGreaterThan(time);
          if (before.halt.kind === 'drawdown') expect(state.halt).toBe(before.halt);
          else expect(state.halt.kind === 'drawdown').toBe(highest - equity > 0.25 * highest);
        });
        expect(copy).toEqual(state);
      }),
    );
  });
});

describe('a holding that was there before its market had a price', () => {
  it('belongs to what the day and the peak began with', () => {
    const rich = { ...START, peakEquity: 12_000 };
    expect(countHolding(rich, 500)).toEqual({ ...rich, dayEquity: 10_500, peakEquity: 12_500 });
  });

  it.each([0, NaN, Infinity])('changes nothing where it is worth %d', (value) => {
    expect(countHolding(START, value)).toBe(START);
  });
});
