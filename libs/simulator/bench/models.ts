import {
  atVolatility,
  DEFAULT_MAKER_MODEL,
  executionCost,
  makerProbability,
  permanentImpact,
  SeededRng,
  temporaryImpact,
} from '../src/index.ts';
import type { ImpactModel, MakerFeatures } from '../src/index.ts';
import type { Target } from './target.ts';

/** One for each that is right. */
const each = (count: number) => count;

/** What a simulation that asks the models for every order pays for it. */
export const MODEL_TARGETS: readonly Target[] = [
  { name: 'impact of a trade', count: 5_000_000, most: 1_000, answer: impactSum, prepare: impact },
  { name: 'impact of a schedule of ten', count: 500_000, most: 1_000, answer: each, prepare: schedule },
  { name: 'probability of a fill', count: 2_000_000, most: 1_000, answer: each, prepare: probability },
];

/** Powers of two, so that sums are exact. */
const REFERENCE: ImpactModel = {
  volatility: 1,
  fixedCost: 0.5,
  temporary: 2 ** -10,
  permanent: 2 ** -12,
};

/** Scaled to twice the volatility, ½ + 2i/2¹⁰ + 2i/2¹² for i = 1 … count. */
function impactSum(count: number): number {
  return count / 2 + ((count * (count + 1)) / 2) * (2 ** -9 + 2 ** -11);
}

function impact(count: number): () => number {
  return () => {
    let sum = 0;
    for (let i = 1; i <= count; i++) {
      const model = atVolatility(REFERENCE, 2);
      sum += temporaryImpact(model, i) + permanentImpact(model, i);
    }
    return sum;
  };
}

/** Ten trades of 1 cost ½γ10² + 10ε + (η − ½γ)10. */
function schedule(count: number): () => number {
  const trades: readonly number[] = Array<number>(10).fill(1);
  const cost = 50 * 2 ** -12 + 5 + (2 ** -10 - 2 ** -13) * 10;
  return () => {
    let right = 0;
    for (let i = 0; i < count; i++) if (executionCost(REFERENCE, trades, 1).expected === cost) right++;
    return right;
  };
}

/** Markets and orders of a seed; the formula, written out once more, says what each must give. */
function probability(count: number): () => number {
  const rng = new SeededRng(7);
  const cases = Array.from({ length: 1_024 }, () => {
    const features = {
      spreadTicks: 1 + Math.floor(rng.uniform() * 5),
      depthAheadQuote: rng.uniform() * 1e6,
      depthAgainstQuote: rng.uniform() * 1e6,
      volatilityBps: rng.uniform() * 10,
      sizeQuote: rng.uniform() * 1e5,
    };
    return { features, expected: written(features) };
  });
  return () => {
    let right = 0;
    for (let i = 0; i < count; i++) {
      const { features, expected } = cases[i & 1_023]!;
      if (Math.abs(makerProbability(DEFAULT_MAKER_MODEL, features) - expected) < 1e-12) right++;
    }
    return right;
  };
}

function written(features: MakerFeatures): number {
  const { intercept, terms } = DEFAULT_MAKER_MODEL;
  const names = [
    'spreadTicks',
    'depthAheadQuote',
    'depthAgainstQuote',
    'volatilityBps',
    'sizeQuote',
  ] as const;
  const score = names.reduce((sum, name) => {
    const { coefficient, mean, deviation, least, most } = terms[name];
    const seen = Math.max(least, Math.min(most, features[name]));
    return sum + (coefficient * (Math.log1p(seen) - mean)) / deviation;
  }, intercept);
  return 1 / (1 + Math.exp(-score));
}
