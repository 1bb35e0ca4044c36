import type { TradingEvent } from '@org/domain';
import type { OperatorFunction } from 'rxjs';
import { observeOn, pipe, queueScheduler, scan } from 'rxjs';
import type { Desk } from '../state/desk.ts';
import type { TradingState } from '../state/trading-state.ts';
import type { StepResult } from '../trading-step/turn.ts';
import { tradingStep } from '../trading-step/trading-step.ts';

/** One step that was taken: what came in, and what it gave. */
export interface SteppedEvent extends StepResult {
  readonly event: TradingEvent;
}

/**
 * Runs the trading step over events, one after the other. An event that is caused while a step's commands are carried
 * out waits in the queue until that step is done.
 */
export function runSteps(desk: Desk, start: TradingState): OperatorFunction<TradingEvent, SteppedEvent> {
  return pipe(
    observeOn<TradingEvent>(queueScheduler),
    scan<TradingEvent, SteppedEvent, TradingState>(
      (before, event) => take(desk, stateOf(before), event),
      start,
    ),
  );
}

function stateOf(before: SteppedEvent | TradingState): TradingState {
  return 'state' in before ? before.state : before;
}

function take(desk: Desk, state: TradingState, event: TradingEvent): SteppedEvent {
  const { state: next, commands } = tradingStep(desk, state, event);
  return { event, state: next, commands };
}
