import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Decimal, SpotInstrument, SpotRules } from '@org/domain';
import { formatAmount, formatDecimal, formatQuantity } from '@org/domain';
import { makeFolder } from '@org/files';

/**
 * Writes the rules of markets in our own form, which `readInstruments` reads, by symbol; whole or not at all. What
 * stood there before is replaced.
 */
export function writeInstruments(path: string, instruments: Iterable<SpotInstrument>): void {
  const ordered = [...instruments].toSorted((a, b) => (a.symbol < b.symbol ? -1 : 1));
  const text = `${JSON.stringify({ instruments: ordered.map(rulesOf) }, null, 2)}\n`;
  const passing = join(dirname(path), `.${basename(path)}.partial`);
  makeFolder(dirname(path));
  const file = openSync(passing, 'w');
  try {
    // On a disk that gets full writeSync leaves the text cut, and throws nothing.
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(passing, path);
}

function rulesOf(instrument: SpotInstrument): SpotRules {
  const { symbol, base, quote, tick, lot, minQuantity, maxQuantity, minNotional } = instrument;
  const isBounded = maxQuantity < Number.MAX_SAFE_INTEGER;
  return {
    ...{ symbol, base, quote, tickSize: textOf(tick), stepSize: textOf(lot) },
    minNotional: formatAmount(minNotional, quote),
    minQuantity: formatQuantity(minQuantity, instrument),
    ...(isBounded ? { maxQuantity: formatQuantity(maxQuantity, instrument) } : {}),
  };
}

function textOf({ units, decimals }: Decimal): string {
  return formatDecimal(units, decimals);
}
