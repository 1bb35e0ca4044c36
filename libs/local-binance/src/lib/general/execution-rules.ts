import { answer } from '../endpoints/answers.ts';
import { definePublic } from '../endpoints/define-endpoint.ts';
import { binanceError, isBinanceError } from '../errors/binance-error.ts';
import { countAsked, severalMarkets } from '../market-data/asked-markets.ts';
import { symbolStatus } from '../market-data/known-market.ts';
import { optional } from '../parameters/parameter.ts';
import { symbolName, symbolNames } from '../parameters/symbols.ts';
import { executionRulesJson } from '../symbols/execution-rules-json.ts';

/** Rules by which an order may be ended while it trades, on symbols that have them. */
export const executionRules = definePublic({
  rest: { method: 'GET', path: '/api/v3/executionRules' },
  socketMethod: 'executionRules',
  security: 'none',
  parameters: { symbol: optional(symbolName), symbols: optional(symbolNames()), symbolStatus },
  weigh: (asked) => ({ weight: Math.min(2 * (countAsked(asked) ?? 20), 40), isFreeOnSuccess: false }),
  handle: ({ world, parameters }) => {
    const { symbol, symbols } = parameters;
    const ways = [symbol, symbols, parameters.symbolStatus].filter((way) => way !== null);
    if (ways.length > 1) return binanceError(-1128, 'Combination of optional parameters invalid.');
    const names = symbol === null ? symbols : [symbol];
    const markets = severalMarkets(world, names, parameters.symbolStatus);
    if (isBinanceError(markets)) return markets;
    return answer({
      symbolRules: markets.map(({ rules }) => ({ symbol: rules.symbol, rules: executionRulesJson(rules) })),
    });
  },
});
