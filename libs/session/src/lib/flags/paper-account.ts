import { InputError } from '@org/domain';

/** What a simulated account begins with and pays, as flags give it: texts. */
export interface PaperAccountTexts {
  readonly cash: string;
  readonly fee: string;
  readonly slippageBps: string;
  readonly participation: string;
}

/** The same, read and checked. */
export interface PaperAccount {
  /** In quote. */
  readonly cash: number;
  /** Of each fill, as a fraction: 0.001 is 0.1%. */
  readonly fee: number;
  /** What market and stop orders lose, as a fraction of the price: 1 basis point is 0.0001. */
  readonly slippage: number;
  /** The most of a bar's volume that one order takes. */
  readonly participation: number;
}

/** What apps assume where nobody says otherwise. */
export const DEFAULT_PAPER_ACCOUNT: PaperAccountTexts = {
  cash: '10000',
  fee: '0.001',
  slippageBps: '1',
  participation: '0.1',
};

const BASIS_POINTS = 10_000;
/** Decimals of so many digits and doubles correspond one to one. */
const EXACT_DIGITS = 15;
/** So little below a bound that the bound itself is let through. */
const LEAST = 1e-12;

/**
 * Reads `--cash`, `--fee`, `--slippage-bps` and `--participation`.
 *
 * @throws InputError `flag-value` that names the flag, what was found and what is allowed.
 */
export function readPaperAccount({ cash, fee, slippageBps, participation }: PaperAccountTexts): PaperAccount {
  const points = parseNumber(slippageBps, '--slippage-bps', {
    above: -LEAST,
    below: 1_000,
    allowed: 'basis points from 0 up to 1000',
  });
  return {
    cash: parseNumber(cash, '--cash', { above: 0, below: Infinity, allowed: 'an amount of quote above 0' }),
    fee: parseNumber(fee, '--fee', {
      above: -LEAST,
      below: 0.1,
      allowed: 'a fraction from 0 up to 0.1, such as 0.001 for 0.1%',
    }),
    // 1.3 points are 0.00013, where the quotient of doubles is 0.00013000000000000002: a tick more on some prices.
    slippage: Number((points / BASIS_POINTS).toPrecision(EXACT_DIGITS)),
    participation: parseNumber(participation, '--participation', {
      above: 0,
      below: 1 + LEAST,
      allowed: 'a fraction above 0 and at most 1',
    }),
  };
}

/** The numbers that a flag takes, ends left out, and how that is said. */
export interface NumberRange {
  readonly above: number;
  readonly below: number;
  readonly allowed: string;
}

/**
 * Reads a decimal number.
 *
 * @throws InputError `flag-value` for anything else, and outside of the range.
 */
export function parseNumber(text: string, flag: string, { above, below, allowed }: NumberRange): number {
  const value = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  if (value > above && value < below) return value;
  throw new InputError('flag-value', { what: `${flag} does not take this value`, found: text, allowed });
}
