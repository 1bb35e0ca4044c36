/** Bars that a loop goes through at a time: a multiple of those that it takes a turn. */
const blockLength = 4096;
const firstLength = 64;

/**
 * Where the block ends that begins at `from`, when the first began at `start`. The first is short, because an engine that
 * makes code of a loop before it has seen what follows it throws that code away at the end of every block.
 */
export const endOfBlock = (from: number, start: number, length: number): number =>
  Math.min(length, from + (from === start ? firstLength : blockLength));
