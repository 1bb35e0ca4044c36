import fc from 'fast-check';
import { DEFAULT_MAKER_MODEL } from './default-maker-model.ts';
import type { MakerFeatures } from './maker-features.ts';
import type { MakerProbabilityModel, MakerTerm } from './maker-probability.ts';
import { makerProbability } from './maker-probability.ts';

const term = (coefficient: number): MakerTerm => ({
  coefficient,
  mean: 0,
  deviation: 1,
  least: 0,
  most: 1e9,
});

/** Counts each feature as often as its place in the row, and knows no means. */
const model: MakerProbabilityModel = {
  horizonMs: 1_000,
  intercept: 0,
  terms: {
    spreadTicks: term(1),
    depthAheadQuote: term(-2),
    depthAgainstQuote: term(3),
    volatilityBps: term(4),
    sizeQuote: term(-5),
  },
};
const nothing: MakerFeatures = {
  spreadTicks: 0,
  depthAheadQuote: 0,
  depthAgainstQuote: 0,
  volatilityBps: 0,
  sizeQuote: 0,
};
/** ln(1 + x) of it is ln 3. */
const TWO = 2;

describe('the probability of a fill as maker', () => {
  it('is even odds for a score of 0', () => {
    expect(makerProbability(model, nothing)).toBe(0.5);
  });

  it.each([
    // Odds of 3 to the power of the coefficient.
    ['spreadTicks', 3 / 4],
    ['depthAheadQuote', 1 / 10],
    ['depthAgainstQuote', 27 / 28],
    ['volatilityBps', 81 / 82],
    ['sizeQuote', 1 / 244],
  ] as const)('counts %s by its coefficient', (name, probability) => {
    expect(makerProbability(model, { ...nothing, [name]: TWO })).toBeCloseTo(probability, 12);
  });

  it('starts from the intercept', () => {
    expect(makerProbability({ ...model, intercept: Math.log(4) }, nothing)).toBeCloseTo(4 / 5, 12);
  });

  it('measures a feature in deviations from its mean', () => {
    const spreadTicks = { ...term(1), mean: Math.log(9), deviation: 2 };
    const scaled = { ...model, terms: { ...model.terms, spreadTicks } };
    // (ln 81 − ln 9) / 2 = ln 3
    expect(makerProbability(scaled, { ...nothing, spreadTicks: 80 })).toBeCloseTo(3 / 4, 12);
  });

  it('learnt nothing beyond the range that it has seen', () => {
    const spreadTicks = { ...term(1), least: 2, most: 8 };
    const narrow = { ...model, terms: { ...model.terms, spreadTicks } };
    expect(makerProbability(narrow, { ...nothing, spreadTicks: 1 })).toBeCloseTo(3 / 4, 12);
    expect(makerProbability(narrow, { ...nothing, spreadTicks: 1e6 })).toBeCloseTo(9 / 10, 12);
  });

  it.each([-1, NaN, Infinity])('is refused for a feature of %s', (wrong) => {
    expect(() => makerProbability(model, { ...nothing, volatilityBps: wrong })).toThrow(
      `volatilityBps of a limit order is below 0 or no number; found ${wrong}; allowed: at least 0`,
    );
  });
});

describe('the default model', () => {
  const amounts = fc.double({ min: 0, max: 1e12, noNaN: true });
  const features: fc.Arbitrary<MakerFeatures> = fc.record({
    spreadTicks: amounts,
    depthAheadQuote: amounts,
    depthAgainstQuote: amounts,
    volatilityBps: amounts,
    sizeQuote: amounts,
  });

  it('gives a probability, and never certainty, whatever the market', () => {
    fc.assert(
      fc.property(features, (drawn) => {
        const probability = makerProbability(DEFAULT_MAKER_MODEL, drawn);
        expect(probability).toBeGreaterThan(0.02);
        expect(probability).toBeLessThan(0.98);
      }),
    );
  });

  it.each([
    ['less likely the more rests ahead', 'depthAheadQuote', -1],
    ['less likely the larger the order', 'sizeQuote', -1],
    ['more likely the wilder the market', 'volatilityBps', 1],
  ] as const)('holds a fill for %s', (_, name, direction) => {
    fc.assert(
      fc.property(features, fc.double({ min: 1, max: 100, noNaN: true }), (drawn, factor) => {
        const more = { ...drawn, [name]: drawn[name] * factor };
        const change =
          makerProbability(DEFAULT_MAKER_MODEL, more) - makerProbability(DEFAULT_MAKER_MODEL, drawn);
        expect(change * direction).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
