const PAIR = 100;
/** Below this a whole number is a small integer, which is taken apart several times faster than a fraction. */
const MOST = 2 ** 31;
const FIRST = Array.from({ length: PAIR }, (_, pair) => String(pair));
const NEXT = FIRST.map((digits) => digits.padStart(2, '0'));

/**
 * A whole number in digits, as a template writes it, put together two at a time. What the language makes itself it keeps in
 * a large table: for numbers that hardly ever come again, such as those of orders, a place in memory that is not at hand,
 * and a text that outlives its use.
 */
export function wholeText(whole: number): string {
  if (!(whole >= 0 && whole < MOST)) return String(whole);
  if (whole < PAIR) return FIRST[whole] ?? '';
  const first = Math.floor(whole / PAIR);
  return wholeText(first) + (NEXT[whole - first * PAIR] ?? '');
}
