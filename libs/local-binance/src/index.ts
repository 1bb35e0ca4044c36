export { startLocalBinance } from './lib/start/start-local-binance.ts';
export type { LocalBinance, LocalBinanceOptions } from './lib/start/start-local-binance.ts';
export type { AccountSetup, KeySetup, OpenedAccount } from './lib/start/account-setup.ts';

export { BUILT_IN_SYMBOLS } from './lib/symbols/built-in-symbols.ts';
export { readExchangeInfo } from './lib/symbols/read-exchange-info.ts';

export { readCaptures } from './lib/captures/read-captures.ts';
export type { Captures } from './lib/captures/read-captures.ts';
export type { Capture } from './lib/captures/symbol-capture.ts';
export type { CaptureProblem } from './lib/captures/capture-problems.ts';
export type { RecordingFacts } from './lib/captures/recording-assembler.ts';

export { candleMarkets } from './lib/markets-config/candle-markets.ts';
export type { CandleMarketTerms } from './lib/markets-config/candle-markets.ts';
export { captureMarkets, isCaptureFile } from './lib/markets-config/capture-markets.ts';
export { joinMarkets } from './lib/markets-config/recorded-markets.ts';
export type { RecordedMarkets } from './lib/markets-config/recorded-markets.ts';

export type { StateFileOptions } from './lib/state/state-file.ts';

export type { World } from './lib/world/world.ts';

export type { BanTerms } from './lib/limits/bans.ts';
export type { OrderCountLimit } from './lib/limits/order-counts.ts';
export type { RequestLimit } from './lib/limits/request-limit.ts';

export type { Interfere, Interference, SeenRequest } from './lib/http/interference.ts';
export type { HttpAnswer, HttpRequest } from './lib/http/http-exchange.ts';

export type { Fault, FaultRequest } from './lib/faults/fault.ts';
export type { ActiveFault, Faults } from './lib/faults/faults.ts';
