import { InputError } from '@org/domain';
import type { OrderFeature, SymbolRules } from '@org/simulator';
import type { z } from 'zod';
import { SELF_TRADE_WORDS, TYPE_WORDS } from '../orders/order-words.ts';
import { readFilter } from './read-filter.ts';
import type { SymbolJson } from './symbol-schema.ts';
import { exchangeInfoSchema } from './symbol-schema.ts';
import { FEATURE_FIELDS, meanings, SYMBOL_STATUS_WORDS } from './symbol-words.ts';

const STATUSES = meanings(SYMBOL_STATUS_WORDS);
const TYPES = meanings(TYPE_WORDS);
const SELF_TRADES = meanings(SELF_TRADE_WORDS);
const FEATURES = meanings(FEATURE_FIELDS);

/**
 * The markets in an answer of `exchangeInfo`, of today or of 2021. Filters of the whole exchange become filters of
 * every market. `file` names where it came from.
 *
 * @throws InputError `exchange-info` for what is none, with the place in it; for two markets of one name; for an asset
 * with two precisions
 */
export function readExchangeInfo(json: unknown, file: string): readonly SymbolRules[] {
  const read = exchangeInfoSchema.safeParse(json, { reportInput: true });
  if (!read.success) throw malformed(read.error, file);
  const everywhere = read.data.exchangeFilters.map(readFilter);
  const symbols = read.data.symbols.map((symbol) => {
    const rules = readSymbol(symbol);
    return { ...rules, filters: [...rules.filters, ...everywhere] };
  });
  refuseContradictions(symbols, file);
  return symbols;
}

function readSymbol(json: SymbolJson): SymbolRules {
  return {
    symbol: json.symbol,
    base: { code: json.baseAsset, decimals: json.baseAssetPrecision },
    quote: { code: json.quoteAsset, decimals: json.quoteAssetPrecision },
    status: STATUSES.get(json.status) ?? 'break',
    orderTypes: known(json.orderTypes, TYPES),
    features: allowed(json),
    defaultSelfTradePrevention: SELF_TRADES.get(json.defaultSelfTradePreventionMode) ?? 'none',
    allowedSelfTradePrevention: known(json.allowedSelfTradePreventionModes, SELF_TRADES),
    filters: json.filters.map(readFilter),
  };
}

function known<Meaning>(words: readonly string[], byWord: ReadonlyMap<string, Meaning>): readonly Meaning[] {
  return words.map((word) => byWord.get(word)).filter((meaning) => meaning !== undefined);
}

function allowed(json: SymbolJson): readonly OrderFeature[] {
  return Object.values(FEATURE_FIELDS)
    .filter((field) => json[field])
    .map((field) => FEATURES.get(field))
    .filter((feature) => feature !== undefined);
}

function malformed({ issues }: z.ZodError, file: string): InputError {
  const [issue] = issues;
  const path = (issue?.path ?? []).map(String).join('.');
  return new InputError('exchange-info', {
    what: path === '' ? 'this is no exchangeInfo' : `${path} is not as exchangeInfo has it`,
    place: { file },
    ...(issue !== undefined && 'input' in issue ? { found: shortText(issue.input) } : {}),
    ...(issue === undefined ? {} : { allowed: issue.message.replace(/^Invalid .*expected /, '') }),
  });
}

function shortText(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** Money of an asset is counted in one unit, whatever it is traded for. */
function refuseContradictions(symbols: readonly SymbolRules[], file: string): void {
  const names = new Set<string>();
  const precisions = new Map<string, number>();
  for (const { symbol, base, quote } of symbols) {
    if (names.has(symbol)) throw contradiction(file, `${symbol} is there twice`, 'each market once');
    names.add(symbol);
    for (const { code, decimals } of [base, quote]) {
      const before = precisions.get(code) ?? decimals;
      if (before !== decimals) {
        const what = `${symbol} gives ${code} ${decimals} decimals, another market gives it ${before}`;
        throw contradiction(file, what, 'one precision for each asset');
      }
      precisions.set(code, before);
    }
  }
}

function contradiction(file: string, what: string, allowedText: string): InputError {
  return new InputError('exchange-info', { what, place: { file }, allowed: allowedText });
}
