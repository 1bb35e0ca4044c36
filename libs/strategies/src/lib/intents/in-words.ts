const DECIMALS = 4;
const SCALE = 10 ** DECIMALS;
/** Below this a scaled number is a small integer, which is taken apart several times faster than a fraction. */
const MOST = 2 ** 31 / SCALE;

/** A number as a reason shows it: four decimals where it has a whole part, else seven significant digits. */
export function inWords(value: number): string {
  const size = Math.abs(value);
  if (!(size >= 1 && size < MOST)) return String(Number(value.toPrecision(7)));
  const scaled = Math.round(size * SCALE);
  // A remainder of two doubles takes longer than all the rest.
  const whole = Math.floor(scaled / SCALE);
  const text = `${whole}` + afterPoint(scaled - whole * SCALE);
  return value < 0 ? `-${text}` : text;
}

/** Made when first asked for: prices repeat their decimals, and a text that is there takes a fifth of the time. */
const AFTER_POINT: (string | undefined)[] = new Array<undefined>(SCALE).fill(undefined);

/** The point and the decimals without needless zeros; nothing for none. */
function afterPoint(decimals: number): string {
  return (AFTER_POINT[decimals] ??= decimals === 0 ? '' : `.${withoutZeros(decimals)}`);
}

function withoutZeros(decimals: number): string {
  return String(decimals).padStart(DECIMALS, '0').replace(/0+$/, '');
}
