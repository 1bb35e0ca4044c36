import type { MarketEvent } from './market-event.ts';
import type { OrderEvent } from './order-event.ts';
import type { SessionEvent } from './session-event.ts';

/** Everything that can reach the trading step; `time` is when it happened, in ms UTC. */
export type TradingEvent = MarketEvent | OrderEvent | SessionEvent;
