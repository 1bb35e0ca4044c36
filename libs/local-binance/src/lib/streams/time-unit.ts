/** What times are told in. */
export type TimeUnit = 'MILLISECOND' | 'MICROSECOND';

/** Writes a time, given in ms UTC, in the unit that a client has chosen. */
export type TellTime = (timeMs: number) => number;

export function timeIn(unit: TimeUnit): TellTime {
  return unit === 'MILLISECOND' ? (timeMs) => timeMs : (timeMs) => timeMs * 1000;
}
