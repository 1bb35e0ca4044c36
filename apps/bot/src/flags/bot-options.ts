import { InputError } from '@org/domain';
import type { PaperAccount, ParameterText, TradedSpan } from '@org/session';
import { parseNumber, parseParameterTexts, parseSpan, readPaperAccount } from '@org/session';
import type { BotFlags } from './bot-flags.ts';

/** What only the command line says, read and checked; the rest is configuration. */
export interface BotOptions extends PaperAccount {
  readonly seed: number;
  /** Times faster than the market; Infinity for as fast as can be. */
  readonly speed: number;
  readonly set: readonly ParameterText[];
  readonly span: TradedSpan;
}

const DEFAULT_SPEED = 600;
const MOST_SEED = 2 ** 32;

/**
 * Reads the flags.
 *
 * @throws InputError that names the flag, what was found and what is allowed.
 */
export function readBotOptions(flags: BotFlags): BotOptions {
  if (flags.out === '') {
    throw new InputError('flag-value', {
      what: '--out does not take this value',
      found: '""',
      allowed: 'a folder',
    });
  }
  return {
    ...readPaperAccount(flags),
    seed: seedOf(flags.seed),
    speed: speedOf(flags.speed),
    set: parseParameterTexts(flags.set ?? []),
    span: parseSpan(flags.from, flags.to),
  };
}

function seedOf(text: string): number {
  const allowed = `a whole number from 0 up to ${MOST_SEED - 1}`;
  const seed = parseNumber(text, '--seed', { above: -1, below: MOST_SEED, allowed });
  if (Number.isInteger(seed)) return seed;
  throw new InputError('flag-value', { what: '--seed does not take this value', found: text, allowed });
}

function speedOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_SPEED;
  if (text === 'max') return Infinity;
  const allowed = 'a number above 0, or max';
  return parseNumber(text, '--speed', { above: 0, below: Infinity, allowed });
}
