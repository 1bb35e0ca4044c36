import { judge } from './judge.ts';
import type { Sample } from './sample.ts';

const BLOCK_MS = 30_000;

/** An order whose probability is its size. */
const sample = (probability: number, isFilled: boolean, time = 0): Sample => ({
  time,
  ticksBehind: 0,
  features: {
    spreadTicks: 1,
    depthAheadQuote: 0,
    depthAgainstQuote: 0,
    volatilityBps: 0,
    sizeQuote: probability,
  },
  isFilled,
});
const judged = (samples: readonly Sample[], baseRate: number) =>
  judge(samples, ({ sizeQuote }) => sizeQuote, baseRate);

describe('the judgement of probabilities', () => {
  it('is the mean surprise, beside that of the base rate, and of the rate that came to be', () => {
    const { logLoss, baseLogLoss, hindsightLogLoss, gain, observed } = judged(
      [sample(0.8, true), sample(0.8, true), sample(0.8, true), sample(0.4, false)],
      0.5,
    );
    expect(observed).toBe(0.75);
    expect(logLoss).toBeCloseTo(-(3 * Math.log(0.8) + Math.log(0.6)) / 4, 12);
    expect(baseLogLoss).toBeCloseTo(Math.LN2, 12);
    expect(hindsightLogLoss).toBeCloseTo(-(3 * Math.log(0.75) + Math.log(0.25)) / 4, 12);
    expect(gain).toBeCloseTo(baseLogLoss - logLoss, 12);
  });

  it('is no gain for who says the base rate', () => {
    expect(judged([sample(0.3, true), sample(0.3, false)], 0.3).gain).toBeCloseTo(0, 12);
  });

  it('takes its error from blocks of time, not from orders', () => {
    const gains = [0.9, 0.6].map((probability) => Math.log(probability / 0.5));
    const { gainError, blocks } = judged(
      [sample(0.9, true), sample(0.9, true, BLOCK_MS - 1), sample(0.6, true, BLOCK_MS)],
      0.5,
    );
    expect(blocks).toBe(2);
    // Of two numbers the standard error of the mean is half their distance.
    expect(gainError).toBeCloseTo(((gains[0] ?? NaN) - (gains[1] ?? NaN)) / 2, 12);
  });

  it('sets what was predicted beside what came true, by tenths', () => {
    const samples = Array.from({ length: 20 }, (_, at) => sample((at + 0.5) / 20, at % 2 === 0 || at > 15));
    const { deciles } = judged(samples.toReversed(), 0.5);
    expect(deciles).toHaveLength(10);
    expect(deciles[0]).toEqual({ count: 2, predicted: expect.closeTo(0.05, 12), observed: 0.5 });
    expect(deciles[9]).toEqual({ count: 2, predicted: expect.closeTo(0.95, 12), observed: 1 });
  });
});
