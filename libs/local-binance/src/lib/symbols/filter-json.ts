import type { Asset, Decimal } from '@org/domain';
import { formatDecimal } from '@org/domain';
import type { FilterKind, SymbolFilter } from '@org/simulator';
import { FILTER_WORDS } from '../errors/refusals.ts';
import { fixedText } from '../wire/decimal-text.ts';

/** What is traded decides how many digits a filter's numbers have. */
export interface FilterAssets {
  readonly base: Asset;
  readonly quote: Asset;
}

/** A filter as `exchangeInfo` has it, its fields in the exchange's order. */
export function filterJson(filter: SymbolFilter, assets: FilterAssets): object {
  return { filterType: FILTER_WORDS[filter.kind], ...filterFields(filter, assets) };
}

/** Whether it holds for all markets together, and so stands beside them. */
export function isExchangeWide(kind: FilterKind): boolean {
  return kind.startsWith('exchange');
}

function filterFields(filter: SymbolFilter, { base, quote }: FilterAssets): object {
  switch (filter.kind) {
    case 'price':
      return {
        minPrice: digits(filter.minPrice, quote),
        maxPrice: digits(filter.maxPrice, quote),
        tickSize: digits(filter.tickSize, quote),
      };
    case 'lotSize':
    case 'marketLotSize':
      return {
        minQty: digits(filter.minQuantity, base),
        maxQty: digits(filter.maxQuantity, base),
        stepSize: digits(filter.stepSize, base),
      };
    case 'notional':
      return {
        minNotional: digits(filter.minNotional, quote),
        applyMinToMarket: filter.applyMinToMarket,
        maxNotional: digits(filter.maxNotional, quote),
        applyMaxToMarket: filter.applyMaxToMarket,
        avgPriceMins: filter.averageMinutes,
      };
    case 'minNotional':
      return {
        minNotional: digits(filter.minNotional, quote),
        applyToMarket: filter.applyToMarket,
        avgPriceMins: filter.averageMinutes,
      };
    case 'percentPrice':
      return {
        multiplierUp: plain(filter.multiplierUp),
        multiplierDown: plain(filter.multiplierDown),
        avgPriceMins: filter.averageMinutes,
      };
    case 'percentPriceBySide':
      return {
        bidMultiplierUp: plain(filter.bidMultiplierUp),
        bidMultiplierDown: plain(filter.bidMultiplierDown),
        askMultiplierUp: plain(filter.askMultiplierUp),
        askMultiplierDown: plain(filter.askMultiplierDown),
        avgPriceMins: filter.averageMinutes,
      };
    case 'trailingDelta':
      return {
        minTrailingAboveDelta: filter.minAbove,
        maxTrailingAboveDelta: filter.maxAbove,
        minTrailingBelowDelta: filter.minBelow,
        maxTrailingBelowDelta: filter.maxBelow,
      };
    case 'maxPosition':
      return { maxPosition: digits(filter.maxPosition, base) };
    default:
      return { [LIMIT_FIELDS[filter.kind]]: filter.limit };
  }
}

const LIMIT_FIELDS = {
  icebergParts: 'limit',
  maxOrders: 'maxNumOrders',
  maxAlgoOrders: 'maxNumAlgoOrders',
  maxIcebergOrders: 'maxNumIcebergOrders',
  maxOrderLists: 'maxNumOrderLists',
  maxOrderAmends: 'maxNumOrderAmends',
  exchangeMaxOrders: 'maxNumOrders',
  exchangeMaxAlgoOrders: 'maxNumAlgoOrders',
  exchangeMaxIcebergOrders: 'maxNumIcebergOrders',
  exchangeMaxOrderLists: 'maxNumOrderLists',
} as const;

/** With all the digits of an asset, as prices and quantities are written. */
function digits({ units, decimals }: Decimal, asset: Asset): string {
  return decimals > asset.decimals
    ? fixedText(units, decimals)
    : fixedText(units * 10n ** BigInt(asset.decimals - decimals), asset.decimals);
}

/** Without needless zeros, as multipliers are written. */
function plain({ units, decimals }: Decimal): string {
  return formatDecimal(units, decimals);
}
