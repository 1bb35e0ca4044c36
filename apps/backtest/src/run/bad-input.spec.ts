import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { barFile, barLines, HOUR, MINUTE, START } from '../../test/bar-files.ts';
import { runCaptured } from '../../test/run-captured.ts';
import { ScratchFolder } from '../../test/scratch-folder.ts';

const folder = new ScratchFolder();
afterAll(() => folder.remove());
afterEach(() => folder.clear());

const FILE = 'BTCUSDT-1h-bars.csv';
const LINES = barLines({ bars: 120 });
const GOOD = barFile(LINES);
const THIRD = START + 2 * HOUR;

/** Good bars, one line of which is another. */
function withLine(index: number, line: string): string {
  return barFile(LINES.with(index, line));
}

/** Runs over a file of bars, asking for a report, and gives the one message that came. */
async function refusalOf(args: readonly string[]): Promise<string> {
  const before = folder.list();
  const { code, out, err } = await runCaptured(['run', '--out', 'report', ...args], folder.path);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toMatch(/^error: /);
  expect(err.match(/\n/g)).toHaveLength(1);
  expect(err).not.toMatch(/^\s+at /m);
  expect(folder.list()).toEqual(before);
  return err.replaceAll(`${folder.path}/`, '').replace(/^error: |\n$/g, '');
}

describe('data that cannot be a market', () => {
  it.each<[string, string, readonly string[]]>([
    ['nothing', '', [`${FILE}: the file is empty`, '0 bytes']],
    [
      'a banner line',
      `https://example.com\n${GOOD}`,
      [`${FILE}:1: `, '"https://example.com"', 'open_time,open,high,low,close,volume', 'Delete lines'],
    ],
    [
      'other columns',
      `time,price\n${START},1\n`,
      [`${FILE}:1: `, 'columns', '"time,price"', 'open_time,open'],
    ],
    ['text in a number', withLine(2, `${THIRD},1,2,1,dear,5`), [`${FILE}:4:21: `, '"dear"', 'decimal']],
    ['NaN', withLine(2, `${THIRD},1,2,1,NaN,5`), [`${FILE}:4:21: `, '"NaN"', 'decimal']],
    ['a negative price', withLine(2, `${THIRD},1,2,-1,1,5`), [`${FILE}:4: `, 'low -1', 'above 0']],
    ['a zero price', withLine(2, `${THIRD},0,2,1,1,5`), [`${FILE}:4: `, 'open 0', 'above 0']],
    ['a high below its low', withLine(2, `${THIRD},1,1,2,1,5`), [`${FILE}:4: `, 'high 1 and low 2']],
    ['a time twice', withLine(2, `${THIRD - HOUR},1,2,1,1,5`), [`${FILE}:4: `, 'twice', '2024-01-01T01:00']],
    [
      'the newest bar first',
      barFile(LINES.toReversed()),
      [`${FILE}:3: `, 'do not ascend', 'the oldest bar first', 'must be turned round'],
    ],
    [
      'bars of another interval among them',
      barFile([...LINES.slice(0, 3), ...barLines({ bars: 9, start: THIRD + HOUR, stepMs: 5 * MINUTE })]),
      [`${FILE}:6: `, 'grid of 1h', '2024-01-01T03:05'],
    ],
  ])('is refused by file and line: %s', async (_what, text, parts) => {
    folder.write(FILE, text);
    const refusal = await refusalOf(['--data', FILE]);
    for (const part of parts) expect(refusal).toContain(part);
  });

  it('is refused where the file is missing, or a folder', async () => {
    expect(await refusalOf(['--data', FILE])).toBe(
      `${FILE}: there is no such file; allowed: an existing file`,
    );
    folder.write('bars/none', '');
    expect(await refusalOf(['--data', 'bars'])).toContain(
      'bars: the folder is no store of candles, or an empty one; found none',
    );
  });

  it('is refused where a gzip ends too early', async () => {
    const packed = gzipSync(GOOD);
    folder.write(`${FILE}.gz`, packed.subarray(0, packed.length - 40));
    const refusal = await refusalOf(['--data', `${FILE}.gz`]);
    expect(refusal).toContain(`${FILE}.gz: the gzip file does not unpack; found its end is missing`);
  });

  it('is refused where two files disagree about a bar', async () => {
    folder.write('BTCUSDT-1h-a.csv', barFile(LINES.slice(0, 80)));
    folder.write('BTCUSDT-1h-b.csv', barFile(LINES.with(70, `${START + 70 * HOUR},1,2,1,1,5`).slice(60)));
    const refusal = await refusalOf(['--data', 'BTCUSDT-1h-?.csv']);
    expect(refusal).toContain('BTCUSDT-1h-b.csv:12: ');
    expect(refusal).toContain('BTCUSDT-1h-a.csv');
  });

  it('is refused where a market comes in two intervals', async () => {
    folder.write(FILE, GOOD);
    folder.write('BTCUSDT-5m-bars.csv', barFile(barLines({ bars: 20, stepMs: 5 * MINUTE })));
    expect(await refusalOf(['--data', FILE, '--data', 'BTCUSDT-5m-bars.csv'])).toContain('5m and 1h');
  });

  it('is refused where neither name nor flag says what it is', async () => {
    folder.write('bars.csv', GOOD);
    expect(await refusalOf(['--data', 'bars.csv', '--symbol', 'BTCUSDT'])).toContain('which interval');
  });

  it('is refused where a glob matches nothing', async () => {
    expect(await refusalOf(['--data', '*.csv'])).toBe(
      `no file matches; found *.csv; allowed: a path or a glob, relative to ${folder.path}`,
    );
  });

  it('is refused where no file holds the wanted symbol', async () => {
    folder.write(FILE, GOOD);
    const refusal = await refusalOf(['--data', FILE, '--symbol', 'ETHUSDT']);
    expect(refusal).toContain('no file holds bars of ETHUSDT; found BTCUSDT');
  });

  it('is refused where the rules of its market are not known, with the flag that brings them', async () => {
    folder.write('DOGEUSDT-1h.csv', GOOD);
    const refusal = await refusalOf(['--data', 'DOGEUSDT-1h.csv']);
    expect(refusal).toContain('rules of DOGEUSDT');
    expect(refusal).toContain('--instruments');
  });

  it('is refused where no bar lies in the wanted time', async () => {
    folder.write(FILE, GOOD);
    const refusal = await refusalOf(['--data', FILE, '--from', '2030-01-01']);
    expect(refusal).toContain('from 2024-01-01T00:00:00.000Z to 2024-01-05T23:00:00.000Z');
  });

  it('is refused where the wanted interval cannot be built from it', async () => {
    folder.write(FILE, GOOD);
    const refusal = await refusalOf(['--data', FILE, '--interval', '30m']);
    expect(refusal).toContain('bars of 30m cannot be built from bars of 1h');
  });
});

