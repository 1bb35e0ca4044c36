import { InputError } from '@org/domain';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z?$/;

/**
 * Reads a time in UTC: `2024-01-31`, `2024-01-31T12:00` or milliseconds since 1970.
 *
 * @throws InputError `time-malformed` with the name of the flag or key, for anything else and for days that do not exist.
 */
export function parseTime(text: string, name: string): number {
  const time = /^\d{11,15}$/.test(text) ? Number(text) : parseDate(text);
  if (Number.isFinite(time)) return time;
  throw new InputError('time-malformed', {
    what: `${name} is not a time`,
    found: JSON.stringify(text),
    allowed: 'UTC, such as 2024-01-31, 2024-01-31T12:00, or milliseconds since 1970',
  });
}

function parseDate(text: string): number {
  if (DATE.test(text)) return existing(Date.parse(`${text}T00:00:00Z`), text);
  if (!DATE_TIME.test(text)) return Number.NaN;
  const iso = text.replace(' ', 'T');
  return existing(Date.parse(iso.endsWith('Z') ? iso : `${iso}Z`), text);
}

/** `Date.parse` lets 31 February pass as 2 March: the day must come back as it was written. */
function existing(time: number, text: string): number {
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text.slice(0, 10))
    ? time
    : Number.NaN;
}
