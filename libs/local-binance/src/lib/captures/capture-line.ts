/** A line of a capture: when it was received, what was asked for, and the exchange's message. */
export interface CaptureLine {
  /** By the recorder's clock, ms UTC; null where the line does not say. */
  readonly receivedAt: number | null;
  /** Of the address that was asked, where the line names one. */
  readonly symbol: string | null;
  readonly message: unknown;
}

export type ReadLine =
  | { readonly kind: 'line'; readonly line: CaptureLine }
  /** Nothing of the exchange's: blank, or the recorder's own words. */
  | { readonly kind: 'other' }
  | { readonly kind: 'bad'; readonly what: string };

const NANOSECONDS = /^(\d{19}) $/;
const SECONDS = /(\d{10}(?:\.\d+)?): $/;
const SYMBOL = /[?&]symbol=([^&\s]+)/;

/**
 * Reads a line of a capture: `<local ns> <json>`, or `<local s>: <json>`, the latter also behind
 * `<address asked> -> ` for answers of REST.
 */
export function readCaptureLine(text: string): ReadLine {
  const start = text.indexOf('{');
  const prefix = start === -1 ? text : text.slice(0, start);
  const received = receivedAt(prefix);
  if (start === -1 || (received === null && prefix !== '')) {
    return received === null ? { kind: 'other' } : { kind: 'bad', what: 'a time without a message' };
  }
  try {
    const message: unknown = JSON.parse(text.slice(start));
    const symbol = SYMBOL.exec(prefix)?.[1] ?? null;
    return { kind: 'line', line: { receivedAt: received, symbol, message } };
  } catch {
    return { kind: 'bad', what: 'a message that is no JSON, or was cut off' };
  }
}

function receivedAt(prefix: string): number | null {
  const nanoseconds = NANOSECONDS.exec(prefix)?.[1];
  if (nanoseconds !== undefined) return Number(nanoseconds.slice(0, 13));
  const seconds = SECONDS.exec(prefix)?.[1];
  return seconds === undefined ? null : Math.floor(Number(seconds) * 1000);
}
