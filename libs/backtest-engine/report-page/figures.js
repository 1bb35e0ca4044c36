const MINUS = '\u2212';

/**
 * A number with grouped thousands: `12,345.68`.
 *
 * @param {number} value
 * @param {number} decimals
 */
function grouped(value, decimals) {
  const text = Math.abs(value).toFixed(decimals);
  const [whole = '0', fraction] = text.split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = value < 0 && /[1-9]/.test(text) ? MINUS : '';
  return fraction === undefined ? sign + digits : `${sign}${digits}.${fraction}`;
}

/**
 * A number with as many decimals as its step has, and no needless zeros.
 *
 * @param {number} value
 * @param {number} step
 */
function stepped(value, step) {
  const text = grouped(value, decimalsOf(step));
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** @param {number} step */
function decimalsOf(step) {
  return Math.max(0, Math.min(12, Math.ceil(-Math.log10(step) - 1e-9)));
}

/** @param {number} value */
function signedPercent(value) {
  const text = grouped(value * 100, 2);
  return `${value > 0 && /[1-9]/.test(text) ? '+' : ''}${text}%`;
}

/** @param {number} time ms UTC */
function utcMinute(time) {
  return new Date(time).toISOString().slice(0, 16).replace('T', ' ');
}

/** @param {number} ms */
function duration(ms) {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 60) return `${minutes} min`;
  return minutes < 48 * 60 ? `${grouped(minutes / 60, 1)} h` : `${grouped(minutes / 1440, 1)} d`;
}

/** @param {number} direction */
function tone(direction) {
  if (direction === 0) return 'even';
  return direction > 0 ? 'gain' : 'loss';
}
