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
  const state: Stop = memory.fields({ side: 0, stop: 0, extreme: 0, speed: 0, high: NaN, low: NaN });
  return (high, low) => {
    const { high: lastHigh, low: lastLow } = state;
    state.high = high;
    state.low = low;
    if (lastHigh !== lastHigh) return NaN;
    if (state.side !== 0) return moveOn(state, settings, lastHigh, lastLow);
    begin(state, settings, lastHigh, lastLow);
    return moveOn(state, settings, high, low);
  };
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
