import type { Interval } from '@org/domain';
import { InputError, parseInterval } from '@org/domain';
import type { PaperAccount, ParameterText, TradedSpan } from '@org/session';
import { parseParameterTexts, parseSpan, readPaperAccount } from '@org/session';
import { readSymbols } from '../symbols/read-symbols.ts';
import type { RunFlags } from './run-flags.ts';

/** The flags of a run, read and checked. */
export interface RunOptions extends PaperAccount, TradedSpan {
  /** Files or globs, or the folder of a store; none for the sample market. */
  readonly data: readonly string[];
  /** The markets to trade; none for all that there are. */
  readonly symbols: readonly string[];
  readonly interval: Interval | null;
  readonly set: readonly ParameterText[];
  readonly feeAsset: 'received' | 'BNB';
  readonly deposits: readonly { readonly asset: string; readonly amount: string }[];
  readonly instruments: string | null;
}

/**
 * Reads the flags of a run.
 *
 * @throws InputError that names the flag, what was found and what is allowed.
 */
export function readRunOptions(flags: RunFlags): RunOptions {
  if (flags.out === '') throw refuse('--out', '""', 'a folder');
  if (flags.data?.includes('') === true) throw refuse('--data', '""', 'a store of bars, files or globs');
  return {
    data: flags.data ?? [],
    symbols: flags.symbol === undefined ? [] : readSymbols(flags.symbol, '--symbol'),
    interval: flags.interval === undefined ? null : parseInterval(flags.interval, '--interval'),
    set: parseParameterTexts(flags.set ?? []),
    ...readPaperAccount(flags),
    ...parseSpan(flags.from, flags.to),
    feeAsset: feeAsset(flags.feeAsset),
    deposits: (flags.deposit ?? []).map(deposit),
    instruments: flags.instruments ?? null,
  };
}

function feeAsset(text: string): 'received' | 'BNB' {
  if (text === 'received' || text === 'BNB') return text;
  throw refuse('--fee-asset', text, 'received, BNB');
}

function deposit(text: string): RunOptions['deposits'][number] {
  const match = /^([A-Z0-9]{2,10})=(\d+(?:\.\d+)?)$/.exec(text);
  const [, asset, amount] = match ?? [];
  if (asset !== undefined && amount !== undefined) return { asset, amount };
  throw refuse('--deposit', text, 'ASSET=AMOUNT, such as BNB=1.5');
}

function refuse(flag: string, found: string, allowed: string): InputError {
  return new InputError('flag-value', { what: `${flag} does not take this value`, found, allowed });
}
