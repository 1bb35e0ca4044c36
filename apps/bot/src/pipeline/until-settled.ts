import type { Order } from '@org/domain';
import type { SteppedEvent, TradingState } from '@org/execution';
import type { MonoTypeOperatorFunction } from 'rxjs';
import { defer, takeWhile } from 'rxjs';

/** So many bars are waited for the last answers; a thin market may not fill what is sold at the end. */
const MOST_BARS = 1_000;

/** Whether nothing is on its way any more: what rests are protective orders, and exits at a price. */
export function isSettled({ orders }: TradingState): boolean {
  return orders.every((order) => order.state.kind === 'open' && mayStay(order));
}

function mayStay({ purpose, request }: Order): boolean {
  if (purpose === 'stop' || purpose === 'target') return true;
  return purpose === 'exit' && request.type === 'limit';
}

/** Ends a session after its kill switch, as soon as everything that it cancelled and sent has been answered. */
export function untilSettled(): MonoTypeOperatorFunction<SteppedEvent> {
  return (step$) =>
    defer(() => {
      let barsLeft = Infinity;
      return step$.pipe(
        takeWhile(({ event, state }) => {
          if (event.kind === 'killSwitch') barsLeft = MOST_BARS;
          else if (event.kind === 'candleClosed') barsLeft -= 1;
          return barsLeft > 0 && (barsLeft === Infinity || !isSettled(state));
        }, true),
      );
    });
}
