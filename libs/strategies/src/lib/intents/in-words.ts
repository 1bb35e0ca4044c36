const DECIMALS = 4;
const SCALE = 10 ** DECIMALS;
/** Below this a scaled number is a small integer, which becomes text several times faster than a fraction does. */
const MOST = 2 ** 31 / SCALE;

/** A number as a reason shows it: four decimals where it has a whole part, else seven significant digits. */
export function inWords(value: number): string {
  const size = Math.abs(value);
  if (!(size >= 1 && size < MOST)) return String(Number(value.toPrecision(7)));
  const scaled = Math.round(size * SCALE);
  const digits = String(scaled);
  const point = digits.length - DECIMALS;
  let end = digits.length;
  while (end > point && digits.charCodeAt(end - 1) === ZERO) end -= 1;
  const text =
    end === point ? digits.slice(0, point) : `${digits.slice(0, point)}.${digits.slice(point, end)}`;
  return value < 0 ? `-${text}` : text;
}

const ZERO = 48;
