import type { RiskLimits } from '@org/domain';
import { plainDecimal } from '@org/domain';
import type {
  Assumptions,
  BacktestResult,
  DataFacts,
  GapFacts,
  InstrumentFacts,
  RefusalFacts,
  StrategyFacts,
} from '../result/backtest-result.ts';
import { listOf } from '../result/one-or-more.ts';
import { sortedRecord } from '../result/plain-json.ts';
import { grouped, percent, utcMinute } from './figures.ts';
import type { Html, HtmlPart } from './html.ts';
import { html } from './html.ts';

/** What went into the backtest: strategies and their parameters, the market's assumptions, the data. */
export function factsSections(result: BacktestResult): Html {
  return html`<div class="columns">
    <section class="card" id="strategy">
      <h2>Strategy</h2>
      ${listOf(result.strategy).map(strategyFacts)}
      <h3>Limits of risk</h3>
      ${facts(limitRows(result.assumptions.limits))} ${refused(result.refusals)}
    </section>
    <section class="card" id="assumptions">
      <h2>Assumptions</h2>
      ${facts(assumptionRows(result.assumptions))}
      <ul class="rules">
        ${RULES.map((rule) => html`<li>${rule}</li>`)}
      </ul>
    </section>
    <section class="card" id="data">
      <h2>Data</h2>
      ${listOf(result.data).map(dataFacts)}
      <h3>Rules of the market</h3>
      ${listOf(result.instrument).map((instrument) => facts(instrumentRows(instrument)))}
    </section>
  </div>`;
}

/** How the simulated market treats an order; `docs/backtest-assumptions.md` says why. */
const RULES = [
  'Decided on the close of a bar, traded from the next bar on.',
  'Market orders fill at the next open, moved against us by the slippage and rounded to the tick.',
  'A limit fills only when the price trades through it.',
  'A stop fills at its level, or at the open where the bar gaps over it, less slippage.',
  'Where a bar touches stop and target, the stop is taken to have come first.',
  'A bar without volume fills nothing.',
  'A position open at the end is marked at the last close, not sold.',
];

type Row = readonly [name: string, value: HtmlPart];

function facts(rows: readonly Row[]): Html {
  return html`<dl class="figures">
    ${rows.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

function strategyFacts({ id, name, sha256, parameters }: StrategyFacts): Html {
  const rows = Object.entries(sortedRecord(parameters)).map(([key, value]): Row => [
    key,
    parameterText(value),
  ]);
  const origin = sha256 === null ? 'built in' : html`<code>${sha256.slice(0, 12)}</code>`;
  return html`<h3>${name}</h3>
    ${facts([['instance', id], ['source', origin], ...rows])}`;
}

function parameterText(value: unknown): string {
  if (typeof value === 'number') return plainDecimal(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function limitRows(limits: RiskLimits): readonly Row[] {
  const share = (value: number | null) => (value === null ? 'off' : percent(value));
  return [
    ['amount per trade', share(limits.amountPerTrade)],
    ['risk per trade', share(limits.riskPerTrade)],
    ['stop loss', share(limits.stopLoss)],
    [
      'target, times the stop',
      limits.takeProfitRatio === null ? 'off' : plainDecimal(limits.takeProfitRatio),
    ],
    ['largest position', share(limits.maxPosition)],
    ['open orders', limits.maxOpenOrders === null ? 'off' : grouped(limits.maxOpenOrders, 0)],
    ['daily loss', share(limits.dailyLoss)],
    ['drawdown', share(limits.maxDrawdown)],
  ];
}

/** Nothing where no limit was in the way. */
function refused(refusals: readonly RefusalFacts[]): Html | null {
  if (refusals.length === 0) return null;
  return html`<h3>Refused orders</h3>
    ${facts(refusals.map(({ limit, count }) => [limit, times(count)]))}
    ${refusals.map(
      ({ limit, first: { time, allowed, observed, reason } }) =>
        html`<p class="reason">
          ${limit}, first ${utcMinute(time)}: ${reason} (allowed ${short(allowed)}, found ${short(observed)})
        </p>`,
    )}`;
}

/** A share or an amount as it can be read at a glance; `result.json` has all of its digits. */
const short = (value: number | string): string =>
  typeof value === 'number' ? plainDecimal(Number(value.toPrecision(6))) : value;

const times = (count: number): string => (count === 1 ? 'once' : `${grouped(count, 0)} times`);

function assumptionRows(assumptions: Assumptions): readonly Row[] {
  return [
    ['cash', `${grouped(assumptions.cash, 2)} ${assumptions.quoteAsset}`],
    ...Object.entries(assumptions.deposits).map(([asset, amount]): Row => [
      'deposit',
      `${plainDecimal(amount)} ${asset}`,
    ]),
    ['fee per fill', percent(assumptions.fee, 3)],
    ['fee paid in', assumptions.feeAsset === 'received' ? 'the asset received' : assumptions.feeAsset],
    ['slippage', `${grouped(assumptions.slippage * 10_000, 1)} bps`],
    ['most of a bar’s volume', percent(assumptions.participation, 0)],
    ['warm-up', `${grouped(assumptions.warmUpBars, 0)} bars`],
  ];
}

function dataFacts(data: DataFacts): Html {
  return html`<h3>${data.symbol} ${data.interval}</h3>
    ${facts([
      ['source', data.name],
      ['sha256', html`<code>${data.sha256.slice(0, 12)}</code>`],
      ['from', utcMinute(data.from)],
      ['to', utcMinute(data.to)],
      ['bars', grouped(data.bars, 0)],
      ...gapRows(data.gaps),
    ])}
    ${data.warnings.map((warning) => html`<p class="warning">${warning}</p>`)}`;
}

function gapRows({ count, bars, longest }: GapFacts): readonly Row[] {
  if (longest === null) return [['gaps', 'none']];
  return [
    ['gaps', `${grouped(count, 0)}, ${grouped(bars, 0)} bars missing`],
    ['longest gap', `${grouped(longest.bars, 0)} bars from ${utcMinute(longest.openTime)}`],
  ];
}

function instrumentRows(instrument: InstrumentFacts): readonly Row[] {
  const { symbol, base, quote, tickSize, stepSize, minQuantity, minNotional } = instrument;
  return [
    ['market', symbol],
    ['tick', `${plainDecimal(tickSize)} ${quote}`],
    ['step', `${plainDecimal(stepSize)} ${base}`],
    ['least quantity', `${plainDecimal(minQuantity)} ${base}`],
    ['least worth', `${plainDecimal(minNotional)} ${quote}`],
  ];
}
