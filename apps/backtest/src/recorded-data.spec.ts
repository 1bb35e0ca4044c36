import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runCaptured } from '../test/run-captured.ts';
import { ScratchFolder } from '../test/scratch-folder.ts';
import { readResult, readStatistics } from '../test/written-result.ts';

const SHARED = resolve(process.env['ONESTEP_SHARED'] ?? join(__dirname, '../../../../shared'));
const isThere = existsSync(SHARED) || (process.env['ONESTEP_REQUIRE'] ?? '').split(',').includes('shared');
const onRecordedData = isThere ? describe : describe.skip;

const folder = new ScratchFolder();
afterAll(() => folder.remove());

onRecordedData('recorded data', () => {
  const hours = join(SHARED, 'data/klines/BTCUSDT-1h-2017-08-17_2024-04-21.csv.gz');

  it('is run through from start to end of the wanted years', async () => {
    const market = ['--data', hours, '--symbol', 'BTCUSDT', '--interval', '1h'];
    const strategy = ['--strategy', 'sma-cross', '--set', 'fast=20', '--set', 'slow=50'];
    const account = ['--cash', '10000', '--fee', '0.001', '--slippage-bps', '1'];
    const span = ['--from', '2020-01-01', '--to', '2024-01-01'];
    const { code, out, err } = await runCaptured(
      ['run', ...market, ...strategy, ...account, ...span, '--out', 'btc', '--json'],
      folder.path,
    );
    expect(code).toBe(0);
    // Four years have 35,064 hours; Binance's outages took 32 of them.
    expect(err).toContain('15 gaps, 32 bars missing; the longest has 5 bars from 2020-02-19 12:00');
    // The market fell with it: the default drawdown limit of a quarter is reached in July 2023.
    expect(err).toMatch(/2023-07-\d\d \d\d:00 drawdown: observed 25\.\d+%, allowed 25%; no new entries/);
    const result = readResult(folder.read('btc/result.json'));
    expect(result.data).toMatchObject([{ bars: 35_064 - 32 }]);
    expect(result.equity.value).toHaveLength(35_064 - 32);
    expect(result.statistics).toEqual(readStatistics(out));
    const [first, last] = [7_195.24, 42_283.58];
    expect(result.statistics['buyAndHold']).toBeCloseTo(last / first - 1, 12);
    expect(result.statistics.tradeCount).toBe(result.trades.length);
  });

  it.each([
    ['BTCUSDT-1h-newest-first-with-banner.csv.gz', 'the first line is no header'],
    ['BTCUSDT-1h-outages-interpolated.csv.gz', 'the columns are not those of candles'],
  ])('of another shape is refused as what it is: %s', async (name, what) => {
    const path = join(SHARED, 'data/adversarial', name);
    const { code, out, err } = await runCaptured(['run', '--data', path], folder.path);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`${path}:1: ${what}`);
  });
});
