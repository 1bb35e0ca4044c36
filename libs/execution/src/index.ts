export { openDesk } from './lib/state/desk.ts';
export type { BarPlace, Desk, Market, Seat } from './lib/state/desk.ts';
export { readState, writeState } from './lib/state/saved-state.ts';
export { startTrading } from './lib/state/start-trading.ts';
export type { Allocation, TradingSetup } from './lib/state/trading-setup.ts';
export type { Account, Balance, TradingState, Worker } from './lib/state/trading-state.ts';

export { workingOrder } from './lib/orders/working-orders.ts';
export { TradingRun } from './lib/trading-step/trading-run.ts';
export type { BarWalk, WalkedBar } from './lib/trading-step/bar-walk.ts';
export { tradingStep } from './lib/trading-step/trading-step.ts';
export type { StepResult } from './lib/trading-step/turn.ts';

export { WarmUpGate, historyStart } from './lib/warm-up/warm-up-gate.ts';

export { dropRepeatedBars } from './lib/pipeline/drop-repeated-bars.ts';
export type { FeedBar } from './lib/pipeline/drop-repeated-bars.ts';
export { runSteps } from './lib/pipeline/run-steps.ts';
export type { SteppedEvent } from './lib/pipeline/run-steps.ts';
export { throughBarVenue } from './lib/pipeline/through-bar-venue.ts';
export type { SliceEvent } from './lib/pipeline/through-bar-venue.ts';

export { Agenda } from './lib/agenda/agenda.ts';
export type { ComputeTask } from './lib/agenda/agenda.ts';
