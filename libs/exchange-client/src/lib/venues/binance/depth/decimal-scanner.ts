import type { Decimal } from '@org/domain';

const ZERO = 48;
const NINE = 57;
const POINT = 46;
const QUOTE = 34;

const POWERS_OF_TEN = Array.from({ length: 23 }, (_, decimals) => 10 ** decimals);

/** A byte, and 0, which is in no message, behind the last. */
export function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

/** Reads quoted prices such as `"61837.64000000"` as whole ticks of a market, straight from the bytes. */
export class TickScanner {
  readonly #decimals: number;
  readonly #unitsPerTick: number;

  constructor(tick: Decimal) {
    this.#decimals = tick.decimals;
    this.#unitsPerTick = Number(tick.units);
  }

  /**
   * Reads the decimal whose first digit is at `start` into `into[slot]`. Gives the place of the quote behind it, or -1
   * for what is not a plain decimal, lies between two ticks, or is too large to be counted exactly.
   */
  scan(bytes: Uint8Array, start: number, into: Float64Array, slot: number): number {
    let at = start;
    let units = 0;
    let byte = byteAt(bytes, at);
    while (byte >= ZERO && byte <= NINE) {
      units = units * 10 + (byte - ZERO);
      byte = byteAt(bytes, ++at);
    }
    if (at === start) return -1;
    let missing = this.#decimals;
    if (byte === POINT) {
      const point = at;
      byte = byteAt(bytes, ++at);
      while (missing > 0 && byte >= ZERO && byte <= NINE) {
        units = units * 10 + (byte - ZERO);
        byte = byteAt(bytes, ++at);
        missing--;
      }
      while (byte === ZERO) byte = byteAt(bytes, ++at);
      if (at === point + 1) return -1;
    }
    for (; missing > 0; missing--) units *= 10;
    if (byte !== QUOTE || units > Number.MAX_SAFE_INTEGER) return -1;
    const ticks = units / this.#unitsPerTick;
    if (ticks !== Math.floor(ticks)) return -1;
    into[slot] = ticks;
    return at;
  }
}

/**
 * Reads a quoted quantity as the double that `Number` makes of it: up to 2^53 the digits are exact, and dividing by a
 * power of ten rounds once. Gives the place of the quote behind it, or -1 for what is not a plain decimal or has more
 * digits than a double.
 */
export function scanQuantity(bytes: Uint8Array, start: number, into: Float64Array, slot: number): number {
  let at = start;
  let units = 0;
  let byte = byteAt(bytes, at);
  while (byte >= ZERO && byte <= NINE) {
    units = units * 10 + (byte - ZERO);
    byte = byteAt(bytes, ++at);
  }
  if (at === start) return -1;
  let decimals = 0;
  if (byte === POINT) {
    const point = at;
    byte = byteAt(bytes, ++at);
    for (let zeros = 0; byte >= ZERO && byte <= NINE; byte = byteAt(bytes, ++at)) {
      zeros++;
      if (byte === ZERO) continue;
      units = units * (POWERS_OF_TEN[zeros] ?? NaN) + (byte - ZERO);
      decimals += zeros;
      zeros = 0;
    }
    if (at === point + 1) return -1;
  }
  const scale = POWERS_OF_TEN[decimals];
  if (byte !== QUOTE || scale === undefined || !(units <= Number.MAX_SAFE_INTEGER)) return -1;
  into[slot] = units / scale;
  return at;
}
