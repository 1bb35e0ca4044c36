import type { BacktestResult, DataFacts, StrategyFacts } from '@org/backtest-engine';
import { figure, listOf } from '@org/backtest-engine';
import type { Interval } from '@org/domain';
import type { Style, Surroundings } from '../surroundings.ts';
import { plainTable } from '../tables/plain-table.ts';

type Paint = Surroundings['paint'];

const LINE_WIDTH = 76;
/** Of more markets or strategies than these the rest is counted. */
const SHOWN = 6;

/** What ran, over what, and what became of the money; `interval` is what strategies decided on, where that was said. */
export function heading(result: BacktestResult, interval: Interval | null, paint: Paint): string {
  const data = listOf(result.data);
  const isHigher = interval !== null && data.some((facts) => facts.interval !== interval);
  const further = data.length - SHOWN;
  return [
    ...strategyLines(listOf(result.strategy), paint),
    ...data.slice(0, SHOWN).flatMap((facts) => dataLines(facts, paint)),
    ...(further > 0 ? [`and ${further} more markets`] : []),
    ...(isHigher ? [`decided on bars of ${interval}, built from these`] : []),
    '',
    outcome(result, paint),
  ].join('\n');
}

/** Strategies that are set alike stand together, as one that runs on many markets does. */
function strategyLines(strategies: readonly StrategyFacts[], paint: Paint): readonly string[] {
  const idsOf = new Map<string, string[]>();
  for (const { id, parameters } of strategies) {
    const set = assignments(parameters);
    idsOf.set(set, [...(idsOf.get(set) ?? []), id]);
  }
  return [...idsOf].flatMap(([set, ids]) => {
    const further = ids.length - SHOWN;
    const names = [...ids.slice(0, SHOWN), ...(further > 0 ? [`${further} more`] : [])].join(', ');
    return [paint('bold', names), ...(set === '' ? [] : [indented(set)])];
  });
}

function assignments(parameters: StrategyFacts['parameters']): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' ');
}

function dataLines({ name, symbol, interval, bars, from, to }: DataFacts, paint: Paint): readonly string[] {
  const files = indented(name)
    .split('\n')
    .map((line) => paint('dim', line));
  return [
    `${symbol} ${interval}, ${figure(bars, 'count')} ${bars === 1 ? 'bar' : 'bars'} from ${span(from, to)}`,
    ...files,
  ];
}

/** In days, or within one in minutes. */
function span(from: number, to: number): string {
  const [begin = '', end = ''] = [from, to].map((time) => new Date(time).toISOString());
  if (begin.slice(0, 10) !== end.slice(0, 10)) return `${begin.slice(0, 10)} to ${end.slice(0, 10)}`;
  return `${begin.slice(0, 10)} ${begin.slice(11, 16)} to ${end.slice(11, 16)}`;
}

function indented(text: string): string {
  return plainTable([[text]], { widths: [LINE_WIDTH], alignments: ['left'] });
}

function outcome({ assumptions, equity, statistics }: BacktestResult, paint: Paint): string {
  const { startingEquity, quoteAsset } = assumptions;
  const last = equity.value[equity.value.length - 1] ?? startingEquity;
  const style: Style = last < startingEquity ? 'red' : 'green';
  const change = paint(style, figure(statistics.totalReturn, 'change'));
  return `${figure(startingEquity, 'money')} → ${figure(last, 'money')} ${quoteAsset}, ${change}`;
}
