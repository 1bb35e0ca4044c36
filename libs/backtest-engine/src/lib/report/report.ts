import type { CandleSeries } from '@org/domain';
import type { BacktestResult } from '../result/backtest-result.ts';
import { alertNotices } from './alert-notices.ts';
import { chartsSections } from './charts-section.ts';
import { factsSections } from './facts-section.ts';
import { header, title } from './header.ts';
import { Html, html, scriptJson } from './html.ts';
import { makePageData } from './make-page-data.ts';
import { monthlyReturns } from './monthly-returns.ts';
import { monthsSection } from './months-section.ts';
import { footer } from './notices.ts';
import { readPageParts } from './page-parts.ts';
import { statisticsSection } from './statistics-section.ts';
import { tiles } from './tiles.ts';
import { timeAxis } from './time-axis.ts';
import { tradesSection } from './trades-section.ts';

/** The page forbids itself every request: all that it needs is in it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

/**
 * `report.html`: one page that needs nothing else. Histories beyond what a page can hold are drawn in longer bars, and
 * the page says so; trades are all there, at their exact time and price. The same result gives the same bytes.
 *
 * @param candles the bars that were traded through, of every market.
 */
export function renderReport(result: BacktestResult, candles: readonly CandleSeries[]): string {
  const axis = timeAxis(candles, result.equity);
  const parts = readPageParts();
  const { assumptions, statistics, equity } = result;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <title>${title(result)} – backtest</title>
        <link rel="icon" href="data:," />
        <style>
          ${new Html(parts.css)}
        </style>
      </head>
      <body>
        <main>
          ${header(result, candles)} ${alertNotices(result.alerts)} ${tiles(statistics)}
          <noscript><p class="warning">The charts and the table of trades need JavaScript.</p></noscript>
          ${chartsSections(result, axis)} ${statisticsSection(statistics, assumptions.quoteAsset)}
          ${monthsSection(monthlyReturns(assumptions.startingEquity, equity))} ${tradesSection(result)}
          ${factsSections(result)} ${footer(result, parts.chartLicence)}
        </main>
        <script type="application/json" id="page-data">
          ${scriptJson(makePageData(result, candles, axis))}
        </script>
        <script>
          ${new Html(parts.chartLibrary)};
        </script>
        <script>
          (() => {
            'use strict';
            ${new Html(parts.script)};
          })();
        </script>
      </body>
    </html> `;
  return page.text;
}
