import type { MakerProbabilityModel, MakerTerm } from '@org/simulator';
import type { FitResult } from './fit-and-judge.ts';
import type { Judgement } from './judge.ts';
import { modelSource } from './model-source.ts';
import { reportLines } from './report-lines.ts';

const term = (coefficient: number): MakerTerm => ({
  coefficient,
  mean: 2.5,
  deviation: 1,
  least: 0,
  most: 1_234.5,
});
const model: MakerProbabilityModel = {
  horizonMs: 10_000,
  intercept: -0.25,
  terms: {
    spreadTicks: term(1),
    depthAheadQuote: term(2),
    depthAgainstQuote: term(3),
    volatilityBps: term(4),
    sizeQuote: term(5.125),
  },
};
const judgement: Judgement = {
  count: 40,
  observed: 0.5,
  logLoss: 0.6,
  baseLogLoss: 0.7,
  hindsightLogLoss: 0.65,
  gain: 0.1,
  gainError: 0.02,
  blocks: 4,
  deciles: [{ count: 4, predicted: 0.123, observed: 0.25 }],
};
const result: FitResult = {
  model,
  fitted: 60,
  baseRate: 0.45,
  all: judgement,
  atBest: judgement,
  behind: judgement,
};

describe('the report of a fit', () => {
  it('has tables of coefficients, of losses beside the base rate, and of calibration', () => {
    const lines = reportLines(result);
    expect(lines[0]).toBe('Fitted on 60 orders, 45.0% of them filled within 10 s.');
    expect(lines).toContain('| `sizeQuote` | 5.125 | 2.50 | 1.00 | 0.00 | 1234.50 |');
    expect(lines).toContain('| all | 40 | 50.0% | 0.6000 | 0.7000 | 0.6500 | 0.1000 ± 0.0200 | 4 |');
    expect(lines).toContain('| 1 | 4 | 12.3% | 25.0% |');
  });
});

describe('the source of a model', () => {
  it('holds its numbers as they are', () => {
    const source = modelSource(model);
    expect(source).toContain('horizonMs: 10_000,\n  intercept: -0.25,');
    expect(source).toContain('sizeQuote: {\n      coefficient: 5.125,\n      mean: 2.5,');
  });
});
