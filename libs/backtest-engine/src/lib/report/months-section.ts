import type { MonthlyReturn } from './monthly-returns.ts';
import { compound } from './monthly-returns.ts';
import { grouped, signedPercent } from './figures.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { tone } from './tiles.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Monthly returns as a heatmap: a row a year, the strongest month in full colour. */
export function monthsSection(months: readonly MonthlyReturn[]): Html {
  return html`<section class="card" id="months">
    <h2>Monthly returns</h2>
    ${months.length === 0 ? html`<p class="empty">No month has a bar.</p>` : heatmap(months)}
  </section>`;
}

function heatmap(months: readonly MonthlyReturn[]): Html {
  const strongest = Math.max(...months.map(({ rate }) => Math.abs(rate)));
  const years = [...new Set(months.map(({ year }) => year))];
  return html`<table class="heatmap">
    <thead>
      <tr>
        <th scope="col"><span class="unseen">Year</span></th>
        ${MONTHS.map((name) => html`<th scope="col">${name.slice(0, 1)}<span class="wide">${name.slice(1)}</span></th>`)}
        <th scope="col">Year</th>
      </tr>
    </thead>
    <tbody>
      ${years.map((year) =>
        yearRow(
          year,
          months.filter((month) => month.year === year),
          strongest,
        ),
      )}
    </tbody>
  </table>`;
}

function yearRow(year: number, months: readonly MonthlyReturn[], strongest: number): Html {
  const total = compound(months);
  return html`<tr>
    <th scope="row">${year}</th>
    ${MONTHS.map((_, month) => cell(months.find((one) => one.month === month)?.rate ?? null, strongest))}
    <td class="total ${tone(shown(total))}">${rateText(total)}</td>
  </tr>`;
}

/** The root makes weak months tell apart; colour alone says nothing: the figure stands in every cell. */
function cell(rate: number | null, strongest: number): Html {
  if (rate === null) return html`<td class="none"></td>`;
  const heat = strongest === 0 ? 0 : Math.round(Math.sqrt(Math.abs(rate) / strongest) * 100);
  return html`<td class="${tone(shown(rate))}" style="--heat:${heat}%">${rateText(rate)}</td>`;
}

/** What stands as 0.0% is neither a gain nor a loss: dust that is held moves equity by less. */
function shown(rate: number): number {
  return Number(rate.toFixed(3));
}

/** One decimal where there is room, none on a phone. */
function rateText(rate: number): Html {
  return html`<span class="wide">${signedPercent(rate, 1)}</span
    ><span class="narrow">${grouped(rate * 100, 0)}</span>`;
}
