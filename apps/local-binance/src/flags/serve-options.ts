import { InputError, nearestWord } from '@org/domain';
import { parseNumber } from '@org/session';
import type { ServeFlags } from './serve-flags.ts';

/** Who trades besides the clients. */
export type MarketChoice =
  { readonly kind: 'synthetic' } | { readonly kind: 'files'; readonly files: readonly string[] };

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly market: MarketChoice;
  readonly seed: number;
  /** Infinity for as fast as can be. */
  readonly speed: number;
  readonly protocolSpeed: number;
  /** Null where nothing is kept. */
  readonly stateFile: string | null;
}

const MOST_SEED = 2 ** 32;
const MOST_PORT = 65_535;

/**
 * Reads the flags.
 *
 * @throws InputError `flag-value` that names the flag, what was found and what is allowed.
 */
export function readServeOptions(flags: ServeFlags): ServeOptions {
  return {
    port: wholeNumber(flags.port, '--port', MOST_PORT),
    host: flags.host,
    market: marketOf(flags.market),
    seed: wholeNumber(flags.seed, '--seed', MOST_SEED - 1),
    speed: flags.speed === 'max' ? Infinity : speedOf(flags.speed, '--speed', 'a number above 0, or max'),
    protocolSpeed: speedOf(flags.protocolSpeed, '--protocol-speed', 'a number above 0'),
    stateFile: flags.state ?? null,
  };
}

function marketOf(words: readonly string[]): MarketChoice {
  if (words.length === 1 && words.includes('synthetic')) return { kind: 'synthetic' };
  if (!words.some(isSynthetic)) return { kind: 'files', files: words };
  throw new InputError('flag-value', {
    what: '--market does not take this value',
    found: words.join(', '),
    allowed: 'synthetic alone, or files of recorded bars or of captured streams',
  });
}

/** The word itself, or a misspelt one; a file that is called nearly so has a path: `./synthetics`. */
function isSynthetic(word: string): boolean {
  return /^\w+$/.test(word) && nearestWord(word, ['synthetic']) !== undefined;
}

function wholeNumber(text: string, flag: string, most: number): number {
  const allowed = `a whole number from 0 up to ${most}`;
  const value = parseNumber(text, flag, { above: -1, below: most + 1, allowed });
  if (Number.isInteger(value)) return value;
  throw new InputError('flag-value', { what: `${flag} does not take this value`, found: text, allowed });
}

function speedOf(text: string, flag: string, allowed: string): number {
  return parseNumber(text, flag, { above: 0, below: Infinity, allowed });
}
