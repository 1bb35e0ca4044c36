import { InputError } from '@org/domain';

/** How the lines of a file are made, and where the first bar begins. */
export interface CandleLayout {
  /** 6, or Binance's 12: the first six mean the same in both, and the seventh is the close time. */
  readonly columns: 6 | 12;
  /** The byte at which the first bar begins, and its line, counted from 1. */
  readonly offset: number;
  readonly firstLine: number;
}

const NAMES = ['open_time', 'open', 'high', 'low', 'close', 'volume'];
const ALLOWED = `a header ${NAMES.join(',')} (or Binance's with 12 columns), or no header and 12 columns`;
const NEWLINE = 10;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/**
 * Tells the layout of a candle file from its first line.
 *
 * @throws InputError `columns-wrong` for other columns, `banner-line` for a line that is no header at all.
 */
export function detectLayout(path: string, bytes: Uint8Array): CandleLayout {
  const start = BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte) ? BYTE_ORDER_MARK.length : 0;
  const newline = bytes.indexOf(NEWLINE, start);
  const end = newline === -1 ? bytes.length : newline;
  const line = Buffer.from(bytes.subarray(start, end)).toString('utf8').trimEnd();
  const fields = line.split(',').map((field) => field.trim().toLowerCase());
  const columns = fields.length === 12 ? 12 : 6;

  if (isNumber(fields[0])) {
    if (columns === 12) return { columns, offset: start, firstLine: 1 };
    throw wrongColumns(path, `${fields.length} columns and no header`);
  }
  const named = NAMES.every((name, index) => fields[index] === name);
  if (named && (fields.length === 6 || (columns === 12 && fields[6] === 'close_time'))) {
    return { columns, offset: end + 1, firstLine: 2 };
  }
  const header = fields.length >= NAMES.length || fields.some((field) => NAMES.includes(field));
  if (header) throw wrongColumns(path, excerpt(line));
  throw new InputError('banner-line', {
    what: 'the first line is no header',
    place: { file: path, line: 1 },
    found: excerpt(line),
    allowed: ALLOWED,
    hint: 'Delete lines above the header.',
  });
}

function isNumber(field: string | undefined): boolean {
  return field !== undefined && /^[-+]?\d/.test(field) && !Number.isNaN(Number(field));
}

function wrongColumns(path: string, found: string): InputError {
  return new InputError('columns-wrong', {
    what: 'the columns are not those of candles',
    place: { file: path, line: 1 },
    found,
    allowed: ALLOWED,
  });
}

/** Text of a file for a message: quoted, on one line, and not too long. */
export function excerpt(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 77)}...` : text);
}
