import type { Interval } from '@org/domain';
import type { DataReport } from '@org/market-data';
import { dataWarnings } from '@org/market-data';
import type { DataFacts } from './backtest-result.ts';

/** What a reader needs to know of the data of one market; where it came in several files, their facts stand in line. */
export function dataFacts(
  { symbol, interval }: { readonly symbol: string; readonly interval: Interval },
  report: DataReport,
): DataFacts {
  return {
    name: report.files.map(({ name }) => name).join(', '),
    sha256: report.files.map(({ sha256 }) => sha256).join(', '),
    symbol,
    interval,
    bars: report.bars,
    gaps: report.gaps,
    from: report.from,
    to: report.to,
    warnings: dataWarnings(report),
  };
}
