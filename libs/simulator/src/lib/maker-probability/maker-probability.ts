import { InputError } from '@org/domain';
import type { MakerFeatures } from './maker-features.ts';

/** How one feature x counts: with coefficient · (ln(1 + x) − mean) / deviation. */
export interface MakerTerm {
  /** Per standard deviation, in log-odds. */
  readonly coefficient: number;
  /** Of ln(1 + x) in the samples of the fit. */
  readonly mean: number;
  readonly deviation: number;
  /** The range of x in those samples: beyond it x counts as its end, since nothing was learnt there. */
  readonly least: number;
  readonly most: number;
}

/** A logistic regression of whether a limit order that rests is filled, all of it, in time. */
export interface MakerProbabilityModel {
  /** In time: so long after it came to rest, in milliseconds. */
  readonly horizonMs: number;
  /** The log-odds of an order with average features. */
  readonly intercept: number;
  readonly terms: Readonly<Record<keyof MakerFeatures, MakerTerm>>;
}

/**
 * The probability that a limit order fills as maker, whole and within the model's horizon: 1 / (1 + e^−s), where s is the
 * intercept and the sum of the terms. The order is one that rests: what crosses the spread is no maker.
 *
 * Source: D. R. Cox, "The regression analysis of binary sequences", Journal of the Royal Statistical Society B 20 (1958);
 * spread, depth, volatility and size as explanations follow A. W. Lo, A. C. MacKinlay and J. Zhang,
 * "Econometric models of limit-order executions", Journal of Financial Economics 65 (2002).
 *
 * @throws InputError `feature-out-of-range` for a feature below 0 or not finite
 */
export function makerProbability(model: MakerProbabilityModel, features: MakerFeatures): number {
  const { terms } = model;
  const score =
    model.intercept +
    termOf(terms.spreadTicks, features.spreadTicks, 'spreadTicks') +
    termOf(terms.depthAheadQuote, features.depthAheadQuote, 'depthAheadQuote') +
    termOf(terms.depthAgainstQuote, features.depthAgainstQuote, 'depthAgainstQuote') +
    termOf(terms.volatilityBps, features.volatilityBps, 'volatilityBps') +
    termOf(terms.sizeQuote, features.sizeQuote, 'sizeQuote');
  return 1 / (1 + Math.exp(-score));
}

function termOf(term: MakerTerm, feature: number, name: keyof MakerFeatures): number {
  if (!(feature >= 0 && feature < Infinity)) throw outOfRange(name, feature);
  const seen = Math.min(term.most, Math.max(term.least, feature));
  return (term.coefficient * (Math.log1p(seen) - term.mean)) / term.deviation;
}

function outOfRange(name: keyof MakerFeatures, found: number): InputError {
  return new InputError('feature-out-of-range', {
    what: `${name} of a limit order is below 0 or no number`,
    found: `${found}`,
    allowed: 'at least 0',
  });
}
