import { gzipSync } from 'node:zlib';
import { barFile, barLines, HOUR, MINUTE, START } from '../../test/bar-files.ts';
import { runCaptured } from '../../test/run-captured.ts';
import { ScratchFolder } from '../../test/scratch-folder.ts';
import { readResult, readStatistics } from '../../test/written-result.ts';

const folder = new ScratchFolder();
afterAll(() => folder.remove());
afterEach(() => folder.clear());

const DAY = 24 * HOUR;
const BTC = 'BTCUSDT-1h-2024.csv';
const HOURS = barLines({ bars: 480 });

/** Runs, and gives what came out of a run that must succeed. */
async function run(...args: readonly string[]): Promise<{ readonly out: string; readonly err: string }> {
  const { code, out, err } = await runCaptured(['run', ...args], folder.path);
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
  return { out, err };
}

function resultIn(name: string) {
  return readResult(folder.read(`${name}/result.json`));
}

describe('a run', () => {
  it('without any flag trades the sample market and writes its files to reports/latest', async () => {
    const { out, err } = await run();
    expect(err).toBe('');
    expect(out).toContain('reports/latest/report.html');
    expect(folder.list()).toEqual([
      'reports',
      'reports/latest',
      ...['commands.jsonl', 'report.html', 'result.json', 'trades.csv'].map(
        (name) => `reports/latest/${name}`,
      ),
    ]);
  });

  it('prints the statistics alone with --json, and writes nothing where no --out is given', async () => {
    const { out } = await run('--json');
    await run('--out', 'r');
    expect(readStatistics(out)).toEqual(resultIn('r').statistics);
    expect(folder.list().filter((name) => !name.startsWith('r'))).toEqual([]);
    expect(out).toMatch(/^\{\n( {2}"\w+": [^\n,]+,?\n)+\}\n$/);
  });

  it('writes the same bytes for the same command, and other ones for another', async () => {
    folder.write(BTC, barFile(HOURS));
    const contents = () =>
      ['commands.jsonl', 'report.html', 'result.json', 'trades.csv'].map((name) => folder.read(`r/${name}`));
    await run('--data', BTC, '--out', 'r');
    const first = contents();
    await run('--data', BTC, '--out', 'r');
    expect(contents()).toEqual(first);
    await run('--data', BTC, '--out', 'r', '--slippage-bps', '7');
    expect(contents()[2]).not.toBe(first[2]);
  });

  it('warns of keys that were set and that nothing heeds yet', async () => {
    folder.write('cached.yaml', 'cache:\n  enabled: true\ndistributed: true\n');
    const { err } = await run('--config', 'cached.yaml', '--json');
    expect(err).toBe('warning: set, and heeded by nothing yet: cache.enabled, distributed\n');
  });

  it('tells in its result what it was made from', async () => {
    folder.write(BTC, barFile(HOURS));
    await run('--data', BTC, '--out', 'r', '--cash', '5000', '--fee', '0.002', '--slippage-bps', '3');
    const { version, command, data, instrument, strategy, assumptions } = resultIn('r');
    const [bars] = data;
    expect(version).toBe(1);
    expect(command).toBe(`backtest run --data ${BTC} --out r --cash 5000 --fee 0.002 --slippage-bps 3`);
    expect(bars).toMatchObject({ name: BTC, symbol: 'BTCUSDT', interval: '1h', bars: 480, warnings: [] });
    expect(bars?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(instrument).toMatchObject({
      symbol: 'BTCUSDT',
      tickSize: 0.01,
      stepSize: 0.00001,
      minNotional: 5,
    });
    expect(strategy).toEqual([
      {
        id: 'sma-cross',
        name: 'sma-cross',
        sha256: null,
        parameters: { confirm: 1, fast: 20, slow: 50 },
      },
    ]);
    expect(assumptions).toMatchObject({
      cash: 5000,
      deposits: {},
      startingEquity: 5000,
      quoteAsset: 'USDT',
      fee: 0.002,
      feeAsset: 'received',
      slippage: 0.0003,
      participation: 0.1,
      warmUpBars: 50,
    });
  });

  it('takes its limits from the configuration', async () => {
    folder.write('onestep.yaml', 'risk:\n  stopLoss: off\n  riskPerTrade: off\n');
    await run('--out', 'r');
    const { assumptions, fills } = resultIn('r');
    expect(assumptions.limits).toMatchObject({ stopLoss: null, riskPerTrade: null });
    expect(fills.some(({ kind }) => kind === 'stop')).toBe(false);
  });
});

describe('the bars of a run', () => {
  it('are the same plain and packed, whole and in pieces, by path and by glob', async () => {
    folder.write(BTC, barFile(HOURS));
    folder.write('packed/BTCUSDT-1h.csv.gz', gzipSync(barFile(HOURS)));
    folder.write('pieces/BTCUSDT-1h-2.csv', barFile(HOURS.slice(190)));
    folder.write('pieces/BTCUSDT-1h-1.csv', barFile(HOURS.slice(0, 200)));
    const { out } = await run('--data', BTC, '--json');
    expect((await run('--data', 'packed/BTCUSDT-1h.csv.gz', '--json')).out).toBe(out);
    expect((await run('--data', 'pieces/*.csv', '--json')).out).toBe(out);
    const unquoted = ['--data', 'pieces/BTCUSDT-1h-1.csv', 'pieces/BTCUSDT-1h-2.csv', '--json'];
    expect((await run(...unquoted)).out).toBe(out);
    const each = ['--data', 'pieces/BTCUSDT-1h-2.csv', '--data', 'pieces/BTCUSDT-1h-1.csv'];
    expect((await run(...each, '--json')).out).toBe(out);
    expect(readStatistics(out).tradeCount).toBeGreaterThan(0);
  });

  it('are named by flags where the file does not say what they are', async () => {
    folder.write(BTC, barFile(HOURS));
    folder.write('bars.csv', barFile(HOURS));
    const { out } = await run('--data', BTC, '--json');
    const told = await run('--data', 'bars.csv', '--symbol', 'BTCUSDT', '--interval', '1h', '--json');
    expect(told.out).toBe(out);
  });

  it('are traded from --from to before --to, and warmed up on what lies before', async () => {
    folder.write(BTC, barFile(HOURS));
    await run('--data', BTC, '--from', '2024-01-05', '--to', '2024-01-15', '--out', 'r');
    const { data, equity, fills } = resultIn('r');
    const from = START + 4 * DAY;
    const to = START + 14 * DAY;
    expect(data).toMatchObject([{ bars: 240, from, to }]);
    expect(equity.time).toHaveLength(240);
    expect([equity.time.at(0), equity.time.at(-1)]).toEqual([from + HOUR, to]);
    expect(fills.length).toBeGreaterThan(0);
    for (const { time } of fills) expect(time >= from && time < to).toBe(true);
  });

  it('are joined to higher ones where the strategy shall decide on these; orders are matched on the lower', async () => {
    folder.write('BTCUSDT-5m.csv', barFile(barLines({ bars: 12 * 480, stepMs: 5 * MINUTE })));
    const minutesPastTheHour = async (...args: readonly string[]) => {
      await run('--data', 'BTCUSDT-5m.csv', '--set', 'fast=2', '--set', 'slow=3', '--out', 'r', ...args);
      const { data, equity, fills } = resultIn('r');
      expect(data).toMatchObject([{ interval: '5m', bars: 5_760 }]);
      expect(equity.time).toHaveLength(5_760);
      const bought = fills.filter(({ side }) => side === 'buy');
      return new Set(bought.map(({ time }) => (time % HOUR) / MINUTE));
    };
    expect(await minutesPastTheHour('--interval', '1h')).toEqual(new Set([0]));
    expect((await minutesPastTheHour()).size).toBeGreaterThan(1);
  });

  it('of several markets are one account; a strategy for one market runs on each', async () => {
    folder.write(BTC, barFile(HOURS));
    folder.write('ETHUSDT-1h-2024.csv', barFile(barLines({ bars: 480, level: 2_000 })));
    const { out } = await run('--data', '*-1h-*.csv', '--out', 'r');
    const { data, strategy, statistics } = resultIn('r');
    expect(data.map(({ symbol }) => symbol)).toEqual(['BTCUSDT', 'ETHUSDT']);
    expect(strategy.map(({ id }) => id)).toEqual(['sma-cross:BTCUSDT', 'sma-cross:ETHUSDT']);
    expect(out).toContain('sma-cross:BTCUSDT, sma-cross:ETHUSDT');
    await run('--data', '*-1h-*.csv', '--symbol', 'BTCUSDT', '--out', 'one');
    expect(resultIn('one').data).toMatchObject([{ symbol: 'BTCUSDT' }]);
    expect(resultIn('one').statistics.tradeCount).toBeLessThan(statistics.tradeCount);
  });

  it('with a hole are told of, by count and longest, and traded as they are', async () => {
    folder.write(BTC, barFile([...HOURS.slice(0, 100), ...HOURS.slice(103, 200), ...HOURS.slice(201)]));
    const notice = /2 gaps, 4 bars missing; the longest has 3 bars from 2024-01-05 04:00;/;
    const { out, err } = await run('--data', BTC, '--out', 'r');
    expect(err).toBe('');
    expect(out.replace(/\s+/g, ' ')).toMatch(notice);
    const { data, equity } = resultIn('r');
    expect(data).toMatchObject([{ bars: 476, gaps: { count: 2, bars: 4, longest: { bars: 3 } } }]);
    expect(equity.time).toHaveLength(476);
    const quiet = await run('--data', BTC, '--json');
    expect(JSON.parse(quiet.out)).toHaveProperty('totalReturn');
    expect(quiet.err).toMatch(/^warning: BTCUSDT 1h: /);
    expect(quiet.err).toMatch(notice);
  });

  it('may be too few for any decision, which is said', async () => {
    folder.write(BTC, barFile(HOURS.slice(0, 40)));
    const { out } = await run('--data', BTC, '--out', 'r');
    expect(out).toContain('nothing was decided: the indicators need 50 bars before the first');
    expect(resultIn('r').fills).toEqual([]);
  });
});

describe('a deposit beside cash', () => {
  it('is worth the close of its market from the first bar on, in warm-up too', async () => {
    folder.write(BTC, barFile(HOURS));
    await run('--data', BTC, '--out', 'without');
    await run('--data', BTC, '--deposit', 'BTC=2', '--out', 'with');
    const { equity: without } = resultIn('without');
    const { equity, assumptions, statistics } = resultIn('with');
    const opens = HOURS.map((line) => Number(line.split(',')[1]));
    const closes = HOURS.map((line) => Number(line.split(',')[4]));
    expect(assumptions).toMatchObject({ cash: 10_000, deposits: { BTC: 2 } });
    expect(assumptions.startingEquity).toBeCloseTo(10_000 + 2 * (opens[0] ?? NaN), 6);
    // The indicators need 50 bars: up to the 50th nothing is traded.
    const before = closes.slice(0, 50).map((close): unknown => expect.closeTo(10_000 + 2 * close, 6));
    expect(equity.value.slice(0, 50)).toEqual(before);
    expect(without.value.slice(0, 50)).toEqual(new Array(50).fill(10_000));
    // The price swings by a tenth around its level; a deposit that counted nothing at first would tell a fall of two thirds.
    expect(statistics.maxDrawdown).toBeLessThan(0.25);
  });
});

describe('fees in BNB', () => {
  const RULES = {
    symbol: 'BNBUSDT',
    base: { code: 'BNB', decimals: 8 },
    quote: { code: 'USDT', decimals: 8 },
    tickSize: '0.01',
    stepSize: '0.001',
    minNotional: '5',
  };

  it('are paid from the deposit and priced by a market that nothing trades', async () => {
    folder.write(BTC, barFile(HOURS));
    folder.write('BNBUSDT-1h-2024.csv', barFile(barLines({ bars: 480, level: 300 })));
    folder.write('rules.json', JSON.stringify({ instruments: [RULES] }));
    const fees = ['--fee-asset', 'BNB', '--deposit', 'BNB=2', '--instruments', 'rules.json'];
    await run('--data', '*-1h-*.csv', '--symbol', 'BTCUSDT', ...fees, '--out', 'r');
    const { strategy, fills, assumptions, statistics } = resultIn('r');
    expect(strategy).toMatchObject([{ id: 'sma-cross' }]);
    expect(fills.length).toBeGreaterThan(0);
    for (const { symbol, feeAsset } of fills) expect([symbol, feeAsset]).toEqual(['BTCUSDT', 'BNB']);
    // The first open lies one bar before the sine's start: 300 × (1 − 0.1 sin(π/40)) = 297.65.
    expect(assumptions).toMatchObject({ cash: 10_000, deposits: { BNB: 2 } });
    expect(assumptions.startingEquity).toBeCloseTo(10_000 + 2 * 297.65, 9);
    expect(statistics.feesPaid).toBeGreaterThan(0);
  });

  it.each(['2', '0.001', '0'])('are paid while BNB itself is traded, with %s BNB beside', async (deposit) => {
    folder.write('BNBUSDT-1h-2024.csv', barFile(barLines({ bars: 480, level: 300 })));
    folder.write('rules.json', JSON.stringify({ instruments: [RULES] }));
    const fees = ['--fee-asset', 'BNB', '--deposit', `BNB=${deposit}`, '--instruments', 'rules.json'];
    await run('--data', 'BNBUSDT-1h-2024.csv', ...fees, '--out', 'r');
    const { trades, fills } = resultIn('r');
    expect(trades.length).toBeGreaterThan(1);
    const paidBeside = fills.some(({ side, feeAsset }) => side === 'sell' && feeAsset === 'BNB');
    expect(paidBeside).toBe(deposit === '2');
  });

  it('need a market that says what BNB is worth', async () => {
    folder.write(BTC, barFile(HOURS));
    const { code, err } = await runCaptured(['run', '--data', BTC, '--fee-asset', 'BNB'], folder.path);
    expect(code).toBe(2);
    expect(err).toContain('BNBUSDT');
  });
});
