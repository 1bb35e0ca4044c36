import type { LogEntry } from '../log-entry.ts';
import type { LogLevel } from '../logger.ts';

const COLOURS = { error: 31, warn: 33, info: 32, debug: 90 } as const satisfies Record<LogLevel, number>;

/** An entry as one short line for a person: time of day (UTC), level, message, fields as `name=value`. */
export function terminalLine({ level, message, timeMs, fields }: LogEntry, coloured: boolean): string {
  const time = new Date(timeMs).toISOString().slice(11, 19);
  const word = level.padEnd(5);
  const shown = coloured ? `\u001b[${COLOURS[level]}m${word}\u001b[0m` : word;
  const facts = Object.entries(fields).map(([name, value]) => ` ${oneLine(name)}=${brief(value)}`);
  return `${time} ${shown} ${oneLine(message)}${facts.join('')}\n`;
}

/** Of an error a person first wants the message; the rest is in the file. */
function brief(value: unknown): string {
  if (typeof value === 'string') return /^[\w.,:/+-]+$/.test(value) ? value : oneLine(JSON.stringify(value));
  if (typeof value === 'object' && value !== null && 'stack' in value && 'message' in value) {
    return brief(value.message);
  }
  return oneLine(JSON.stringify(value) ?? 'undefined');
}

/** Control characters could move the cursor or fake a line. */
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, (letter) =>
    JSON.stringify(letter)
      .slice(1, -1)
      .replace(/^[^\\]$/u, '?'),
  );
}
