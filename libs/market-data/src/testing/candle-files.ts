import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { CandleSeries } from '@org/domain';
import { INTERVAL_MS, plainDecimal } from '@org/domain';
import AdmZip from 'adm-zip';

export const HEADER = 'open_time,open,high,low,close,volume';
const BINANCE_HEADER = `${HEADER},close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore`;

/** How a file of candles can be written. */
export interface Writing {
  readonly columns: 6 | 12;
  readonly header: boolean;
  readonly microseconds: boolean;
  readonly lineEnd: '\n' | '\r\n';
  readonly lastLineEnd: boolean;
}

export const SIMPLE: Writing = {
  columns: 6,
  header: true,
  microseconds: false,
  lineEnd: '\n',
  lastLineEnd: true,
};

/** The text of a file with these bars. */
export function candleText(series: CandleSeries, writing = SIMPLE): string {
  const lines = Array.from(series.openTime, (_, bar) => line(series, bar, writing));
  const header = writing.columns === 12 ? BINANCE_HEADER : HEADER;
  const all = writing.header ? [header, ...lines] : lines;
  return all.join(writing.lineEnd) + (writing.lastLineEnd ? writing.lineEnd : '');
}

function line(series: CandleSeries, bar: number, { columns, microseconds }: Writing): string {
  const open = series.openTime[bar]!;
  const close = open + INTERVAL_MS[series.interval];
  const prices = [series.open, series.high, series.low, series.close, series.volume];
  const values = prices.map((column) => plainDecimal(column[bar]!));
  const times = microseconds ? [`${open}000`, `${close * 1000 - 1}`] : [`${open}`, `${close - 1}`];
  const six = [times[0], ...values];
  return (columns === 12 ? [...six, times[1], '1234.5', '17', '0.5', '617.25', '0'] : six).join(',');
}

export type Packing = 'plain' | 'gzip' | 'zip';

/** A folder of its own for a test's files. */
export class TemporaryFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'candles-'));

  /** Writes a file and gives its path. */
  write(name: string, content: string | Uint8Array, packing: Packing = 'plain'): string {
    const path = join(this.path, name);
    writeFileSync(path, pack(content, packing));
    return path;
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}

export function pack(content: string | Uint8Array, packing: Packing): Uint8Array {
  const bytes = Buffer.from(content);
  if (packing === 'plain') return bytes;
  return packing === 'gzip' ? gzipSync(bytes) : zipOf({ 'candles.csv': bytes });
}

/** A zip of these files; a name that ends with a slash is a folder. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const zip = new AdmZip();
  for (const [name, content] of Object.entries(files)) zip.addFile(name, Buffer.from(content));
  return zip.toBuffer();
}
