import { cagr } from './cagr.ts';
import { calmar } from './calmar.ts';
import { sampleDeviation } from './sample-deviation.ts';
import { sharpe } from './sharpe.ts';
import { sortino } from './sortino.ts';
import { totalReturn } from './total-return.ts';
import { volatility } from './volatility.ts';

const DAY_MS = 86_400_000;

/** 15 days of 3% and 15 of -1%: mean 1%, every day 2% away from it. */
const month = Array.from({ length: 30 }, (_, day) => (day % 2 === 0 ? 0.03 : -0.01));

describe('total return', () => {
  it('is the last equity over the first, less 1', () => {
    expect(totalReturn(10_000, 11_500)).toBeCloseTo(0.15, 15);
    expect(totalReturn(10_000, 0)).toBe(-1);
  });

  it('is undefined for an account that began with nothing', () => {
    expect(totalReturn(0, 100)).toBeNull();
  });
});

describe('CAGR', () => {
  it('is the steady yearly growth over years of 365 days: 21% in two years is 10% in one', () => {
    expect(cagr(0.21, 730 * DAY_MS)).toBeCloseTo(0.1, 12);
  });

  it('is -1 where everything was lost', () => {
    expect(cagr(-1, 10 * DAY_MS)).toBe(-1);
  });

  it('is undefined without a return, without a period, and beyond what a number can hold', () => {
    expect(cagr(null, 730 * DAY_MS)).toBeNull();
    expect(cagr(0.1, 0)).toBeNull();
    expect(cagr(0.5, 60_000)).toBeNull();
  });
});

describe('sample deviation', () => {
  it('divides the squared distances by one less than their number: sqrt(0.0008 / 3)', () => {
    expect(sampleDeviation([0.01, -0.01, 0.03, 0.01])).toBeCloseTo(0.0163299316185545, 15);
    // Two values, 0.01 from their mean each: sqrt(0.0002 / 1).
    expect(sampleDeviation([0.01, 0.03])).toBeCloseTo(0.0141421356237309, 15);
  });

  it('is undefined for fewer than two values, and for equal ones whatever their digits', () => {
    expect(sampleDeviation([])).toBeNull();
    expect(sampleDeviation([0.1])).toBeNull();
    expect(sampleDeviation(new Array<number>(40).fill(0.1))).toBeNull();
  });
});

describe('volatility', () => {
  it('is the daily deviation times √365: sqrt(30 × 0.0004 / 29) × √365 = 0.388632', () => {
    expect(volatility(month)).toBeCloseTo(0.02 * Math.sqrt((30 / 29) * 365), 12);
  });

  it('is undefined for 29 days, and where nothing moved', () => {
    expect(volatility(month.slice(0, 29))).toBeNull();
    expect(volatility(new Array<number>(30).fill(0))).toBeNull();
  });
});

describe('the Sharpe ratio', () => {
  it('is mean over deviation times √365: 0.01 / (0.02 × √(30/29)) × √365 = √(365 × 29/30) / 2 = 9.391929', () => {
    expect(sharpe(month)).toBeCloseTo(Math.sqrt((365 * 29) / 30) / 2, 10);
  });

  it('counts flat days', () => {
    expect(sharpe([...month, ...new Array<number>(30).fill(0)])).toBeLessThan(sharpe(month) ?? 0);
  });

  it('is undefined for 29 days, for none, and where nothing moved', () => {
    expect(sharpe(month.slice(1))).toBeNull();
    expect(sharpe([])).toBeNull();
    expect(sharpe(new Array<number>(365).fill(0.001))).toBeNull();
  });
});

describe('the Sortino ratio', () => {
  it('has only losses as risk: 0.01 / √(15 × 0.0001 / 29) × √365 = √(365 × 29/15) = 26.564387', () => {
    expect(sortino(month)).toBeCloseTo(Math.sqrt((365 * 29) / 15), 10);
  });

  it('is undefined for 29 days, for none, and where no day lost', () => {
    expect(sortino(month.slice(1))).toBeNull();
    expect(sortino([])).toBeNull();
    expect(sortino(new Array<number>(30).fill(0.01))).toBeNull();
  });
});

describe('the Calmar ratio', () => {
  it('is yearly growth over the deepest drawdown', () => {
    expect(calmar(0.3, 0.2)).toBeCloseTo(1.5, 15);
  });

  it('is undefined without growth to speak of, or without a drawdown', () => {
    expect(calmar(null, 0.2)).toBeNull();
    expect(calmar(0.3, 0)).toBeNull();
  });
});
