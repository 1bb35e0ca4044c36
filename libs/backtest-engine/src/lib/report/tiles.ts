import type { Statistics } from '../statistics/statistics.ts';
import { UNDEFINED_FIGURE, figure, percent, signedPercent, utcDay } from './figures.ts';
import type { Html, HtmlPart } from './html.ts';
import { html } from './html.ts';

/** The six figures that a reader looks for first, each with the one that puts it into proportion. */
export function tiles(statistics: Statistics): Html {
  const s = statistics;
  return html`<section class="tiles" aria-label="Key figures">
    ${tile('Total return', s.totalReturn, figure(s.totalReturn, 'change'), `buy and hold ${change(s.buyAndHold)}`)}
    ${tile('Yearly growth', s.cagr, figure(s.cagr, 'change'), `exposure ${figure(s.exposure, 'rate')}`)}
    ${tile('Deepest drawdown', fall(s), percent(s.maxDrawdown), drawdownPeriod(s))}
    ${tile('Sharpe ratio', null, figure(s.sharpe, 'ratio'), `Sortino ${figure(s.sortino, 'ratio')}`)}
    ${tile('Trades', null, figure(s.tradeCount, 'count'), `win rate ${figure(s.winRate, 'rate')}`)}
    ${tile('Profit factor', null, figure(s.profitFactor, 'ratio'), `expectancy ${change(s.expectancy)}`)}
  </section>`;
}

function tile(label: string, direction: number | null, value: string, beside: HtmlPart): Html {
  return html`<div class="tile">
    <p class="tile-label">${label}</p>
    <p class="tile-value ${tone(direction)}">${value}</p>
    <p class="tile-beside">${beside}</p>
  </div>`;
}

/** Gains and losses have a colour each, the same everywhere on the page. */
export function tone(direction: number | null): string {
  if (direction === null || direction === 0) return 'even';
  return direction > 0 ? 'gain' : 'loss';
}

function change(value: number | null): string {
  return value === null ? UNDEFINED_FIGURE : signedPercent(value);
}

function fall({ maxDrawdown }: Statistics): number {
  return -maxDrawdown;
}

function drawdownPeriod({ maxDrawdownStart, maxDrawdownEnd }: Statistics): HtmlPart {
  if (maxDrawdownStart === null || maxDrawdownEnd === null) return 'never below its peak';
  const day = (time: number) => html`<span class="unbroken">${utcDay(time)}</span>`;
  return html`${day(maxDrawdownStart)} to ${day(maxDrawdownEnd)}`;
}
