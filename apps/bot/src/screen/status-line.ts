import type { Desk } from '@org/execution';
import type { SessionView } from '../view/session-view.ts';
import { changeWords, moneyWords, priceWords, timeWords } from './words.ts';

/** Where the session stands, in one line: market time, prices, positions, equity, profit, open orders. */
export function statusLine(desk: Desk, { state, bars }: SessionView, startEquity: number): string {
  if (bars === 0) return 'warming up';
  const markets = desk.markets.map(({ index, instrument }) => {
    const size = state.account.sizes[index] ?? 0;
    const price = state.marks[index] ?? Number.NaN;
    const held = size === 0 ? 'flat' : `${size.toFixed(instrument.lot.decimals)} ${instrument.base.code}`;
    return `${instrument.symbol} ${priceWords(price, instrument)} ${held}`;
  });
  return [
    timeWords(state.time),
    ...markets,
    `equity ${moneyWords(state.equity)}`,
    changeWords(startEquity, state.equity),
    `${state.orders.length} open ${state.orders.length === 1 ? 'order' : 'orders'}`,
    ...(state.risk.halt.kind === 'none' ? [] : [`no entries: ${state.risk.halt.kind}`]),
  ].join(' | ');
}
