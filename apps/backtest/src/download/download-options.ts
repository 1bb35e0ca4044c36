import { resolve } from 'node:path';
import type { Interval } from '@org/domain';
import { InputError, parseInterval } from '@org/domain';
import { parseSpan, parseTime } from '@org/session';
import { readSymbols } from '../symbols/read-symbols.ts';
import type { DownloadFlags } from './download-flags.ts';

/** The flags of a download, read and checked. */
export interface DownloadOptions {
  readonly symbols: readonly string[];
  readonly interval: Interval;
  /** By the opens of bars, ms UTC. */
  readonly fromMs: number;
  /** Null for the last bar that is over. */
  readonly toMs: number | null;
  /** An absolute path. */
  readonly folder: string;
  readonly origin: string;
}

/**
 * Reads the flags of a download.
 *
 * @throws InputError that names the flag, what was found and what is allowed.
 */
export function readDownloadOptions(flags: DownloadFlags, cwd: string): DownloadOptions {
  const { toMs } = parseSpan(flags.from, flags.to);
  return {
    symbols: readSymbols(flags.symbols, '--symbols'),
    interval: parseInterval(flags.interval, '--interval'),
    fromMs: parseTime(flags.from, '--from'),
    toMs,
    folder: resolve(cwd, flags.store),
    origin: readOrigin(flags.origin),
  };
}

function readOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '') {
    return url.origin;
  }
  throw new InputError('flag-value', {
    what: '--origin does not take this value',
    found: text,
    allowed: 'an address without a path, such as https://data-api.binance.vision or http://127.0.0.1:9000',
  });
}
