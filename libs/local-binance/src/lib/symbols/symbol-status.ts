import type { SymbolStatus } from '@org/simulator';

const WORDS = {
  trading: 'TRADING',
  endOfDay: 'END_OF_DAY',
  halt: 'HALT',
  break: 'BREAK',
  cancelOnly: 'CANCEL_ONLY',
} as const satisfies Record<SymbolStatus, string>;

/** The state of a market, in the exchange's words. */
export type SymbolStatusWord = (typeof WORDS)[SymbolStatus];

export const SYMBOL_STATUS_WORDS: readonly SymbolStatusWord[] = Object.values(WORDS);

export function symbolStatusWord(status: SymbolStatus): SymbolStatusWord {
  return WORDS[status];
}
