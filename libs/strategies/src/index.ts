export { defineStrategy } from './lib/definition/define-strategy.ts';
export type { Indicators, Inputs, StrategyWords } from './lib/definition/define-strategy.ts';
export { indicator } from './lib/definition/indicator.ts';
export type {
  IndicatorName,
  IndicatorOptions,
  IndicatorPlace,
  IndicatorRequest,
  IndicatorSource,
  IndicatorValues,
} from './lib/definition/indicator.ts';
export { book, candles, trades } from './lib/definition/inputs.ts';
export type { BookInput, CandlesInput, TradesInput } from './lib/definition/inputs.ts';
export { isStrategyDefinition } from './lib/definition/strategy-definition.ts';
export type { StrategyBinding, StrategyDefinition } from './lib/definition/strategy-definition.ts';
export type { StrategySession } from './lib/definition/strategy-session.ts';

export { bracket, buy, cancel, replace, sell } from './lib/intents/orders.ts';
export type { BracketWords, CancelWords, OrderWords, ReplaceWords } from './lib/intents/orders.ts';
export { compute, setTimer } from './lib/intents/requests.ts';
export type { ComputeWords, TimerWords } from './lib/intents/requests.ts';
export { inWords } from './lib/intents/in-words.ts';
export { leave } from './lib/intents/leave.ts';
export { hold } from './lib/intents/step.ts';
export type { BracketWish, PlaceWish, Step, StrategyState, Wish } from './lib/intents/step.ts';

export type {
  CandlesName,
  IndicatorRow,
  NewestCandles,
  StrategyView,
  Trigger,
} from './lib/view/strategy-view.ts';
export { LookBackError } from './lib/errors/look-back-error.ts';
export { UnknownNameError } from './lib/errors/unknown-name-error.ts';

export { bindStrategy } from './lib/binding/bind-strategy.ts';
export { refuseUnlessPlain } from './lib/binding/plain-data.ts';
export type { BoundIndicator, BoundStrategy } from './lib/binding/bound-strategy.ts';
export { describeParameters } from './lib/parameters/describe-parameters.ts';
export type { ParameterRow } from './lib/parameters/describe-parameters.ts';
export type { GivenParameters, GivenValue } from './lib/parameters/parse-parameters.ts';

export { planSession } from './lib/plan/plan-session.ts';
export type { SessionPlan } from './lib/plan/plan-session.ts';
export type { ColumnRoom, Feed, FeedColumns, FeedPlan, FeedStream } from './lib/plan/feed-plan.ts';

export { builtInStrategies } from './lib/built-in.ts';
export { smaCross } from './lib/sma-cross/sma-cross.ts';
export { trendRsiStoch } from './lib/trend-rsi-stoch/trend-rsi-stoch.ts';
