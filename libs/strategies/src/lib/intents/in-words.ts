import { wholeText } from '@org/domain';

const DECIMALS = 4;
const SCALE = 10 ** DECIMALS;
const PAIR = 100;
/** Below this a scaled number is a small integer, which is taken apart several times faster than a fraction. */
const MOST = 2 ** 31 / SCALE;

/** A number as a reason shows it: four decimals where it has a whole part, else seven significant digits. */
export function inWords(value: number): string {
  const size = Math.abs(value);
  if (!(size >= 1 && size < MOST)) return String(Number(value.toPrecision(7)));
  const scaled = Math.round(size * SCALE);
  // A remainder of two doubles takes longer than all the rest.
  const whole = Math.floor(scaled / SCALE);
  const text = wholeText(whole) + afterPoint(scaled - whole * SCALE);
  return value < 0 ? `-${text}` : text;
}

/**
 * Two digits at a time: first and last behind the point, or the only ones there. A text for each of the ten
 * thousand decimals lies too far apart in memory: to fetch it takes longer than to add two of these.
 */
const PAIRS = Array.from({ length: PAIR }, (_, pair) => String(pair).padStart(2, '0'));
const LAST = PAIRS.map(withoutZeros);
const POINT_AND_FIRST = PAIRS.map((pair) => `.${pair}`);
const POINT_AND_ONLY = POINT_AND_FIRST.map(withoutZeros);

/** The point and the decimals without needless zeros; nothing for none. */
function afterPoint(decimals: number): string {
  if (decimals === 0) return '';
  const first = Math.floor(decimals / PAIR);
  const last = decimals - first * PAIR;
  return last === 0 ? textAt(POINT_AND_ONLY, first) : textAt(POINT_AND_FIRST, first) + textAt(LAST, last);
}

function textAt(texts: readonly string[], pair: number): string {
  return texts[pair] ?? '';
}

function withoutZeros(digits: string): string {
  return digits.replace(/0+$/, '');
}
