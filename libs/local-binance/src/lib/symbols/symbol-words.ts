import type { OrderFeature, SymbolStatus } from '@org/simulator';
import type { SymbolJson } from './symbol-schema.ts';

export const SYMBOL_STATUS_WORDS = {
  trading: 'TRADING',
  endOfDay: 'END_OF_DAY',
  halt: 'HALT',
  break: 'BREAK',
  cancelOnly: 'CANCEL_ONLY',
} as const satisfies Readonly<Record<SymbolStatus, SymbolJson['status']>>;

/** The switches of a symbol, by what they allow. */
export const FEATURE_FIELDS = {
  iceberg: 'icebergAllowed',
  oneCancelsOther: 'ocoAllowed',
  oneTriggersOther: 'otoAllowed',
  onePaysOther: 'opoAllowed',
  quoteQuantity: 'quoteOrderQtyMarketAllowed',
  trailingStop: 'allowTrailingStop',
  cancelReplace: 'cancelReplaceAllowed',
  amend: 'amendAllowed',
} as const satisfies Readonly<Record<OrderFeature, keyof SymbolJson>>;

/** The meaning of each word. */
export function meanings<Meaning extends string, Word extends string>(
  words: Readonly<Record<Meaning, Word>>,
): ReadonlyMap<string, Meaning> {
  const byWord = new Map<string, Meaning>();
  for (const meaning in words) byWord.set(words[meaning], meaning);
  return byWord;
}
