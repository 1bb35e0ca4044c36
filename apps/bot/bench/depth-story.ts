import type { DepthLevels } from '@org/domain';

/** A message of 20 bids and 20 asks. */
export interface Message {
  readonly bids: DepthLevels;
  readonly asks: DepthLevels;
}

/** Of every story here. */
export const SEED = 7;

const LEVELS = 20;
const FIRST_MIDDLE = 6_000_000;
/** How far from the middle half of the changes are, in ticks. */
const NEARNESS = 400;

/** A linear congruential generator (Knuth, MMIX), cut to 32 bits: the same story on every machine. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Changes of a market that wanders by up to 2 ticks a message. They are the nearer to its middle the more there are of
 * them, half of them remove a level, and what the middle has passed over is removed, so that no book of them is crossed.
 */
export function depthStory(messages: number, seed: number): readonly Message[] {
  const next = numbersFrom(seed);
  let middle = FIRST_MIDDLE;
  return Array.from({ length: messages }, () => {
    const before = middle;
    middle += Math.floor(next() * 5) - 2;
    return { bids: side(-1, before, middle, next), asks: side(1, before, middle, next) };
  });
}

function side(sign: 1 | -1, before: number, middle: number, next: () => number): DepthLevels {
  const ticks = new Float64Array(LEVELS);
  const quantities = new Float64Array(LEVELS);
  for (let i = 0; i < LEVELS; i++) {
    const passed = before + sign * (i + 1);
    const isPassed = sign * (middle - passed) >= 0;
    ticks[i] = isPassed ? passed : middle + sign * (1 + Math.floor(-NEARNESS * Math.log2(1 - next())));
    quantities[i] = isPassed || next() < 0.5 ? 0 : 1 + Math.floor(next() * 1000);
  }
  return { count: LEVELS, ticks, quantities };
}
