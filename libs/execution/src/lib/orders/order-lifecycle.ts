import type { OrderEvent, OrderFilled, OrderState, SpotInstrument } from '@org/domain';
import { quantity, ZERO } from '@org/domain';
import type { OrderDraft } from './order-draft.ts';
import { reservationAfter } from './reservation.ts';

/** The reports that speak about one order's life. */
export type OrderReport = Extract<
  OrderEvent,
  {
    kind:
      'orderAccepted' | 'orderRejected' | 'orderUnknown' | 'orderFilled' | 'orderCancelled' | 'orderExpired';
  }
>;

type StateKind = OrderState['kind'];
type ReportKind = OrderReport['kind'];

/** Where a report leads from each state. `same` is a report told twice or late; `impossible` cannot be. */
type Transition = Exclude<StateKind, 'waiting'> | 'same' | 'impossible';

const ENDED = {
  orderAccepted: 'same',
  orderRejected: 'impossible',
  orderUnknown: 'same',
  orderFilled: 'impossible',
  orderCancelled: 'same',
  orderExpired: 'same',
} as const satisfies Record<ReportKind, Transition>;

const WORKING = {
  orderAccepted: 'open',
  orderRejected: 'rejected',
  orderUnknown: 'unknown',
  orderFilled: 'open',
  orderCancelled: 'cancelled',
  orderExpired: 'expired',
} as const satisfies Record<ReportKind, Transition>;

type Row = Readonly<Record<ReportKind, Transition>>;

const TRANSITIONS: Readonly<Record<StateKind, Row>> = {
  waiting: {
    orderAccepted: 'impossible',
    orderRejected: 'impossible',
    orderUnknown: 'impossible',
    orderFilled: 'impossible',
    orderCancelled: 'impossible',
    orderExpired: 'impossible',
  },
  pendingNew: WORKING,
  unknown: WORKING,
  open: { ...WORKING, orderAccepted: 'same', orderRejected: 'impossible', orderUnknown: 'same' },
  pendingCancel: {
    ...WORKING,
    orderAccepted: 'same',
    orderRejected: 'impossible',
    orderFilled: 'pendingCancel',
  },
  filled: ENDED,
  cancelled: ENDED,
  expired: ENDED,
  rejected: ENDED,
};

/** What a report does to an order: it moves, stays as it is, or the report cannot be true. */
export type OrderAdvance = 'moved' | 'same' | 'impossible';

/**
 * One report about one order: the whole lifecycle, written into the order where it moves. A fill counts once, by its trade
 * id; a fill that completes the order ends it, and one of more than was asked for cannot be. When the answer to a cancel is
 * lost, the cancel is wished again as soon as the order is known to live. An order that has ended reserves nothing.
 */
export function advanceOrder(
  order: OrderDraft,
  report: OrderReport,
  instrument: SpotInstrument,
): OrderAdvance {
  const to = transitionIn(rowOf(order.state.kind), report.kind);
  if (to === 'impossible') return 'impossible';
  if (report.kind === 'orderFilled') return countFill(order, report, instrument);
  if (to === 'same') return 'same';
  order.state = stateAfter(order.state, to, report);
  if (isFinal(order.state)) order.reserved = ZERO;
  return 'moved';
}

/** Looked up by fixed names, the most frequent first: by a name that varies it takes several times as long. */
function rowOf(kind: StateKind): Row {
  switch (kind) {
    case 'open':
      return TRANSITIONS.open;
    case 'pendingNew':
      return TRANSITIONS.pendingNew;
    case 'pendingCancel':
      return TRANSITIONS.pendingCancel;
    default:
      return TRANSITIONS[kind];
  }
}

function transitionIn(row: Row, kind: ReportKind): Transition {
  switch (kind) {
    case 'orderFilled':
      return row.orderFilled;
    case 'orderAccepted':
      return row.orderAccepted;
    case 'orderCancelled':
      return row.orderCancelled;
    default:
      return row[kind];
  }
}

/** Whether nothing more can happen to an order in this state. */
export function isFinal(state: OrderState): boolean {
  switch (state.kind) {
    case 'filled':
    case 'cancelled':
    case 'expired':
    case 'rejected':
      return true;
    default:
      return false;
  }
}

function countFill(order: OrderDraft, fill: OrderFilled, instrument: SpotInstrument): OrderAdvance {
  if (fill.tradeId <= order.lastTradeId) return 'same';
  const filled = quantity(order.filled + fill.quantity);
  const { request } = order;
  const rest = request.type === 'marketQuote' ? Infinity : request.quantity - filled;
  if (rest < 0) return 'impossible';
  const complete = fill.complete || rest === 0;
  order.filled = filled;
  order.reserved = reservationAfter(order.reserved, request, filled, fill, instrument);
  order.lastTradeId = fill.tradeId;
  order.state = complete ? FILLED : stateAfterFill(order.state);
  return 'moved';
}

/** The state of an order that has just been sent. */
export const IN_FLIGHT: OrderState = { kind: 'pendingNew', thenCancel: false };
const FILLED: OrderState = { kind: 'filled' };
/** The state of an order that the exchange has taken in. */
export const OPEN: OrderState = { kind: 'open' };
const CANCELLED: OrderState = { kind: 'cancelled' };
const EXPIRED: OrderState = { kind: 'expired' };
/** The state of an order whose cancel is on its way. */
export const PENDING_CANCEL: OrderState = { kind: 'pendingCancel' };

function stateAfterFill(state: OrderState): OrderState {
  return wantsCancel(state) ? PENDING_CANCEL : OPEN;
}

function wantsCancel(state: OrderState): boolean {
  if (state.kind === 'pendingCancel') return true;
  return (state.kind === 'pendingNew' || state.kind === 'unknown') && state.thenCancel;
}

function stateAfter(from: OrderState, to: StateKind, report: OrderReport): OrderState {
  switch (to) {
    case 'open':
      return wantsCancel(from) ? PENDING_CANCEL : OPEN;
    case 'rejected':
      return { kind: 'rejected', reason: report.kind === 'orderRejected' ? report.reason : '' };
    case 'cancelled':
      return CANCELLED;
    case 'expired':
      return EXPIRED;
    default:
      return { kind: 'unknown', thenCancel: wantsCancel(from) };
  }
}
