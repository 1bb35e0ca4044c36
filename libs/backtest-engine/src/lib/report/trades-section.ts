import type { BacktestResult } from '../result/backtest-result.ts';
import type { OpenPosition } from '../trades/trade.ts';
import { grouped, signedPercent, utcMinute } from './figures.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { tone } from './tiles.ts';

/** The trades' table, filled by the page's script, and what was still held at the end. */
export function tradesSection({ trades, openPositions, assumptions }: BacktestResult): Html {
  return html`<section class="card" id="trades">
    <div class="card-head">
      <h2>Trades <span class="count">${grouped(trades.length, 0)}</span></h2>
      ${trades.length === 0 ? null : TOOLS}
    </div>
    ${openPositions.map((position) => openPosition(position, assumptions.quoteAsset))}
    ${trades.length === 0 ? html`<p class="empty">No round trip was completed.</p>` : TABLE}
  </section>`;
}

function openPosition(position: OpenPosition, quote: string): Html {
  const { symbol, strategyId, entryTime, quantity, averageCost, lastPrice, profit, entryReason } = position;
  return html`<p class="open-position">
    <b>Still open:</b> ${grouped(quantity, 8).replace(/\.?0+$/, '')} ${symbol} (${strategyId}) since
    ${utcMinute(entryTime)} at an average cost of ${grouped(averageCost, 2)}; at the last price of
    ${grouped(lastPrice, 2)} it stands at
    <b class="${tone(profit)}"
      >${grouped(profit, 2)} ${quote} (${signedPercent(lastPrice / averageCost - 1)})</b
    >.
    <span class="reason">${entryReason}</span>
  </p>`;
}

const TOOLS = html`<p class="tools">
  <input id="trade-search" type="search" placeholder="Search reasons" aria-label="Search reasons" />
  <select id="trade-filter" aria-label="Which trades">
    <option value="all">All trades</option>
    <option value="won">Won</option>
    <option value="lost">Lost</option>
    <option value="stop">Ended by a stop</option>
    <option value="target">Ended by a target</option>
  </select>
  <select id="trade-sort" class="narrow-only" aria-label="Sort by"></select>
</p>`;

const TABLE = html`<div class="table-frame">
    <table class="trades">
      <thead>
        <tr id="trade-columns"></tr>
      </thead>
      <tbody id="trade-rows"></tbody>
    </table>
  </div>
  <p class="pager">
    <button type="button" id="trade-back">Previous</button>
    <span id="trade-range" role="status"></span>
    <button type="button" id="trade-on">Next</button>
  </p>`;
