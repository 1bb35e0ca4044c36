import fc from 'fast-check';
import { InputError } from '@org/domain';
import { executionCost } from './execution-cost.ts';
import { atVolatility } from './impact-model.ts';
import type { ImpactModel } from './impact-model.ts';
import { optimalExecution } from './optimal-execution.ts';

/** A share at 50 with 5 million a day, the example of Almgren and Chriss; time in days. */
const model: ImpactModel = { volatility: 0.95, fixedCost: 0.0625, temporary: 2.5e-6, permanent: 2.5e-7 };
/** A million of them in five days, with the paper's aversion to risk. */
const task = { quantity: 1_000_000, duration: 5, steps: 5, riskAversion: 1e-6 };

describe('the optimal execution of a million shares in five days', () => {
  const { urgency, holdings, trades, stepLength } = optimalExecution(model, task);

  it('has the urgency of the paper, 0.61 a day', () => {
    // cosh κ = 1 + 10⁻⁶ · 0.9025 / (2 · 2.375e-6) = 1.19, so κ = ln(1.19 + √0.4161)
    expect(urgency).toBeCloseTo(Math.log(1.19 + Math.sqrt(0.4161)), 12);
    expect(urgency.toFixed(2)).toBe('0.61');
    expect(stepLength).toBe(1);
  });

  it('holds what x₍ⱼ₋₁₎ − 2 · 1.19 xⱼ + x₍ⱼ₊₁₎ = 0 leaves from a million to none', () => {
    // By hand: sinh(kκ)/sinh κ is 1, 2.38, 4.6644, 8.721272, 16.09222736 for k = 1 … 5.
    const sines = [16.09222736, 8.721272, 4.6644, 2.38, 1, 0];
    const byHand = sines.map((sine) => (sine / 16.09222736) * 1e6);
    holdings.forEach((held, day) => expect(held).toBeCloseTo(byHand[day]!, 6));
    expect(holdings.map(Math.round)).toEqual([1_000_000, 541_956, 289_854, 147_897, 62_142, 0]);
    expect(trades.map(Math.round)).toEqual([458_044, 252_101, 141_957, 85_756, 62_142]);
  });

  it('costs what the closed forms of the efficient frontier say', () => {
    const { expected, variance } = executionCost(model, trades, stepLength);
    const k = urgency;
    const sine = Math.sinh(5 * k);
    const haste = (Math.tanh(k / 2) * (Math.sinh(10 * k) + 10 * Math.sinh(k))) / (2 * sine * sine);
    const held = (sine * Math.cosh(4 * k) - 5 * Math.sinh(k)) / (sine * sine * Math.sinh(k));
    expect(expected).toBeCloseTo(125_000 + 62_500 + 2.375e6 * haste, 6);
    expect(variance / 1e12).toBeCloseTo((0.9025 / 2) * held, 9);
    // In dollars: 911,227 with a deviation of 603,431.
    expect([Math.round(expected), Math.round(Math.sqrt(variance))]).toEqual([911_227, 603_431]);
  });
});

describe('an optimal execution', () => {
  it('is a straight line for who does not mind risk', () => {
    const { holdings, urgency } = optimalExecution(model, { ...task, riskAversion: 0 });
    expect(urgency).toBe(0);
    [1e6, 8e5, 6e5, 4e5, 2e5, 0].forEach((line, day) => expect(holdings[day]).toBeCloseTo(line, 6));
  });

  it('is nearly one for who hardly minds', () => {
    const { holdings } = optimalExecution(model, { ...task, riskAversion: 1e-20 });
    expect(holdings[2]).toBeCloseTo(600_000, 3);
  });

  it('is over at once for who cannot bear any', () => {
    const { holdings } = optimalExecution(model, { ...task, riskAversion: 1e300 });
    expect(holdings.map(Math.round)).toEqual([1_000_000, 0, 0, 0, 0, 0]);
  });

  it('is more urgent in a wilder market', () => {
    const wild = optimalExecution(atVolatility(model, 1.9), task);
    // λσ²/η̃ doubles: cosh κ = 1 + 2 · 0.19
    expect(wild.urgency).toBeCloseTo(Math.acosh(1.38), 12);
  });

  const tasks = fc.record({
    quantity: fc.double({ min: 1, max: 1e7, noNaN: true }),
    duration: fc.double({ min: 0.1, max: 15, noNaN: true }),
    steps: fc.integer({ min: 1, max: 60 }),
    riskAversion: fc.oneof(fc.constant(0), fc.double({ min: 1e-12, max: 1, noNaN: true })),
  });

  it('trades all of it, and never back', () => {
    fc.assert(
      fc.property(tasks, (any) => {
        const { trades, holdings } = optimalExecution(model, any);
        const sum = trades.reduce((total, trade) => total + trade, 0);
        expect(Math.abs(sum / any.quantity - 1)).toBeLessThan(1e-12);
        expect([holdings.length, holdings[0], holdings.at(-1)]).toEqual([any.steps + 1, any.quantity, 0]);
        expect(Math.min(...trades)).toBeGreaterThanOrEqual(-1e-12 * any.quantity);
      }),
    );
  });

  it('is no dearer, risk included, than any other way to trade it all', () => {
    const shifts = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(tasks, shifts, fc.double({ min: 1e-3, max: 1, noNaN: true }), (any, each, size) => {
        const { trades, stepLength } = optimalExecution(model, any);
        const drawn = trades.map((_, step) => each[step]! * size * any.quantity);
        const mean = drawn.reduce((sum, shift) => sum + shift, 0) / drawn.length;
        const other = trades.map((trade, step) => trade + drawn[step]! - mean);
        const objective = (way: readonly number[]) => {
          const { expected, variance } = executionCost(model, way, stepLength);
          return expected + any.riskAversion * variance;
        };
        expect(objective(trades)).toBeLessThanOrEqual(objective(other) * (1 + 1e-9));
      }),
    );
  });
});

describe('an execution that cannot be planned', () => {
  it.each([
    ['quantity', { quantity: 0 }],
    ['duration', { duration: Infinity }],
    ['steps', { steps: 1.5 }],
    ['steps', { steps: 0 }],
    ['steps', { steps: 1_000_001 }],
    ['risk aversion', { riskAversion: -1e-9 }],
    ['risk aversion', { riskAversion: NaN }],
  ])('is refused for its %s: %j', (word, wrong) => {
    expect(() => optimalExecution(model, { ...task, ...wrong })).toThrow(word);
    expect(() => optimalExecution(model, { ...task, ...wrong })).toThrow(InputError);
  });

  it('is refused where a step is so long that haste is free', () => {
    // η = ½γτ at τ = 20
    const steps = { ...task, duration: 60, steps: 2 };
    expect(() => optimalExecution(model, steps)).toThrow('allowed: steps below 20');
  });

  it('is refused where the market does not move', () => {
    expect(() => optimalExecution({ ...model, volatility: 0 }, task)).toThrow('volatility');
  });
});
