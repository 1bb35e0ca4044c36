import type { MakerProbabilityModel } from './maker-probability.ts';

/**
 * Fitted on orders that were never sent, into 345 seconds of BTCUSDT on Binance's spot market in the last minutes of
 * 2024-08-08, and judged on the 306 seconds after. How, and how well it does: docs/models.md. The spread was one tick nearly
 * all the time, so that nothing was learnt about it and it counts as nothing.
 *
 * Written by tools/fit-maker-probability. Another market needs a fit of its own.
 */
export const DEFAULT_MAKER_MODEL: MakerProbabilityModel = {
  horizonMs: 10_000,
  intercept: 0.344974,
  terms: {
    spreadTicks: {
      coefficient: 0,
      mean: 0.693147,
      deviation: 1,
      least: 1,
      most: 1,
    },
    depthAheadQuote: {
      coefficient: -0.55929,
      mean: 11.477975,
      deviation: 1.260629,
      least: 1165.665627,
      most: 562588.487535,
    },
    depthAgainstQuote: {
      coefficient: 0.104812,
      mean: 11.335184,
      deviation: 1.302447,
      least: 905.876331,
      most: 405213.880352,
    },
    volatilityBps: {
      coefficient: 0.159665,
      mean: 1.188565,
      deviation: 0.541582,
      least: 0,
      most: 8.286804,
    },
    sizeQuote: {
      coefficient: -0.187418,
      mean: 6.458162,
      deviation: 2.625285,
      least: 6.791545,
      most: 55224.024718,
    },
  },
};
