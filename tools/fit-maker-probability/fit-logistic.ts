import { OnestepError } from '@org/domain';
import { dot, solve } from './solve.ts';

/** One observation: what explains it, and whether it came true. */
export interface Observation {
  /** As many in every observation, best of mean 0 and deviation 1, since the ridge treats them alike. */
  readonly x: readonly number[];
  readonly isTrue: boolean;
}

/** Log-odds = intercept + Σ coefficient · x. */
export interface LogisticFit {
  readonly intercept: number;
  readonly coefficients: readonly number[];
}

const MOST_ROUNDS = 100;
const CLOSE = 1e-12;

/**
 * The logistic regression with the greatest likelihood less ½ `ridge` Σ coefficient², by Newton's method, whose steps are
 * halved while they would make it worse. The intercept is not held back.
 *
 * Source: T. Hastie, R. Tibshirani and J. Friedman, "The Elements of Statistical Learning", 2nd edition (2009), section
 * 4.4.1 (iteratively reweighted least squares), with the penalty of S. le Cessie and J. C. van Houwelingen, "Ridge
 * estimators in logistic regression", Applied Statistics 41 (1992).
 *
 * @throws OnestepError `fit-one-sided` where all observations came out alike
 */
export function fitLogistic(observations: readonly Observation[], ridge: number): LogisticFit {
  const share = observations.filter(({ isTrue }) => isTrue).length / observations.length;
  if (!(share > 0 && share < 1)) {
    throw new OnestepError('fit-one-sided', { what: 'a fit needs observations of both kinds' });
  }
  const rows = observations.map(({ x, isTrue }) => ({ x: [1, ...x], y: Number(isTrue) }));
  const width = rows[0]?.x.length ?? 0;
  let weights: readonly number[] = Array.from({ length: width }, (_, at) =>
    at === 0 ? Math.log(share / (1 - share)) : 0,
  );
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = better(rows, ridge, weights, newtonStep(rows, ridge, weights));
    const moved = Math.max(...next.map((weight, at) => Math.abs(weight - (weights[at] ?? NaN))));
    weights = next;
    if (moved < CLOSE) break;
  }
  const [intercept = NaN, ...coefficients] = weights;
  return { intercept, coefficients };
}

interface Row {
  readonly x: readonly number[];
  readonly y: number;
}

/** Solves (XᵀWX + ridge)·step = Xᵀ(y − p) − ridge·weights. */
function newtonStep(rows: readonly Row[], ridge: number, weights: readonly number[]): readonly number[] {
  const seen = rows.map((row) => {
    const p = 1 / (1 + Math.exp(-dot(row.x, weights)));
    return { x: row.x, error: row.y - p, weight: p * (1 - p) };
  });
  const sum = (of: (row: (typeof seen)[number]) => number) => seen.reduce((total, row) => total + of(row), 0);
  const column = (x: readonly number[], at: number) => x[at] ?? NaN;
  const penalty = (at: number) => (at === 0 ? 0 : ridge);
  return solve(
    weights.map((weight, i) => [
      ...weights.map(
        (_, j) => sum((row) => row.weight * column(row.x, i) * column(row.x, j)) + (i === j ? penalty(i) : 0),
      ),
      sum((row) => row.error * column(row.x, i)) - penalty(i) * weight,
    ]),
  );
}

/** The weights a whole step on, or the half, quarter … of it, where they are no worse. */
function better(
  rows: readonly Row[],
  ridge: number,
  weights: readonly number[],
  step: readonly number[],
): readonly number[] {
  const before = loss(rows, ridge, weights);
  for (let part = 1; part > CLOSE; part /= 2) {
    const moved = weights.map((weight, at) => weight + part * (step[at] ?? NaN));
    if (loss(rows, ridge, moved) <= before) return moved;
  }
  return weights;
}

function loss(rows: readonly Row[], ridge: number, weights: readonly number[]): number {
  const penalty = weights.slice(1).reduce((sum, weight) => sum + (ridge * weight * weight) / 2, 0);
  return rows.reduce((sum, { x, y }) => {
    const score = dot(x, weights);
    // ln(1 + e^score) − y·score, without overflow.
    return sum + Math.max(score, 0) + Math.log1p(Math.exp(-Math.abs(score))) - y * score;
  }, penalty);
}
