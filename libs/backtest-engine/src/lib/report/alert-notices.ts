import type { AlertFacts } from '../result/backtest-result.ts';
import { grouped, utcMinute } from './figures.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';

/** Further ones are counted: what stops a session comes early in the list, and `result.json` has all. */
const SHOWN = 5;

/** What stopped or disturbed the session while it ran, above all figures, because it explains them. */
export function alertNotices(alerts: readonly AlertFacts[]): readonly Html[] {
  const further = alerts.length - SHOWN;
  return [
    ...alerts
      .slice(0, SHOWN)
      .map(({ time, message }) => html`<p class="warning">${utcMinute(time)}: ${message}</p>`),
    ...(further > 0 ? [html`<p class="warning">${grouped(further, 0)} more in result.json</p>`] : []),
  ];
}
