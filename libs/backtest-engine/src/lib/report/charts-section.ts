import type { BacktestResult } from '../result/backtest-result.ts';
import { listOf } from '../result/one-or-more.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import type { TimeAxis } from './time-axis.ts';

/** Where the charts go, with their legends, and what was thinned out to draw them. */
export function chartsSections(result: BacktestResult, axis: TimeAxis): Html {
  const symbols = listOf(result.data).map(({ symbol }) => symbol);
  return html`<section class="card" id="equity">
      <div class="card-head">
        <h2>Equity and drawdown</h2>
        <p class="legend">
          <span><i class="key key-equity"></i>Equity <b id="equity-now"></b></span>
          <span><i class="key key-hold"></i>Buy and hold <b id="hold-now"></b></span>
          <span><i class="key key-drawdown"></i>Drawdown <b id="drawdown-now"></b></span>
        </p>
        ${chartButtons('equity-chart')}
      </div>
      <div class="chart chart-tall" id="equity-chart"></div>
    </section>
    <section class="card" id="price">
      <div class="card-head">
        <h2>Price and trades</h2>
        ${symbols.length > 1 ? marketChoice(symbols) : null}
        <p class="legend">
          ${mark('entry', 'Entry')} ${mark('exit', 'Exit')} ${mark('stop', 'Stop')}
          ${mark('target', 'Target')}
          <span><i class="key key-gain"></i>Won</span>
          <span><i class="key key-loss"></i>Lost</span>
          <b id="candle-now"></b>
        </p>
        ${chartButtons('price-chart')}
      </div>
      <div class="chart" id="price-chart"></div>
      <p class="note">${thinningNote(result, axis)}</p>
    </section>`;
}

function chartButtons(chart: string): Html {
  return html`<p class="buttons" data-zoom>
    <button type="button" id="${chart}-log" aria-pressed="false">Log</button>
    <button type="button" data-zoom-by="0.5" aria-label="Zoom in">+</button>
    <button type="button" data-zoom-by="2" aria-label="Zoom out">${'\u2212'}</button>
    <button type="button" data-zoom-all>All</button>
  </p>`;
}

function marketChoice(symbols: readonly string[]): Html {
  return html`<select id="market-choice" aria-label="Market">
    ${symbols.map((symbol, index) => html`<option value="${index}">${symbol}</option>`)}
  </select>`;
}

const MARKS = {
  entry: 'M6 1 11 10H1z',
  exit: 'M6 11 1 2h10z',
  stop: 'M2 2 10 10M10 2 2 10',
  target: 'M6 1 11 6 6 11 1 6z',
} as const;

function mark(kind: keyof typeof MARKS, label: string): Html {
  return html`<span
    ><svg class="mark mark-${kind}" viewBox="0 0 12 12" aria-hidden="true"><path d="${MARKS[kind]}" /></svg
    >${label}</span
  >`;
}

function thinningNote(result: BacktestResult, { interval }: TimeAxis): string {
  const recorded = [...new Set(listOf(result.data).map((data) => data.interval))];
  const drawn = recorded.every((one) => one === interval)
    ? `Every ${interval} bar is drawn.`
    : `The charts draw ${interval} bars made from ${recorded.join(' and ')}, so that the page stays quick: equity is the last close in each, drawdown the deepest.`;
  return `${drawn} Entries and exits stand at their exact time and price. Drag to move, pinch or use the buttons to zoom; hover or tap a mark for its reason.`;
}
