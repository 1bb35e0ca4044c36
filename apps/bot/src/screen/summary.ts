import type { Amount, Order, SpotInstrument } from '@org/domain';
import { formatAmount, formatPrice, priceValue, quantityValue } from '@org/domain';
import type { Desk } from '@org/execution';
import { haltName } from '@org/risk';
import type { OpenPosition } from '../view/open-position.ts';
import { openPositions } from '../view/open-position.ts';
import type { SessionView } from '../view/session-view.ts';
import {
  changeWords,
  countWords,
  moneyWords,
  priceWords,
  requestWords,
  shareWords,
  timeWords,
} from './words.ts';

/** How a session ended. */
export interface Ending {
  readonly desk: Desk;
  readonly view: SessionView;
  readonly startEquity: number;
  /** Why, in words: `stopped by SIGINT`, `the market is over`. */
  readonly why: string;
}

type Row = readonly [name: string, text: string];

/** What came of the session, a line each; an open position always with its stop. */
export function summaryRows({ desk, view, startEquity, why }: Ending): readonly Row[] {
  const { state, firstTime, bars } = view;
  const quote = desk.quote.code;
  return [
    ['ended', why],
    [
      'market time',
      firstTime === null
        ? 'no bar could be traded on: the indicators did not get warm'
        : `${timeWords(firstTime)} to ${timeWords(state.time)}, ${countWords(bars, 'bar')}`,
    ],
    [
      'orders',
      `${view.orders} sent, ${countWords(view.fills, 'fill')}, ${view.cancels} cancelled, ${view.refusals} refused`,
    ],
    ['trades', `${view.trades} closed`],
    ['fees', feeWords(desk, view.fees)],
    [
      'equity',
      `${moneyWords(startEquity)} to ${moneyWords(state.equity)} ${quote}, ${changeWords(startEquity, state.equity)}`,
    ],
    ...haltRows(view),
    ...positionRows(desk, view),
    ...restingRows(desk, view),
  ];
}

function feeWords(desk: Desk, fees: ReadonlyMap<string, Amount>): string {
  const words = feeAmounts(desk, fees).map(([code, text]) => `${text} ${code}`);
  return words.length === 0 ? 'none' : words.join(', ');
}

/** What was paid in each asset, as an exact decimal. */
function feeAmounts(desk: Desk, fees: ReadonlyMap<string, Amount>): readonly Row[] {
  const assets = desk.markets.flatMap(({ instrument: { base, quote } }) => [base, quote]);
  return [...fees].map(([code, units]) => {
    const asset = assets.find((one) => one.code === code) ?? desk.quote;
    return [code, formatAmount(units, asset)];
  });
}

function haltRows({ state: { risk } }: SessionView): readonly Row[] {
  const { halt } = risk;
  if (halt.kind === 'none' || halt.kind === 'killSwitch') return [];
  return [
    ['no entries', `${haltName(halt)} of ${shareWords(halt.observed)}, allowed ${shareWords(halt.limit)}`],
  ];
}

function positionRows(desk: Desk, { state }: SessionView): readonly Row[] {
  const positions = openPositions(desk, state);
  if (positions.length === 0) return [['position', 'no open position']];
  return positions.flatMap((position) => [
    ['position', positionWords(desk, position)] as const,
    ...protectionRows('stop', position.stops, position.market.instrument),
    ...protectionRows('target', position.targets, position.market.instrument),
  ]);
}

function positionWords(desk: Desk, { market, position, price, value, strategyId }: OpenPosition): string {
  const { instrument } = market;
  return [
    `${instrument.symbol} ${position.size.toFixed(instrument.base.decimals)} ${instrument.base.code}`,
    `bought at ${priceWords(position.averagePrice, instrument)}`,
    `now ${priceWords(price, instrument)}`,
    `worth ${moneyWords(value)} ${desk.quote.code}`,
    ...(desk.seats.length > 1 ? [`of ${strategyId}`] : []),
  ].join(', ');
}

function protectionRows(
  name: 'stop' | 'target',
  orders: readonly Order[],
  instrument: SpotInstrument,
): readonly Row[] {
  if (orders.length === 0) return [[name, 'none']];
  return orders.map((order) => {
    const { clientOrderId, request } = order;
    const level =
      request.type === 'stop' ? request.stopPrice : request.type === 'limit' ? request.price : null;
    return [
      name,
      `${level === null ? '-' : formatPrice(level, instrument)} (order ${clientOrderId})${doubtWords(order)}`,
    ] as const;
  });
}

/** What a session that ended by a fault does not know of an order. */
function doubtWords({ state }: Order): string {
  switch (state.kind) {
    case 'waiting':
      return ', not sent yet';
    case 'pendingNew':
    case 'unknown':
      return ', not confirmed';
    case 'pendingCancel':
      return ', called off, which is not confirmed';
    default:
      return '';
  }
}

/** What rests beside the protection of positions, which is named with them. */
function restingRows(desk: Desk, { state }: SessionView): readonly Row[] {
  return state.orders.flatMap((order) => {
    const instrument = desk.marketBySymbol.get(order.symbol)?.instrument;
    if (order.purpose === 'stop' || order.purpose === 'target' || instrument === undefined) return [];
    const { clientOrderId, purpose, request } = order;
    const words = `${clientOrderId} ${purpose}: ${requestWords(request, instrument)}${doubtWords(order)}`;
    return [['resting', words] as const];
  });
}

/**
 * The same for programs: times in ms UTC, null where no bar was traded on; prices in quote per base, sizes in base, money
 * in quote, fees by asset in that asset.
 */
export function summaryData({ desk, view, startEquity, why }: Ending): object {
  const { state } = view;
  return {
    why,
    from: view.firstTime,
    to: view.firstTime === null ? null : state.time,
    bars: view.bars,
    orders: view.orders,
    fills: view.fills,
    cancels: view.cancels,
    trades: view.trades,
    refusals: view.refusals,
    fees: Object.fromEntries(feeAmounts(desk, view.fees)),
    equity: { from: startEquity, to: state.equity },
    halt: state.risk.halt,
    positions: openPositions(desk, state).map(
      ({ market, strategyId, position, price, value, stops, targets }) => ({
        ...{ strategyId, symbol: position.symbol, size: position.size, averagePrice: position.averagePrice },
        ...{ price, value },
        stops: stops.map((order) => protectionData(order, market.instrument)),
        targets: targets.map((order) => protectionData(order, market.instrument)),
      }),
    ),
  };
}

function protectionData({ clientOrderId, request }: Order, instrument: SpotInstrument): object {
  const level = request.type === 'stop' ? request.stopPrice : request.type === 'limit' ? request.price : null;
  return {
    orderId: clientOrderId,
    price: level === null ? null : priceValue(level, instrument),
    size: request.type === 'marketQuote' ? null : quantityValue(request.quantity, instrument),
  };
}
