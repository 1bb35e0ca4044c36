import { InputError } from '@org/domain';
import type { CandleColumns } from '../series/candle-columns.ts';
import { blankColumns } from '../series/candle-columns.ts';
import type { CandleLayout } from './candle-layout.ts';
import { COMMA, NEWLINE, NumberScanner } from './number-scanner.ts';

/** The numbers of a file as they stand there, but for times, which are ms. */
export interface Rows extends CandleColumns {
  /** The last ms of each bar; empty where the file does not tell. */
  readonly closeTime: Float64Array;
}

/** Later than any time in ms, and earlier than any in µs. */
const FIRST_MICROSECONDS = 1e14;

/**
 * Reads all rows into columns. Row `i` stands in line `layout.firstLine + i`.
 *
 * @throws InputError `number-malformed`, `columns-wrong`, each with its line.
 */
export function scanRows(path: string, bytes: Uint8Array, layout: CandleLayout): Rows {
  const capacity = countLines(bytes, layout.offset);
  const rows = emptyRows(capacity, layout.columns === 12 ? capacity : 0);
  const { openTime, closeTime } = rows;
  const values = [openTime, rows.open, rows.high, rows.low, rows.close, rows.volume];
  const end = endOfText(bytes);
  const scanner = new NumberScanner(path, bytes, layout.offset, layout.firstLine);
  let count = 0;
  while (scanner.at < end) {
    const start = scanner.at;
    for (let column = 0; column < values.length; column++) {
      if (column > 0 && !stepOver(scanner)) throw wrongColumns(path, scanner, start, layout);
      values[column]![count] = scanner.number();
    }
    openTime[count] = milliseconds(openTime[count]!);
    if (layout.columns === 12) {
      if (!stepOver(scanner)) throw wrongColumns(path, scanner, start, layout);
      closeTime[count] = Math.floor(milliseconds(scanner.number()));
      if (!skipColumns(scanner, 5)) throw wrongColumns(path, scanner, start, layout);
    }
    if (!scanner.endOfLine()) throw wrongColumns(path, scanner, start, layout);
    count++;
  }
  return cut(rows, count);
}

function milliseconds(time: number): number {
  return time < FIRST_MICROSECONDS ? time : time / 1000;
}

function stepOver(scanner: NumberScanner): boolean {
  if (scanner.at >= scanner.bytes.length || scanner.bytes[scanner.at] !== COMMA) return false;
  scanner.at++;
  return true;
}

/** Steps over so many further columns to the end of the line; false if there are more or fewer. */
function skipColumns(scanner: NumberScanner, columns: number): boolean {
  const { bytes } = scanner;
  let commas = 0;
  let at = scanner.at;
  while (at < bytes.length && bytes[at] !== NEWLINE) if (bytes[at++] === COMMA) commas++;
  scanner.at = at;
  return commas === columns;
}

function countLines(bytes: Uint8Array, from: number): number {
  let lines = 1;
  for (let at = bytes.indexOf(NEWLINE, from); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) lines++;
  return lines;
}

/** Where the last line ends that is not blank. */
function endOfText(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1]! <= 32) end--;
  return end;
}

function emptyRows(bars: number, closes: number): Rows {
  return { ...blankColumns(bars), closeTime: new Float64Array(closes) };
}

function cut(rows: Rows, count: number): Rows {
  return {
    openTime: rows.openTime.subarray(0, count),
    open: rows.open.subarray(0, count),
    high: rows.high.subarray(0, count),
    low: rows.low.subarray(0, count),
    close: rows.close.subarray(0, count),
    volume: rows.volume.subarray(0, count),
    closeTime: rows.closeTime.subarray(0, count),
  };
}

function wrongColumns(path: string, { bytes, line }: NumberScanner, start: number, layout: CandleLayout) {
  const newline = bytes.indexOf(NEWLINE, start);
  const text = Buffer.from(bytes.subarray(start, newline === -1 ? bytes.length : newline)).toString('utf8');
  return new InputError('columns-wrong', {
    what: 'the line has not the columns of the first',
    place: { file: path, line },
    found: `${text.split(',').length} columns`,
    allowed: `${layout.columns} columns`,
  });
}
