import type { Memory } from '../../indicator/memory.ts';

/** What a sliding extreme knows of its window. */
export interface Extreme {
  /** Takes the next value and returns the extreme of the last `period`; NaN until there are as many. */
  next(value: number): number;
  /** The extreme of as many values as there are. */
  best(): number;
  /** Bars since the extreme; of equal ones, since the newest. */
  age(): number;
}

/** The highest of the last `period` values. */
export function highest(memory: Memory, period: number): Extreme {
  return extreme(memory, period, 1);
}

/** The lowest of the last `period` values. */
export function lowest(memory: Memory, period: number): Extreme {
  return extreme(memory, period, -1);
}

/**
 * A queue of candidates, each better than all that came after it: the best stands at the front, and a new value
 * drives out at the back all that it beats. Every value enters and leaves once, so a bar costs the same whatever
 * the period.
 */
function extreme(memory: Memory, period: number, sign: 1 | -1): Extreme {
  const values = memory.cells(period);
  const bars = memory.cells(period);
  const queue = memory.fields({ front: 0, length: 0, seen: 0 });
  const place = (at: number): number => (at >= period ? at - period : at);
  return {
    next: (given) => {
      if (given !== given) return NaN;
      const value = given + 0;
      const bar = queue.seen;
      queue.seen = bar + 1;
      if (queue.length > 0 && bars[queue.front]! <= bar - period) {
        queue.front = place(queue.front + 1);
        queue.length -= 1;
      }
      while (queue.length > 0 && sign * values[place(queue.front + queue.length - 1)]! <= sign * value) {
        queue.length -= 1;
      }
      const back = place(queue.front + queue.length);
      values[back] = value;
      bars[back] = bar;
      queue.length += 1;
      return queue.seen < period ? NaN : values[queue.front]!;
    },
    best: () => values[queue.front]!,
    age: () => queue.seen - 1 - bars[queue.front]!,
  };
}
