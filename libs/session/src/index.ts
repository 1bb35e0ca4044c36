export { composeSession } from './lib/compose/compose-session.ts';
export type { Session, SessionMarket, SessionRequest } from './lib/compose/compose-session.ts';

export { EXIT_CODE, describeFailure } from './lib/failure/describe-failure.ts';
export type { Failure } from './lib/failure/describe-failure.ts';

export { flagWords } from './lib/flags/flag-words.ts';
export { readCommandLine } from './lib/flags/read-command-line.ts';
export type { CommandLine, CommandReader } from './lib/flags/read-command-line.ts';
export { DEFAULT_PAPER_ACCOUNT, parseNumber, readPaperAccount } from './lib/flags/paper-account.ts';
export type { NumberRange, PaperAccount, PaperAccountTexts } from './lib/flags/paper-account.ts';

export { expandPaths } from './lib/markets/expand-paths.ts';
export { instrumentsFor } from './lib/markets/instruments-for.ts';
export { readMarkets } from './lib/markets/read-markets.ts';
export type { RecordedMarket, RecordedRequest } from './lib/markets/read-markets.ts';
export { meansStore, readStore, STORE_INSTRUMENTS } from './lib/markets/read-store.ts';
export type { StoreRequest } from './lib/markets/read-store.ts';

export { holdOutFolder } from './lib/out/hold-out-folder.ts';
export type { OutWriter } from './lib/out/hold-out-folder.ts';

export { checkStates } from './lib/strategies/check-states.ts';
export { loadCandidates } from './lib/strategies/load-candidates.ts';
export type { ChosenStrategy, LoadedCandidates, StrategySource } from './lib/strategies/load-candidates.ts';
export { parametersFor, parseParameterTexts } from './lib/strategies/parameter-texts.ts';
export type { ParameterText } from './lib/strategies/parameter-texts.ts';
export type { Candidate, SeatedStrategy } from './lib/strategies/seat-strategies.ts';

export { parseSpan } from './lib/time/parse-span.ts';
export type { TradedSpan } from './lib/time/parse-span.ts';
export { parseTime } from './lib/time/parse-time.ts';
