/**
 * Times this, how much further a bar reaches up than down is between -1 and 1: rounded up it says whether it reaches further up,
 * rounded down whether it reaches further down. A comparison would have to be made a number, on a long way. It holds for prices
 * and moves that are less than `widest`. A difference below 1e-223, which prices of any use never have, counts as none.
 */
export const tiny = 1e-100;
export const widest = 1e96;

/**
 * Twice the move of a bar: above zero where it reaches further up than down beyond the bar before, below zero where it
 * reaches further down, and zero where it does neither. Not a number where a price is none.
 */
export function directedMove(higher: number, lower: number): number {
  const lead = (higher - lower) * tiny;
  if (lead > 0) return Math.abs(higher) + higher;
  return lead < 0 ? -(Math.abs(lower) + lower) : lead;
}
