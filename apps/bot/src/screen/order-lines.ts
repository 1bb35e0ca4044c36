import type {
  Command,
  Order,
  OrderFilled,
  OrderPurpose,
  Refusal,
  SpotInstrument,
  TradingEvent,
} from '@org/domain';
import { formatAmount, formatPrice, formatQuantity } from '@org/domain';
import type { Desk, TradingState } from '@org/execution';
import type { Moment } from '../view/session-view.ts';
import { limitFigure, requestWords } from './words.ts';

/** What happened to orders, in a word that is easily found and the facts behind it. */
export interface OrderLine {
  readonly time: number;
  readonly word:
    | 'placed'
    | 'resting'
    | 'filled'
    | 'stopped'
    | 'target'
    | 'cancelled'
    | 'rejected'
    | 'expired'
    | 'refused'
    | 'alert';
  readonly text: string;
  /** What repeated lines have in common, where they come in floods; null where each is news. */
  readonly flood: string | null;
}

/** The lines of one step: what was reported first, then what was done about it. */
export function orderLines(desk: Desk, { before, stepped }: Moment): readonly OrderLine[] {
  const { event, commands } = stepped;
  return [
    ...reportLines(desk, event, before.state),
    ...commands.flatMap((command) => commandLines(desk, command)),
  ];
}

function commandLines(desk: Desk, command: Command): readonly OrderLine[] {
  const { time } = command;
  const line = (word: OrderLine['word'], text: string, flood: string | null = null): OrderLine => ({
    ...{ time, word, text, flood },
  });
  switch (command.kind) {
    case 'place': {
      const { clientOrderId, purpose, request, reason } = command;
      const wanted = requestWords(request, instrumentOf(desk, command.symbol));
      const name = nameOf(desk, clientOrderId, purpose, command.strategyId);
      return [line('placed', `${name}: ${wanted} · ${reason}`)];
    }
    case 'placePair': {
      const instrument = instrumentOf(desk, command.symbol);
      const legs = [
        { purpose: 'stop', ...command.stop },
        { purpose: 'target', ...command.target },
      ] as const;
      return legs.map(({ clientOrderId, purpose, request }) => {
        const name = nameOf(desk, clientOrderId, purpose, command.strategyId);
        return line('placed', `${name}: ${requestWords(request, instrument)}`);
      });
    }
    case 'refused':
      return command.refusals.map((refusal) => {
        const { strategyId } = command;
        return line('refused', `${strategyId}: ${refusalWords(refusal)}`, `${strategyId} ${refusal.limit}`);
      });
    case 'alert':
      return [line('alert', command.message)];
    case 'cancel':
    case 'setTimer':
    case 'compute':
      return [];
  }
}

function reportLines(desk: Desk, event: TradingEvent, before: TradingState): readonly OrderLine[] {
  const { time } = event;
  const line = (word: OrderLine['word'], text: string): OrderLine => ({ time, word, text, flood: null });
  const order = 'clientOrderId' in event ? orderOf(before, event.clientOrderId) : undefined;
  switch (event.kind) {
    case 'orderFilled': {
      const word = order?.purpose === 'stop' ? 'stopped' : order?.purpose === 'target' ? 'target' : 'filled';
      return [line(word, fillWords(desk, event, order))];
    }
    case 'orderAccepted':
      if (order === undefined || order.slot === null || order.request.type !== 'limit') return [];
      return [line('resting', orderWords(desk, order, event.clientOrderId))];
    case 'orderCancelled':
      return [line('cancelled', orderWords(desk, order, event.clientOrderId))];
    case 'orderRejected':
      return [line('rejected', `${orderWords(desk, order, event.clientOrderId)}: ${event.reason}`)];
    case 'orderExpired':
      return [line('expired', `${orderWords(desk, order, event.clientOrderId)}: ${event.reason}`)];
    case 'connectionLost':
      return [line('alert', `connection ${event.stream} is lost: no new entries`)];
    case 'connectionRestored':
      return [line('alert', `connection ${event.stream} is back`)];
    default:
      return [];
  }
}

function fillWords(desk: Desk, fill: OrderFilled, order: Order | undefined): string {
  const instrument = instrumentOf(desk, fill.symbol);
  const { base, quote } = instrument;
  const asset = [base, quote].find(({ code }) => code === fill.feeAsset) ?? quote;
  const size = `${formatQuantity(fill.quantity, instrument)} ${base.code}`;
  const side = order === undefined ? 'traded' : order.request.side === 'buy' ? 'bought' : 'sold';
  return [
    `${orderWords(desk, order, fill.clientOrderId)}: ${side} ${size} at ${formatPrice(fill.price, instrument)}`,
    `fee ${formatAmount(fill.fee, asset)} ${fill.feeAsset}`,
    ...(fill.complete ? [] : ['in part']),
    ...(fill.note === null ? [] : [fill.note]),
  ].join(', ');
}

/** Why, by how much, and the limit that a person can set otherwise. */
function refusalWords({ limit, reason, observed, allowed }: Refusal): string {
  return `${reason}; observed ${limitFigure(observed)}, allowed ${limitFigure(allowed)} (${limit})`;
}

function orderWords(desk: Desk, order: Order | undefined, id: string): string {
  return order === undefined ? id : nameOf(desk, id, order.purpose, order.strategyId);
}

/** An order as a person finds it again; whose it is, where that may be in doubt. */
function nameOf({ seats }: Desk, id: string, purpose: OrderPurpose, strategyId: string): string {
  return seats.length > 1 ? `${id} ${purpose} of ${strategyId}` : `${id} ${purpose}`;
}

function orderOf({ orders }: TradingState, id: string): Order | undefined {
  return orders.find(({ clientOrderId }) => clientOrderId === id);
}

function instrumentOf(desk: Desk, symbol: string): SpotInstrument {
  const market = desk.marketBySymbol.get(symbol);
  if (market === undefined) throw new RangeError(`${symbol} is no market of this session`);
  return market.instrument;
}
