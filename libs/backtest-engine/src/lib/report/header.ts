import type { CandleSeries } from '@org/domain';
import { INTERVAL_MS } from '@org/domain';
import type { BacktestResult } from '../result/backtest-result.ts';
import { listOf } from '../result/one-or-more.ts';
import { grouped, utcDay } from './figures.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';

/** What was traded by what, in one line. */
export function title(result: BacktestResult): string {
  const strategies = unique(listOf(result.strategy).map(({ name }) => name));
  const symbols = unique(listOf(result.data).map(({ symbol }) => symbol));
  return `${named(strategies, 'strategies')} on ${named(symbols, 'markets')}`;
}

/** The head of the page: the title, the period that was traded through, and where the money went. */
export function header(result: BacktestResult, candles: readonly CandleSeries[]): Html {
  const { startingEquity, quoteAsset } = result.assumptions;
  const { value } = result.equity;
  const last = value[value.length - 1] ?? startingEquity;
  const bars = candles.reduce((sum, { openTime }) => sum + openTime.length, 0);
  return html`<header class="head">
    <p class="eyebrow">Backtest report</p>
    <h1>${title(result)}</h1>
    <p class="lead">
      ${period(candles)}
      <span>${grouped(bars, 0)} ${bars === 1 ? 'bar' : 'bars'} of ${intervals(candles)}</span>
      <span
        >${grouped(startingEquity, 2)} ${quoteAsset} became
        <strong>${grouped(last, 2)} ${quoteAsset}</strong></span
      >
    </p>
  </header>`;
}

function period(candles: readonly CandleSeries[]): Html | null {
  const opens = candles.flatMap(({ openTime }) => openTime[0] ?? []);
  const closes = candles.flatMap(({ openTime, interval }) => {
    const last = openTime[openTime.length - 1];
    return last === undefined ? [] : [last + INTERVAL_MS[interval]];
  });
  if (opens.length === 0) return null;
  return html`<span>${utcDay(Math.min(...opens))} to ${utcDay(Math.max(...closes))}</span>`;
}

function intervals(candles: readonly CandleSeries[]): string {
  return unique(candles.map(({ interval }) => interval)).join(', ');
}

function named(names: readonly string[], what: string): string {
  return names.length > 3 ? `${names.length} ${what}` : names.join(', ');
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
