import type { MakerFeatures, MakerProbabilityModel, MakerTerm } from '@org/simulator';
import { fitLogistic } from './fit-logistic.ts';
import type { Sample } from './sample.ts';

const RIDGE = 1;
const DECIMALS = 6;
const OUTERMOST = 0.01;

/**
 * The model that explains best which of the samples were filled. Its numbers are rounded to six decimals, so that what is
 * written down is what was judged.
 *
 * @throws OnestepError `fit-one-sided` where all samples came out alike
 */
export function fitModel(samples: readonly Sample[], horizonMs: number): MakerProbabilityModel {
  const scales = {
    spreadTicks: scaleOf(samples, 'spreadTicks'),
    depthAheadQuote: scaleOf(samples, 'depthAheadQuote'),
    depthAgainstQuote: scaleOf(samples, 'depthAgainstQuote'),
    volatilityBps: scaleOf(samples, 'volatilityBps'),
    sizeQuote: scaleOf(samples, 'sizeQuote'),
  };
  const observations = samples.map(({ features, isFilled }) => ({
    x: [
      standard(scales.spreadTicks, features.spreadTicks),
      standard(scales.depthAheadQuote, features.depthAheadQuote),
      standard(scales.depthAgainstQuote, features.depthAgainstQuote),
      standard(scales.volatilityBps, features.volatilityBps),
      standard(scales.sizeQuote, features.sizeQuote),
    ],
    isTrue: isFilled,
  }));
  const { intercept, coefficients } = fitLogistic(observations, RIDGE);
  const [spread = NaN, ahead = NaN, against = NaN, volatility = NaN, size = NaN] = coefficients;
  return {
    horizonMs,
    intercept: rounded(intercept),
    terms: {
      spreadTicks: { coefficient: rounded(spread), ...scales.spreadTicks },
      depthAheadQuote: { coefficient: rounded(ahead), ...scales.depthAheadQuote },
      depthAgainstQuote: { coefficient: rounded(against), ...scales.depthAgainstQuote },
      volatilityBps: { coefficient: rounded(volatility), ...scales.volatilityBps },
      sizeQuote: { coefficient: rounded(size), ...scales.sizeQuote },
    },
  };
}

type Scale = Omit<MakerTerm, 'coefficient'>;

/**
 * The scale on which a feature counts. Its range ends where the outermost hundredth begins: what was seen that rarely
 * would decide alone how everything beyond counts. A feature without deviation gets 1 in its place, and counts as nothing.
 */
function scaleOf(samples: readonly Sample[], name: keyof MakerFeatures): Scale {
  const sorted = samples.map(({ features }) => features[name]).toSorted((a, b) => a - b);
  const least = rounded(sorted.at(Math.floor(OUTERMOST * sorted.length)) ?? NaN);
  const most = rounded(sorted.at(-1 - Math.floor(OUTERMOST * sorted.length)) ?? NaN);
  const logs = sorted.map((value) => Math.log1p(within(least, most, value)));
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / logs.length;
  return { mean: rounded(mean), deviation: rounded(Math.sqrt(variance)) || 1, least, most };
}

function standard({ mean, deviation, least, most }: Scale, value: number): number {
  return (Math.log1p(within(least, most, value)) - mean) / deviation;
}

function within(least: number, most: number, value: number): number {
  return Math.min(most, Math.max(least, value));
}

/** Adding 0 makes the 0 below 0 a plain one. */
function rounded(value: number): number {
  return Number(value.toFixed(DECIMALS)) + 0;
}
