import type { CandleSeries } from '@org/domain';
import type { BacktestResult } from '../result/backtest-result.ts';
import { resultJson } from '../result/result-json.ts';
import { tradesCsv } from '../result/trades-csv.ts';
import { writeWhole } from '../result/write-whole.ts';
import { renderReport } from './report.ts';

/**
 * Writes `result.json`, `trades.csv`, `report.html` and `commands.jsonl` into a folder, which is made where it is
 * missing: all of them, or none.
 *
 * @param candles the bars that were traded through, of every market.
 * @param commands what the session asked of its shell, a line of canonical JSON each.
 * @throws InputError `out-not-writable` when the folder cannot be written to.
 */
export function writeBacktest(
  folder: string,
  result: BacktestResult,
  candles: readonly CandleSeries[],
  commands: Iterable<string>,
): void {
  writeWhole(folder, [
    { name: 'result.json', pieces: resultJson(result) },
    { name: 'trades.csv', pieces: [tradesCsv(result.trades)] },
    { name: 'report.html', pieces: [renderReport(result, candles)] },
    { name: 'commands.jsonl', pieces: commands },
  ]);
}
