import { answer, costs } from '../endpoints/answers.ts';
import { definePublic } from '../endpoints/define-endpoint.ts';
import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError, isBinanceError } from '../errors/binance-error.ts';
import { severalMarkets } from '../market-data/asked-markets.ts';
import type { KnownMarket, SymbolStatusWord } from '../market-data/known-market.ts';
import { symbolStatus } from '../market-data/known-market.ts';
import { defaulted, optional } from '../parameters/parameter.ts';
import { oneOrSeveral, symbolName, symbolNames } from '../parameters/symbols.ts';
import { yesOrNo } from '../parameters/words.ts';
import { exchangeFiltersJson, symbolJson } from '../symbols/symbol-json.ts';
import type { World } from '../world/world.ts';
import { rateLimits } from './rate-limits.ts';

/** What all markets of this exchange may be traded with. */
const PERMISSION = 'SPOT';

/** Routed orders are taken for every symbol, and work on its own book: so each is alone among what can be routed to. */
export const exchangeInfo = definePublic({
  rest: { method: 'GET', path: '/api/v3/exchangeInfo' },
  socketMethod: 'exchangeInfo',
  security: 'none',
  parameters: {
    symbol: optional(symbolName),
    symbols: optional(symbolNames()),
    permissions: optional(oneOrSeveral),
    showPermissionSets: defaulted(yesOrNo, true),
    symbolStatus,
  },
  weigh: costs(20),
  handle: ({ world, parameters }) => {
    const markets = askedFor(world, parameters);
    if (isBinanceError(markets)) return markets;
    const rules = markets.map((market) => market.rules);
    const shown = rules.map(symbolJson);
    return answer({
      timezone: 'UTC',
      serverTime: world.protocolTime.now(),
      rateLimits: rateLimits(world),
      exchangeFilters: exchangeFiltersJson(rules),
      symbols: parameters.showPermissionSets ? shown : shown.map(withoutPermissionSets),
      sors: rules.map(({ symbol, base }) => ({ baseAsset: base.code, symbols: [symbol] })),
    });
  },
});

interface Asked {
  readonly symbol: string | null;
  readonly symbols: readonly string[] | null;
  readonly permissions: readonly string[] | null;
  readonly symbolStatus: SymbolStatusWord | null;
}

/** Names go with nothing else; permissions and a state may be combined. */
function askedFor(world: World, asked: Asked): readonly KnownMarket[] | BinanceError {
  const { symbol, symbols, permissions } = asked;
  const isNamed = symbol !== null || symbols !== null;
  const isChosen = permissions !== null || asked.symbolStatus !== null;
  if ((isNamed && isChosen) || (symbol !== null && symbols !== null)) {
    return binanceError(-1128, 'Combination of optional parameters invalid.');
  }
  if (permissions !== null && !permissions.includes(PERMISSION)) return [];
  return severalMarkets(world, symbol === null ? symbols : [symbol], asked.symbolStatus);
}

function withoutPermissionSets(symbol: object): object {
  return { ...symbol, permissionSets: [] };
}
