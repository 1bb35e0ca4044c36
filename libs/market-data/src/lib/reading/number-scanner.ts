import { InputError } from '@org/domain';
import { excerpt } from './candle-layout.ts';

export const COMMA = 44;
export const NEWLINE = 10;
const RETURN = 13;
const POINT = 46;
const ZERO = 48;
const NINE = 57;

/** Powers of ten that a double holds exactly. */
const POWERS = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const DECIMAL = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/**
 * Reads numbers between commas and newlines straight from bytes. Every value equals `Number(text)`: where the digits
 * are a safe integer and the power of ten is exact, one division rounds correctly; the rest goes through text.
 */
export class NumberScanner {
  /** The byte that comes next. */
  at: number;
  /** The line it is in, counted from 1; who steps over a newline counts it. */
  line: number;

  readonly bytes: Uint8Array;
  readonly #path: string;

  constructor(path: string, bytes: Uint8Array, at: number, line: number) {
    this.#path = path;
    this.bytes = bytes;
    this.at = at;
    this.line = line;
  }

  /**
   * Reads one number and stops at the comma, newline or end behind it.
   *
   * @throws InputError `number-malformed` with line and column.
   */
  number(): number {
    const bytes = this.bytes;
    const end = bytes.length;
    const start = this.at;
    let at = start;
    let digits = 0;
    let byte = 0;
    for (; at < end; at++) {
      byte = bytes[at]!;
      if (byte < ZERO || byte > NINE) break;
      digits = digits * 10 + (byte - ZERO);
    }
    const point = at;
    if (at > start && byte === POINT) {
      for (at++; at < end; at++) {
        byte = bytes[at]!;
        if (byte < ZERO || byte > NINE) break;
        digits = digits * 10 + (byte - ZERO);
      }
    }
    const decimals = at > point ? at - point - 1 : 0;
    const closed = at === end || byte === COMMA || byte === NEWLINE || byte === RETURN;
    if (at === start || !closed || digits > Number.MAX_SAFE_INTEGER || decimals >= POWERS.length) {
      return this.#numberFromText();
    }
    this.at = at;
    return decimals === 0 ? digits : digits / POWERS[decimals]!;
  }

  /** Steps over the end of a line, which the end of the file may stand for; false if something else is there. */
  endOfLine(): boolean {
    const end = this.bytes.length;
    let at = this.at;
    if (at < end && this.bytes[at] === RETURN) at++;
    if (at < end && this.bytes[at] !== NEWLINE) return false;
    this.at = Math.min(at + 1, end);
    this.line++;
    return true;
  }

  #numberFromText(): number {
    let end = this.at;
    while (end < this.bytes.length && !isDelimiter(this.bytes[end]!)) end++;
    const text = Buffer.from(this.bytes.subarray(this.at, end)).toString('utf8');
    const value = DECIMAL.test(text) ? Number(text) : NaN;
    if (!Number.isFinite(value)) throw this.#malformed(text);
    this.at = end;
    return value;
  }

  #malformed(text: string): InputError {
    const lineStart = this.at === 0 ? 0 : this.bytes.lastIndexOf(NEWLINE, this.at - 1) + 1;
    return new InputError('number-malformed', {
      what: 'not a number',
      place: { file: this.#path, line: this.line, column: this.at - lineStart + 1 },
      found: text === '' ? 'nothing' : excerpt(text),
      allowed: 'a decimal number such as 0.001',
    });
  }
}

function isDelimiter(byte: number): boolean {
  return byte === COMMA || byte === NEWLINE || byte === RETURN;
}
