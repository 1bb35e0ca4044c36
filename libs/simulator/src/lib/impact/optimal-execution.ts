import { InputError } from '@org/domain';
import type { ImpactModel } from './impact-model.ts';
import { requirePositive } from './impact-model.ts';

const MOST_STEPS = 1_000_000;
/** Below this the holdings are a straight line to the last digit, and the ratio of sines would be 0/0. */
const STRAIGHT = 1e-9;

/** What is to be traded, in which time, and how much its risk weighs. */
export interface ExecutionTask {
  /** What is to be bought or sold, in base. */
  readonly quantity: number;
  /** The time there is for it, in the model's unit. */
  readonly duration: number;
  /** Into how many equal steps of time it is cut: 1 to 1,000,000. */
  readonly steps: number;
  /** λ: what a unit of variance (quote²) is worth in cost (quote), so in 1/quote; 0 looks at the expected cost alone. */
  readonly riskAversion: number;
}

/** How much is traded when. */
export interface ExecutionSchedule {
  /** One step, in the model's unit of time. */
  readonly stepLength: number;
  /** What is left at the start and after each step: `steps` + 1 numbers, from the quantity down to 0. */
  readonly holdings: readonly number[];
  /** What is traded in each step, in base. */
  readonly trades: readonly number[];
  /** κ: the urgency, per unit of time; after 1/κ about a third is left if the time is long. */
  readonly urgency: number;
}

/**
 * The schedule with the least E + λV of all, by the linear impact model:
 *
 * xⱼ = X sinh(κ(T − tⱼ)) / sinh(κT),  2(cosh κτ − 1)/τ² = λσ² / (η − ½γτ),
 *
 * with τ the step. At λ = 0 this is the straight line.
 *
 * Source: R. Almgren and N. Chriss, "Optimal execution of portfolio transactions", Journal of Risk 3 (2000), section 2
 * ("Explicit construction of optimal strategies"), with the κ of discrete time.
 *
 * @throws InputError `impact-out-of-range` for a task or model outside its ranges; `step-too-long` where η ≤ ½γτ, since
 * then the model has no cost of haste that a schedule could save
 */
export function optimalExecution(model: ImpactModel, task: ExecutionTask): ExecutionSchedule {
  const { quantity, duration, steps } = task;
  requireTask(task);
  const stepLength = duration / steps;
  const urgency = urgencyOf(model, task.riskAversion, stepLength);
  const left = (step: number) => quantity * shareLeft(urgency * duration, step / steps);
  const holdings = Array.from({ length: steps + 1 }, (_, step) => left(step));
  const trades = Array.from({ length: steps }, (_, step) => holdings[step]! - holdings[step + 1]!);
  return { stepLength, holdings, trades, urgency };
}

/** From 2(cosh κτ − 1) = 4 sinh²(κτ/2), which loses no digits where κτ is small and does not overflow where it is large. */
function urgencyOf({ volatility, temporary, permanent }: ImpactModel, riskAversion: number, step: number) {
  requirePositive('volatility', volatility);
  const haste = temporary - (permanent * step) / 2;
  if (!(haste > 0)) throw stepTooLong(temporary, permanent, step);
  return (2 * Math.asinh((step * volatility * Math.sqrt(riskAversion / haste)) / 2)) / step;
}

/** sinh(b(1 − t)) / sinh(b), without the overflow of either. */
function shareLeft(b: number, t: number): number {
  if (b < STRAIGHT) return 1 - t;
  return (Math.exp(-b * t) * Math.expm1(-2 * b * (1 - t))) / Math.expm1(-2 * b);
}

function requireTask({ quantity, duration, steps, riskAversion }: ExecutionTask): void {
  requirePositive('quantity', quantity);
  requirePositive('duration', duration);
  if (!Number.isInteger(steps) || steps < 1 || steps > MOST_STEPS) {
    throw outOfRange('steps are counted', steps, `whole numbers from 1 to ${MOST_STEPS}`);
  }
  if (!(riskAversion >= 0 && Number.isFinite(riskAversion))) {
    throw outOfRange('risk aversion is a weight', riskAversion, 'at least 0');
  }
}

function outOfRange(what: string, found: number, allowed: string): InputError {
  return new InputError('impact-out-of-range', { what, found: `${found}`, allowed });
}

function stepTooLong(temporary: number, permanent: number, step: number): InputError {
  return new InputError('step-too-long', {
    what: 'in a step this long permanent impact outweighs temporary impact',
    found: `a step of ${step} with temporary impact ${temporary}, permanent impact ${permanent}`,
    allowed: `steps below ${(2 * temporary) / permanent}`,
    hint: 'Take more steps, or a model that was measured over steps like these',
  });
}
