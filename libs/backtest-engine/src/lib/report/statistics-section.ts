import type { StatisticNote } from '../statistics/statistic-notes.ts';
import { STATISTIC_NOTES } from '../statistics/statistic-notes.ts';
import type { Statistics } from '../statistics/statistics.ts';
import { figure } from './figures.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { tone } from './tiles.ts';

/** All statistics in groups; what each means shows on hover, on focus, and on touch. */
export function statisticsSection(statistics: Statistics, quoteAsset: string): Html {
  const groups = [...new Set(STATISTIC_NOTES.map(({ group }) => group))];
  return html`<section class="card" id="statistics">
    <h2>Statistics</h2>
    <div class="groups">
      ${groups.map(
        (group) =>
          html`<div>
            <h3>${group}</h3>
            <dl class="figures">
              ${STATISTIC_NOTES.filter((note) => note.group === group).map((note) =>
                row(note, statistics, quoteAsset),
              )}
            </dl>
          </div>`,
      )}
    </div>
  </section>`;
}

function row({ key, label, unit, meaning }: StatisticNote, statistics: Statistics, quoteAsset: string): Html {
  const value = statistics[key];
  const text = unit === 'money' ? `${figure(value, unit)} ${quoteAsset}` : figure(value, unit);
  return html`<div data-statistic="${key}">
    <dt><span class="explained" tabindex="0" data-tip="${meaning}">${label}</span></dt>
    <dd class="${unit === 'change' ? tone(value) : 'even'}">${text}</dd>
  </div>`;
}
