import type { BacktestResult, StatisticNote } from '@org/backtest-engine';
import { figure, STATISTIC_NOTES } from '@org/backtest-engine';
import type { Interval } from '@org/domain';
import type { Surroundings } from '../surroundings.ts';
import { plainTable } from '../tables/plain-table.ts';
import { heading } from './heading.ts';

/** What is shown beside the result itself. */
export interface Shown {
  readonly notices: readonly string[];
  /** The bars that strategies decided on, where that was said. */
  readonly interval: Interval | null;
  /** Where the files went; null for nowhere. */
  readonly out: string | null;
  readonly paint: Surroundings['paint'];
}

type Group = StatisticNote['group'];

/** Two groups side by side, label and figure, label and figure: it fits 80 characters. */
const COLUMNS = { widths: [20, 14, 20, 16], alignments: ['left', 'right', 'left', 'right'] } as const;
const PAIRS: readonly (readonly [Group, Group])[] = [
  ['Return', 'Risk'],
  ['Trades', 'Costs and activity'],
];
const NOTICE_COLUMNS = { widths: [1, 73], alignments: ['left', 'left'] } as const;

/** What a person wants to see at the end of a run: what ran, over what, how it went, and where the report is. */
export function showResult(result: BacktestResult, { notices, interval, out, paint }: Shown): string {
  const marked = notices.map((notice) => [paint('yellow', '!'), notice]);
  const files = `${paint('bold', `${out}/report.html`)}, and result.json, trades.csv, commands.jsonl`;
  const parts = [
    heading(result, interval, paint),
    ...PAIRS.map(([left, right]) => groupsTable(result, left, right, paint)),
    ...(marked.length === 0 ? [] : [plainTable(marked, NOTICE_COLUMNS)]),
    ...(out === null ? [] : [files]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function groupsTable(result: BacktestResult, left: Group, right: Group, paint: Shown['paint']): string {
  const here = cells(result, left);
  const there = cells(result, right);
  const rows = Array.from({ length: Math.max(here.length, there.length) }, (_, row) => [
    ...(here[row] ?? ['', '']),
    ...(there[row] ?? ['', '']),
  ]);
  return plainTable([[paint('bold', left), '', paint('bold', right), ''], ...rows], COLUMNS);
}

function cells({ statistics }: BacktestResult, group: Group): readonly (readonly [string, string])[] {
  return STATISTIC_NOTES.filter((note) => note.group === group).map(({ key, label, unit }) => [
    label,
    figure(statistics[key], unit),
  ]);
}
