import type { SymbolRules } from '@org/simulator';
import { SELF_TRADE_WORDS, TYPE_WORDS } from '../orders/order-words.ts';
import { filterJson, isExchangeWide } from './filter-json.ts';
import { SYMBOL_STATUS_WORDS } from './symbol-words.ts';

/**
 * A market as `exchangeInfo` has it today, fields in the exchange's order. Permissions are those of spot trading;
 * orders pegged to the book and margin trading are not supported.
 */
export function symbolJson(rules: SymbolRules): object {
  const { base, quote, filters } = rules;
  const has = new Set(rules.features);
  return {
    symbol: rules.symbol,
    status: SYMBOL_STATUS_WORDS[rules.status],
    baseAsset: base.code,
    baseAssetPrecision: base.decimals,
    quoteAsset: quote.code,
    quotePrecision: quote.decimals,
    quoteAssetPrecision: quote.decimals,
    baseCommissionPrecision: base.decimals,
    quoteCommissionPrecision: quote.decimals,
    orderTypes: rules.orderTypes.map((type) => TYPE_WORDS[type]),
    icebergAllowed: has.has('iceberg'),
    ocoAllowed: has.has('oneCancelsOther'),
    otoAllowed: has.has('oneTriggersOther'),
    opoAllowed: has.has('onePaysOther'),
    quoteOrderQtyMarketAllowed: has.has('quoteQuantity'),
    allowTrailingStop: has.has('trailingStop'),
    cancelReplaceAllowed: has.has('cancelReplace'),
    amendAllowed: has.has('amend'),
    pegInstructionsAllowed: false,
    isSpotTradingAllowed: true,
    isMarginTradingAllowed: false,
    filters: filters.filter(({ kind }) => !isExchangeWide(kind)).map((filter) => filterJson(filter, rules)),
    permissions: [],
    permissionSets: [['SPOT']],
    defaultSelfTradePreventionMode: SELF_TRADE_WORDS[rules.defaultSelfTradePrevention],
    allowedSelfTradePreventionModes: rules.allowedSelfTradePrevention.map((mode) => SELF_TRADE_WORDS[mode]),
  };
}

/** The filters of the whole exchange, each once, as `exchangeInfo` has them beside the markets. */
export function exchangeFiltersJson(symbols: readonly SymbolRules[]): readonly object[] {
  const byText = new Map<string, object>();
  for (const rules of symbols) {
    for (const filter of rules.filters) {
      if (!isExchangeWide(filter.kind)) continue;
      const json = filterJson(filter, rules);
      byText.set(JSON.stringify(json), json);
    }
  }
  return [...byText.values()];
}
