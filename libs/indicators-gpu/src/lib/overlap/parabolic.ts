import type { Memory } from '../indicator/memory.ts';

/** How a parabolic stop speeds up in one direction: where it begins, by how much it grows, where it ends. */
export interface Acceleration {
  readonly start: number;
  readonly growth: number;
  readonly limit: number;
}

/** All that sets Wilder's parabolic stop and reverse. */
export interface ParabolicSettings {
  readonly long: Acceleration;
  readonly short: Acceleration;
  /** 0 reads the first direction off the first two bars; otherwise the first stop, negative for a short one. */
  readonly startValue: number;
  /** The share of the price by which the stop is moved away when it reverses. */
  readonly offsetOnReverse: number;
}

interface Stop {
  side: number;
  stop: number;
  extreme: number;
  speed: number;
  high: number;
  low: number;
}

/**
 * Wilder's parabolic stop, TA-Lib's way, one bar at a time: positive while long, negative while short, NaN at the
 * first bar.
 */
export function parabolic(
  memory: Memory,
  settings: ParabolicSettings,
): (high: number, low: number) => number {
  const at = memory.claim(0, 0, 0, 0, NaN, NaN);
  const state: Stop = { side: 0.5, stop: 0.5, extreme: 0.5, speed: 0.5, high: 0.5, low: 0.5 };
  return (high, low) => {
    const { cells, base } = memory;
    const lastHigh = cells[base + at + 4]!;
    const lastLow = cells[base + at + 5]!;
    cells[base + at + 4] = high;
    cells[base + at + 5] = low;
    if (lastHigh !== lastHigh) return NaN;
    recall(state, cells, base + at);
    const isNew = state.side === 0;
    if (isNew) begin(state, settings, lastHigh, lastLow);
    const shown = isNew ? moveOn(state, settings, high, low) : moveOn(state, settings, lastHigh, lastLow);
    remember(state, cells, base + at);
    return shown;
  };
}

/** The stop is moved as an object, which reads better, and kept as cells. */
function recall(state: Stop, cells: Float64Array, at: number): void {
  state.side = cells[at]!;
  state.stop = cells[at + 1]!;
  state.extreme = cells[at + 2]!;
  state.speed = cells[at + 3]!;
  state.high = cells[at + 4]!;
  state.low = cells[at + 5]!;
}

function remember({ side, stop, extreme, speed }: Stop, cells: Float64Array, at: number): void {
  cells[at] = side;
  cells[at + 1] = stop;
  cells[at + 2] = extreme;
  cells[at + 3] = speed;
}

function begin(state: Stop, settings: ParabolicSettings, lastHigh: number, lastLow: number): void {
  const fell = lastLow - state.low;
  const isShort =
    settings.startValue === 0 ? fell > 0 && state.high - lastHigh < fell : settings.startValue < 0;
  state.side = isShort ? -1 : 1;
  state.extreme = isShort ? state.low : state.high;
  state.stop = isShort ? lastHigh : lastLow;
  if (settings.startValue !== 0) state.stop = Math.abs(settings.startValue);
  state.speed = paceOf(state, settings).start;
}

/** The stop for this bar, and the one for the next made ready. */
function moveOn(state: Stop, settings: ParabolicSettings, lastHigh: number, lastLow: number): number {
  if (isHit(state)) return reverse(state, settings, lastHigh, lastLow);
  const shown = state.side * state.stop;
  const reached = state.side > 0 ? state.high : state.low;
  if (state.side * reached > state.side * state.extreme) {
    const { growth, limit } = paceOf(state, settings);
    state.extreme = reached;
    state.speed = Math.min(state.speed + growth, limit);
  }
  approach(state, lastHigh, lastLow);
  return shown;
}

function reverse(state: Stop, settings: ParabolicSettings, lastHigh: number, lastLow: number): number {
  state.side = -state.side;
  state.stop = state.extreme;
  keepOutside(state, lastHigh, lastLow);
  state.stop -= state.side * state.stop * settings.offsetOnReverse;
  const shown = state.side * state.stop;
  state.speed = paceOf(state, settings).start;
  state.extreme = state.side > 0 ? state.high : state.low;
  approach(state, lastHigh, lastLow);
  return shown;
}

function approach(state: Stop, lastHigh: number, lastLow: number): void {
  state.stop += state.speed * (state.extreme - state.stop);
  keepOutside(state, lastHigh, lastLow);
}

/** A stop never stands inside the range of this bar or the one before. */
function keepOutside(state: Stop, lastHigh: number, lastLow: number): void {
  if (state.side > 0) state.stop = Math.min(state.stop, lastLow, state.low);
  else state.stop = Math.max(state.stop, lastHigh, state.high);
}

const isHit = ({ side, stop, high, low }: Stop): boolean => (side > 0 ? low <= stop : high >= stop);

const paceOf = ({ side }: Stop, settings: ParabolicSettings): Acceleration =>
  side > 0 ? settings.long : settings.short;