describe('a strategy that cannot run', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['an unknown name', ['--strategy', 'sma-cros'], ['sma-cros', 'trend-rsi-stoch', 'sma-cross']],
    ['a missing file', ['--strategy', './gone.ts'], ['gone.ts']],
    ['an unknown parameter', ['--set', 'fats=20'], ['fats', 'fast, slow, confirm', 'Did you mean fast?']],
    ['a value out of range', ['--set', 'fast=0'], ['fast', 'found 0', 'whole number from 1 to 5000']],
    ['text for a number', ['--set', 'fast=quick'], ['found quick', 'whole number from 1 to 5000']],
    [
      'values at odds',
      ['--set', 'fast=50', '--set', 'slow=20'],
      ['fast must be below slow', 'fast=50, slow=20'],
    ],
    [
      'a parameter given twice',
      ['--set', 'fast=3', '--set', 'fast=5'],
      ['--set gives fast twice', 'found fast=3 and fast=5'],
    ],
    ['a parameter without value', ['--set', 'fast'], ['--set', '"fast"', 'name=value']],
    [
      'shares beyond the account',
      ['--strategy', 'sma-cross=0.7,trend-rsi-stoch=0.7'],
      ['exceed the account'],
    ],
  ])('is refused for %s', async (_what, args, parts) => {
    const refusal = await refusalOf(args);
    for (const part of parts) expect(refusal).toContain(part);
  });
});

