import type { Intent } from '@org/domain';
import type { Desk, Seat } from '../state/desk.ts';
import type { Turn } from '../trading-step/turn.ts';
import { enter } from './enter.ts';
import { cancelSlot } from './cancel.ts';
import { replaceSlot } from './replace.ts';

/** Takes what a strategy wants to where it belongs. */
export type IntentRouter = (desk: Desk, turn: Turn, seat: Seat, intents: readonly Intent[]) => void;

/** Orders pass through risk before anything is sent; timers and computations go to the shell as they are. */
export function routeIntents(desk: Desk, turn: Turn, seat: Seat, intents: readonly Intent[]): void {
  for (const intent of intents) routeIntent(desk, turn, seat, intent);
}

function routeIntent(desk: Desk, turn: Turn, seat: Seat, intent: Intent): void {
  const { time } = turn.state;
  const strategyId = seat.strategy.id;
  switch (intent.kind) {
    case 'place':
    case 'bracket':
      return enter(desk, turn, seat, intent);
    case 'replace':
      return replaceSlot(desk, turn, seat, intent);
    case 'cancel':
      return cancelSlot(turn, seat, intent);
    case 'setTimer':
      return turn.command({ kind: 'setTimer', time, strategyId, name: intent.name, fireTime: intent.time });
    case 'compute':
      return turn.command({ kind: 'compute', time, strategyId, task: intent.task, input: intent.input });
    default:
      return unreachable(intent);
  }
}

function unreachable(intent: never): never {
  throw new TypeError(`unknown intent ${JSON.stringify(intent)}`);
}
