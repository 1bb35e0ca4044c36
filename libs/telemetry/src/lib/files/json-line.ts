import type { LogEntry } from '../log-entry.ts';

const OWN = ['time', 'level', 'message'];

/**
 * An entry as one line of JSON: `time` (ISO 8601, UTC), `level`, `message`, then its fields. A field that is called
 * like one of the three gets an underscore behind its name.
 */
export function jsonLine({ level, message, timeMs, fields }: LogEntry): string {
  const own = { time: new Date(timeMs).toISOString(), level, message };
  const rest = Object.entries(fields).map(([name, value]) => [OWN.includes(name) ? `${name}_` : name, value]);
  return `${JSON.stringify({ ...own, ...Object.fromEntries(rest) })}\n`;
}