describe('a flag', () => {
  it.each<[readonly string[], readonly string[]]>([
    [
      ['--cash', '0'],
      ['--cash', 'found 0', 'above 0'],
    ],
    [
      ['--cash', '1e-9'],
      ['an account cannot hold this much cash', 'found 1e-9 USDT', 'steps of 0.00000001 USDT'],
    ],
    [
      ['--cash', '1e999'],
      ['--cash', 'found 1e999'],
    ],
    [
      ['--fee', '0.1%'],
      ['--fee', 'found 0.1%', '0.001 for 0.1%'],
    ],
    [
      ['--fee', '-0.001'],
      ['--fee', 'found -0.001'],
    ],
    [
      ['--fee-asset', 'GOLD'],
      ['--fee-asset', 'found GOLD', 'received, BNB'],
    ],
    [
      ['--fee-asset', 'BNB'],
      ['what BNB is worth', 'found BTCUSDT', '--data'],
    ],
    [
      ['--out', ''],
      ['--out', 'found ""', 'a folder'],
    ],
    [
      ['--deposit', 'BNB'],
      ['--deposit', 'found BNB', 'ASSET=AMOUNT'],
    ],
    [
      ['--deposit', 'DOGE=1'],
      ['--deposit', 'found DOGE', 'BTC, USDT'],
    ],
    [
      ['--slippage-bps', 'few'],
      ['--slippage-bps', 'found few', 'basis points'],
    ],
    [
      ['--participation', '1.5'],
      ['--participation', 'found 1.5', 'at most 1'],
    ],
    [
      ['--from', '2023-02-30'],
      ['--from', '"2023-02-30"', '2024-01-31'],
    ],
    [
      ['--from', '2024-02-01', '--to', '2024-02-01'],
      ['--from before --to', '2024-02-01 to 2024-02-01'],
    ],
    [
      ['--interval', '7m'],
      ['7m', '5m'],
    ],
    [
      ['--instruments', 'rules.json'],
      ['sample market', '--data'],
    ],
    [['--config', 'gone.yaml'], ['gone.yaml']],
    [
      ['--data', ''],
      ['--data', 'found ""', 'a store of bars'],
    ],
    [
      ['--symbol', 'BTCUSDT,ETHUSDT'],
      ['the sample market is one market', 'BTCUSDT,ETHUSDT', '--data'],
    ],
    [
      ['--to', '2020-01-01'],
      ['no bar of BTCUSDT 1h opens', 'found --to 2020-01-01T00:00:00.000Z', 'from 2024-01-01T00:00:00.000Z'],
    ],
    [
      ['--symbol', 'DOGEUSDT'],
      ['the sample market is one market', 'DOGEUSDT', 'BTCUSDT or ETHUSDT', '--data'],
    ],
  ])('is refused by name, finding and what it takes: %j', async (args, parts) => {
    const refusal = await refusalOf(args);
    for (const part of parts) expect(refusal).toContain(part);
  });

  it.each<[readonly string[], string]>([
    [['--strateggy', 'sma-cross'], "unknown option '--strateggy'"],
    [['--cash'], "'--cash <amount>' argument missing"],
  ])(
    'that does not exist, or lacks its value, is refused with the way to the list: %j',
    async (args, part) => {
      const { code, out, err } = await runCaptured(['run', ...args], folder.path);
      expect(code).toBe(2);
      expect(out).toBe('');
      expect(err).toMatch(/^error: /);
      expect(err).toContain(part);
      expect(err).toContain('npm run backtest -- run --help');
      expect(folder.list()).toEqual([]);
    },
  );
});

describe('a word that belongs to no flag', () => {
  it('is refused as a command that does not exist where it stands first', async () => {
    const { code, err } = await runCaptured(['swep'], folder.path);
    expect(code).toBe(2);
    expect(err).toBe(
      'error: there is no such command; found swep; allowed: run, download, bench. ' +
        'The flags are listed by: npm run backtest -- run --help\n',
    );
    const near = await runCaptured(['rum', '--json'], folder.path);
    expect(near.err).toMatch(/found rum; .* Did you mean run\?\n$/);
  });

  it('is refused as what is left of a value elsewhere', async () => {
    expect(await refusalOf(['--from', '2024-01-01', '12:00'])).toBe(
      'these words belong to no flag; found 12:00; allowed: flags with their values; a value with spaces ' +
        'stands in quotes. The flags are listed by: npm run backtest -- run --help',
    );
  });
});

describe('a configuration', () => {
  it('is refused for an unknown key, with file, line and the key that was meant', async () => {
    folder.write('onestep.yaml', 'risk:\n  stopLos: 0.02\n');
    const refusal = await refusalOf([]);
    expect(refusal).toContain('onestep.yaml:2:3: unknown configuration key');
    expect(refusal).toContain('risk.stopLoss');
  });

  it('is refused for a value that its key does not take', async () => {
    folder.write('mine.json', '{ "risk": { "stopLoss": 2 } }');
    const refusal = await refusalOf(['--config', 'mine.json']);
    expect(refusal).toContain('mine.json:1:');
    expect(refusal).toContain('found 2');
  });

  it('is refused for an unknown variable', async () => {
    const { code, err } = await runCaptured(['run'], folder.path, { env: { ONESTEP_RISK_STOP: '0.1' } });
    expect(code).toBe(2);
    expect(err).toContain('ONESTEP_RISK_STOP');
  });
});

describe('a report', () => {
  it('is refused where it cannot be written, and nothing is left behind', async () => {
    folder.write('taken', 'a file');
    const { code, out, err } = await runCaptured(['run', '--out', 'taken/report'], folder.path);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(`${folder.path}/taken/report: nothing can be written here`);
    expect(folder.list()).toEqual(['taken']);
  });

  it('is written by one run at a time in a folder, and the second says who has it', async () => {
    folder.write('report/.lock', String(process.ppid));
    const { code, out, err } = await runCaptured(['run', '--out', 'report'], folder.path);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`another session writes to ${folder.path}/report; found process ${process.ppid}`);
    expect(await runCaptured(['run', '--json'], folder.path)).toMatchObject({ code: 0 });
    expect(folder.list()).toEqual(['report', 'report/.lock']);
  });

  it('needs nobody to tidy up after a run that was killed', async () => {
    // No process has such an id.
    folder.write('report/.lock', String(2 ** 31 - 1));
    expect(await runCaptured(['run', '--out', 'report'], folder.path)).toMatchObject({ code: 0 });
    expect(readdirSync(join(folder.path, 'report'))).not.toContain('.lock');
  });
});
