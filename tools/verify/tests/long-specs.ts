/**
 * Specs that work long, longest first, by how their path from the root begins: whole months, whole processes, thousands of
 * random sessions. They run first, so that no worker is left with a long one at the end, and without measuring coverage,
 * under which they would take half as long again: what the short specs of the libraries leave uncovered shows. An entry
 * whose spec is gone costs nothing.
 */
export const longSpecs: readonly string[] = [
  'apps/local-binance/src/serve',
  'libs/simulator/src/lib/exchange/properties',
  'libs/local-binance/src/lib/state/killed-exchange',
  'apps/backtest/src/download/download',
  'libs/indicators-gpu/src/lib/contract',
  'libs/indicators-gpu/src/lib/stream-contract',
  'libs/indicators-gpu/src/lib/cut-contract',
  'apps/bot/test/parity-of-processes',
  'libs/simulator/src/lib/markets/synthetic-flow/synthetic-flow',
  'libs/backtest-engine/src/lib/report/report-in-browser',
  'libs/indicators-gpu/src/lib/exactness',
  'apps/bot/test/books/local-book',
  'libs/local-binance/src/lib/captures/recorded-capture',
  'libs/backtest-engine/src/lib/run/no-look-ahead',
  'tools/repository/',
  'libs/strategies/src/testing/contract/strategy-contract',
  'libs/exchange-client/src/lib/venues/binance/rest/hour-of-load',
  'libs/local-binance/src/lib/socket-api/told-and-asked',
  'apps/bot/test/disturbed/parity-under-disturbance',
  'libs/local-binance/src/strangers/ccxt',
  'libs/backtest-engine/src/lib/run/properties',
  'libs/execution/src/lib/trading-step/trading-step.property',
  'libs/simulator/src/lib/bar-venue/properties',
  'libs/simulator/src/lib/markets/candle-path/recorded-month',
  'libs/simulator/src/lib/markets/depth/depth-market.properties',
  'libs/strategies/src/testing/strategies/strategies.contract',
  'libs/market-data/src/lib/reading/recorded-data',
  'libs/backtest-engine/src/lib/run/naive-sma-cross',
  'libs/local-binance/src/strangers/',
  'apps/',
  'tools/',
];
