import type { BacktestResult, BacktestRun } from '@org/backtest-engine';
import { figure, listOf } from '@org/backtest-engine';

/** More alerts than these are counted, not shown. */
const SHOWN_ALERTS = 5;

type Noticed = Pick<BacktestResult, 'data' | 'assumptions' | 'alerts' | 'refusals'>;

/** What a person should know before believing the figures, a line each; nothing where all is as it should be. */
export function noticesOf(
  { data, assumptions, alerts, refusals }: Noticed,
  { firstDecision, refusals: refused }: Pick<BacktestRun, 'firstDecision' | 'refusals'>,
): readonly string[] {
  const notices = listOf(data).flatMap(({ symbol, interval, warnings }) =>
    warnings.map((warning) => `${symbol} ${interval}: ${warning}`),
  );
  if (firstDecision === null) {
    notices.push(`nothing was decided: the indicators need ${assumptions.warmUpBars} bars before the first`);
  }
  for (const { time, message } of alerts.slice(0, SHOWN_ALERTS)) {
    notices.push(`${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} ${message}`);
  }
  if (alerts.length > SHOWN_ALERTS) notices.push(`${alerts.length - SHOWN_ALERTS} further alerts`);
  if (refused > 0) {
    const limits = refusals.map(({ limit, count }) => `${limit} ${figure(count, 'count')}`).join(', ');
    notices.push(
      `${figure(refused, 'count')} ${refused === 1 ? 'order was' : 'orders were'} refused by limits: ${limits}`,
    );
  }
  return notices;
}
