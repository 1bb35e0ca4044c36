import type { StatisticUnit } from '../statistics/statistic-notes.ts';

/** What stands where a figure is undefined. */
export const UNDEFINED_FIGURE = '–';

const MINUS = '\u2212';

/** A number with grouped thousands, the same on every machine: 12345.678 with 2 decimals is `12,345.68`. */
export function grouped(value: number, decimals: number): string {
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const text = fraction === undefined ? digits : `${digits}.${fraction}`;
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}

/** A fraction as percent: 0.1234 is `12.34%`. */
export function percent(value: number, decimals = 2): string {
  return `${grouped(value * 100, decimals)}%`;
}

/** A fraction as percent that says its direction: 0.1234 is `+12.34%`. */
export function signedPercent(value: number, decimals = 2): string {
  const text = percent(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** The UTC day of a time in ms: `2024-01-31`. */
export function utcDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** The UTC minute of a time in ms: `2024-01-31 13:05`. */
export function utcMinute(time: number): string {
  return new Date(time).toISOString().slice(0, 16).replace('T', ' ');
}

/** A statistic as a reader sees it; `–` where it is undefined. */
export function figure(value: number | null, unit: StatisticUnit): string {
  if (value === null) return UNDEFINED_FIGURE;
  switch (unit) {
    case 'rate':
      return percent(value);
    case 'change':
      return signedPercent(value);
    case 'ratio':
    case 'money':
      return grouped(value, 2);
    case 'time':
      return utcMinute(value);
    case 'days':
      return `${grouped(value, 1)} days`;
    case 'hours':
      return value >= 48 ? `${grouped(value / 24, 1)} days` : `${grouped(value, 1)} hours`;
    case 'count':
      return grouped(value, 0);
  }
}
