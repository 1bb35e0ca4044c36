import type { BacktestResult, Equity, StrategyFacts } from './backtest-result.ts';
import type { OneOrMore } from './one-or-more.ts';
import { listOf, oneOrMore } from './one-or-more.ts';
import { plainJson, plainJsonLines, plainNumber, sortedRecord } from './plain-json.ts';

/** Equity points in one piece of text: large enough to be quick, small enough to hold in memory. */
const POINTS_PER_CHUNK = 8_192;

/**
 * `result.json`, piece by piece, so that a million points of equity never stand in memory as one text. The same
 * result gives the same bytes; records of the long lists take one line each.
 *
 * @throws NotFiniteError `number-not-finite` where a figure is NaN or infinite.
 */
export function* resultJson(result: BacktestResult): Generator<string> {
  yield `{\n  "version": ${result.version},\n  "command": ${JSON.stringify(result.command)},\n`;
  yield section('data', records(result.data));
  yield section('instrument', records(result.instrument));
  yield section('strategy', records(sortedParameters(result.strategy)));
  yield section('assumptions', plainJsonLines(result.assumptions, '  '));
  yield section('statistics', plainJsonLines(result.statistics, '  '));
  yield* list('trades', result.trades);
  yield* list('openPositions', result.openPositions);
  yield* list('alerts', result.alerts);
  yield* list('refusals', result.refusals);
  yield* list('fills', result.fills);
  yield* equityColumns(result.equity);
  yield '}\n';
}

function section(name: string, text: string): string {
  return `  ${JSON.stringify(name)}: ${text},\n`;
}

function records<T extends object>(facts: OneOrMore<T>): string {
  const written = listOf(facts).map((fact) => plainJsonLines(fact, '  '));
  return Array.isArray(facts) ? `[${written.join(', ')}]` : written.join('');
}

function sortedParameters(strategy: OneOrMore<StrategyFacts>): OneOrMore<StrategyFacts> {
  const sorted = listOf(strategy).map((facts) => ({ ...facts, parameters: sortedRecord(facts.parameters) }));
  return Array.isArray(strategy) ? sorted : oneOrMore(sorted);
}

function* list(name: string, rows: readonly object[]): Generator<string> {
  if (rows.length === 0) {
    yield section(name, '[]');
    return;
  }
  yield `  ${JSON.stringify(name)}: [\n`;
  for (const [index, row] of rows.entries()) {
    yield `    ${plainJson(row)}${index === rows.length - 1 ? '' : ','}\n`;
  }
  yield '  ],\n';
}

function* equityColumns({ time, value }: Equity): Generator<string> {
  yield '  "equity": {\n    "time": [';
  yield* numbers(time.length, (point) => time.at(point)!);
  yield '],\n    "value": [';
  yield* numbers(value.length, (point) => value[point]!);
  yield ']\n  }\n';
}

function* numbers(length: number, at: (point: number) => number): Generator<string> {
  for (let start = 0; start < length; start += POINTS_PER_CHUNK) {
    const end = Math.min(start + POINTS_PER_CHUNK, length);
    let text = start === 0 ? '' : ',';
    for (let point = start; point < end; point++) {
      text += point === start ? plainNumber(at(point)) : `,${plainNumber(at(point))}`;
    }
    yield text;
  }
}
