/**
 * Times this, a difference of two moves is between -1 and 1: rounded up it says whether the first is the larger one, rounded
 * down whether the second is. A comparison would have to be made a number, on a long way. It holds for moves that are less
 * than `widest`. A difference below 1e-224, which prices of any use never have, counts as none.
 */
export const tiny = 1e-100;
export const widest = 1e99;

/**
 * Twice the move of a bar: above zero where it reaches further up than down beyond the bar before, below zero where it
 * reaches further down, and zero where it does neither. Not a number where a price is none.
 */
export function directedMove(higher: number, lower: number): number {
  const rise = twiceAbove(higher);
  const fall = twiceAbove(lower);
  const lead = (rise - fall) * tiny;
  if (lead > 0) return rise;
  return lead < 0 ? -fall : lead;
}

/** Twice what is above zero. */
export const twiceAbove = (value: number): number => Math.abs(value) + value;
