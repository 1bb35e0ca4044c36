import type { MakerProbabilityModel, MakerTerm } from '@org/simulator';

/** The source file that holds a fitted model, formatted as the rest of the project is. */
export function modelSource({ horizonMs, intercept, terms }: MakerProbabilityModel): string {
  return `import type { MakerProbabilityModel } from './maker-probability.ts';

/**
 * Fitted on orders that were never sent, into 345 seconds of BTCUSDT on Binance's spot market in the last minutes of
 * 2024-08-08, and judged on the 306 seconds after. How, and how well it does: docs/models.md. The spread was one tick nearly
 * all the time, so that nothing was learnt about it and it counts as nothing.
 *
 * Written by tools/fit-maker-probability. Another market needs a fit of its own.
 */
export const DEFAULT_MAKER_MODEL: MakerProbabilityModel = {
  horizonMs: ${written(horizonMs)},
  intercept: ${intercept},
  terms: {
    spreadTicks: ${termSource(terms.spreadTicks)},
    depthAheadQuote: ${termSource(terms.depthAheadQuote)},
    depthAgainstQuote: ${termSource(terms.depthAgainstQuote)},
    volatilityBps: ${termSource(terms.volatilityBps)},
    sizeQuote: ${termSource(terms.sizeQuote)},
  },
};
`;
}

function termSource({ coefficient, mean, deviation, least, most }: MakerTerm): string {
  return `{
      coefficient: ${coefficient},
      mean: ${mean},
      deviation: ${deviation},
      least: ${least},
      most: ${most},
    }`;
}

/** Thousands apart. */
function written(whole: number): string {
  return whole.toLocaleString('en').replaceAll(',', '_');
}
