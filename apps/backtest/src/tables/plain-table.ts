import { stripVTControlCharacters } from 'node:util';
import Table from 'cli-table3';

/** How the columns of a table are laid out; widths count characters, without the space between columns. */
export interface Columns {
  readonly widths: readonly number[];
  readonly alignments: readonly ('left' | 'right')[];
}

/** A column's width that holds all of its texts, whatever their style. */
export function widthOf(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => stripVTControlCharacters(text).length));
}

/** Rows in columns without any frame, indented by two; what is too long for its column goes on in the next line. */
export function plainTable(rows: readonly (readonly string[])[], { widths, alignments }: Columns): string {
  const table = new Table({
    chars: NO_FRAME,
    style: { head: [], border: [], 'padding-left': 2, 'padding-right': 0 },
    colWidths: widths.map((width) => width + 2),
    colAligns: [...alignments],
    wordWrap: true,
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

const NO_FRAME = Object.fromEntries(
  [
    ...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
    ...['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'],
  ].map((part) => [part, '']),
);
