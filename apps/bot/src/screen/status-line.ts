import type { SpotInstrument } from '@org/domain';
import { formatQuantity, toQuantity } from '@org/domain';
import type { Desk } from '@org/execution';
import { haltName } from '@org/risk';
import type { SessionView } from '../view/session-view.ts';
import { changeWords, countWords, moneyWords, priceWords, timeWords } from './words.ts';

/**
 * Where the session stands, in one line of at most `width` characters: market time, prices, positions, equity, profit,
 * open orders, and why it takes no entries. Where they do not fit, the equity is left out first, which the profit tells
 * too, then the number of orders, then the time.
 */
export function statusLine(
  desk: Desk,
  { state, bars }: SessionView,
  startEquity: number,
  width = Infinity,
): string {
  if (bars === 0) return 'warming up'.slice(0, width);
  const time = timeWords(state.time);
  const equity = `equity ${moneyWords(state.equity)}`;
  const orders = countWords(state.orders.length, 'open order');
  const parts = [
    time,
    ...desk.markets.map(({ index, instrument }) =>
      marketWords(instrument, state.marks[index] ?? Number.NaN, state.account.sizes[index] ?? 0),
    ),
    equity,
    changeWords(startEquity, state.equity),
    orders,
    ...(state.risk.halt.kind === 'none' ? [] : [`no entries: ${haltName(state.risk.halt)}`]),
  ];
  return inWidth(parts, [equity, orders, time], width);
}

/** What is left over when a position was sold is less than a lot, and nothing that could be traded: `flat`. */
function marketWords(instrument: SpotInstrument, price: number, size: number): string {
  const lots = toQuantity(size, instrument, 'down');
  const held = lots === 0 ? 'flat' : `${formatQuantity(lots, instrument)} ${instrument.base.code}`;
  return `${instrument.symbol} ${priceWords(price, instrument)} ${held}`;
}

/** Joins what fits; `spared` is left out one after the other until it does, and the rest is cut. */
function inWidth(parts: readonly string[], spared: readonly string[], width: number): string {
  const line = parts.join(' | ');
  const [first, ...rest] = spared;
  if (line.length <= width || first === undefined) return line.slice(0, width);
  return inWidth(
    parts.filter((part) => part !== first),
    rest,
    width,
  );
}
