import type { MarketEvent } from './market-event.ts';
import type { OrderEvent } from './order-event.ts';
import type { SessionEvent } from './session-event.ts';

/** Everything that can reach the trading step. */
export type TradingEvent = MarketEvent | OrderEvent | SessionEvent;

/** Events of one time are taken in this order: what was traded before what it closed, people last. */
const RANK = {
  instrumentChanged: 0,
  connectionLost: 1,
  connectionRestored: 2,
  balanceSet: 3,
  reconciled: 4,
  orderAccepted: 5,
  orderRejected: 6,
  orderUnknown: 7,
  orderFilled: 8,
  orderCancelled: 9,
  orderExpired: 10,
  foreignOrder: 11,
  traded: 12,
  bookChanged: 13,
  candleClosed: 14,
  candlesMissing: 15,
  computed: 16,
  timerFired: 17,
  killSwitch: 18,
  riskReset: 19,
} as const satisfies Record<TradingEvent['kind'], number>;

/**
 * The order of events in every shell: by time, then kind, then symbol. Events that compare equal keep the sequence in
 * which they came.
 */
export function compareEvents(a: TradingEvent, b: TradingEvent): number {
  if (a.time !== b.time) return a.time - b.time;
  if (a.kind !== b.kind) return RANK[a.kind] - RANK[b.kind];
  const left = 'symbol' in a ? a.symbol : '';
  const right = 'symbol' in b ? b.symbol : '';
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
