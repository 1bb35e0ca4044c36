import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { barsOf, seriesOf } from '../../../testing/bars.ts';
import { BTC_GRID, marketStage } from '../../../testing/market-stage.ts';
import { steps, symbolRules } from '../../../testing/symbol-rules.ts';
import { gridOf } from '../../exchange/symbol-grid.ts';
import { candlePath } from './candle-path-plan.ts';
import { countOffGrid } from './nearest-steps.ts';

const SHARED = process.env['ONESTEP_SHARED'] ?? join(__dirname, '../../../../../../../shared');
const FILE = join(SHARED, 'data/klines/BTCUSDT-1m-2024-12.csv.gz');
const isRequired = (process.env['ONESTEP_REQUIRE'] ?? '').split(',').includes('shared');
const withRecording = existsSync(FILE) || isRequired ? describe : describe.skip;

/** In 12 of the bars the recorded volume has a sixth digit, which is finer than the exchange's own lots. */
const RULES = symbolRules(steps('0.01', '0.000001'));

withRecording('a recorded month of minutes', () => {
  const fields = (): string[][] =>
    gunzipSync(readFileSync(FILE))
      .toString()
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(','));

  it('comes back bar by bar, exactly, from the trades it is played with', () => {
    const rows = fields();
    const series = seriesOf(rows.map((row) => row.map(Number)));
    const { markets, trades } = marketStage(candlePath({ series }), { rules: RULES });
    markets.advanceTo(Infinity);
    const recorded = rows.map(([openTime = '', ...row]) => [
      Number(openTime),
      ...row.map((text, column) => count(text, column < 4 ? 2 : 6)),
    ]);
    expect(recorded).toHaveLength(41_761);
    expect(barsOf(trades)).toEqual(recorded);
  });

  it('has 12 bars that lots of 0.00001 cannot show exactly', () => {
    const series = seriesOf(fields().map((row) => row.map(Number)));
    expect(countOffGrid(series, BTC_GRID)).toBe(12);
    expect(countOffGrid(series, gridOf(RULES))).toBe(0);
  });
});

/** `97123.45` with 2 decimals is 9,712,345, read from its digits. */
function count(text: string, decimals: number): number {
  const [whole = '', fraction = ''] = text.split('.');
  expect(fraction.length).toBeLessThanOrEqual(decimals);
  return Number(whole + fraction.padEnd(decimals, '0'));
}
