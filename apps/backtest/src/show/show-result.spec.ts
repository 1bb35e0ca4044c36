import { barFile, barLines } from '../../test/bar-files.ts';
import { runCaptured } from '../../test/run-captured.ts';
import { ScratchFolder } from '../../test/scratch-folder.ts';

const folder = new ScratchFolder();
afterAll(() => folder.remove());
afterEach(() => folder.clear());

async function shown(...args: readonly string[]): Promise<string> {
  const { code, out } = await runCaptured(['run', ...args], folder.path);
  expect(code).toBe(0);
  return out;
}

const lines = (text: string) => text.split('\n');

describe('what is shown of a result', () => {
  it('is its strategy, its data, the outcome, the figures in two columns, and the files', async () => {
    const [strategy, parameters, data, name, , outcome, blank, head, first, ...rest] = lines(await shown());
    expect([strategy, parameters]).toEqual(['sma-cross', '  fast=20 slow=50 confirm=1']);
    expect([data, name]).toEqual([
      'BTCUSDT 1h, 4,380 bars from 2024-01-01 to 2024-07-01',
      '  sample market, seed 1',
    ]);
    expect(outcome).toMatch(/^10,000\.00 → [\d,]+\.\d\d USDT, [+−]\d+\.\d\d%$/);
    expect(blank).toBe('');
    expect(head).toMatch(/^ {2}Return {32}Risk$/);
    expect(first).toMatch(/^ {2}Total return {10,}[+−]\d+\.\d\d% {2}Deepest drawdown {10,}\d+\.\d\d%$/);
    expect(rest.at(-2)).toBe('reports/latest/report.html, and result.json, trades.csv, commands.jsonl');
  });

  it('names the minutes of a span within a day', async () => {
    folder.write('BTCUSDT-1h-2024.csv', barFile(barLines({ bars: 5 })));
    const [, , data] = lines(await shown('--data', 'BTCUSDT-1h-2024.csv'));
    expect(data).toBe('BTCUSDT 1h, 5 bars from 2024-01-01 00:00 to 05:00');
  });

  it('says which bars were decided on where those are built from the data', async () => {
    const higher = lines(await shown('--interval', '4h'));
    expect(higher.slice(2, 5)).toEqual([
      'BTCUSDT 1h, 4,380 bars from 2024-01-01 to 2024-07-01',
      '  sample market, seed 1',
      'decided on bars of 4h, built from these',
    ]);
    expect(await shown('--interval', '1h')).not.toContain('decided on');
  });

  it('names the one bar of a market', async () => {
    folder.write('BTCUSDT-1h-2024.csv', barFile(barLines({ bars: 1 })));
    expect(await shown('--data', 'BTCUSDT-1h-2024.csv')).toContain('BTCUSDT 1h, 1 bar from 2024-01-01');
  });

  it('fits a terminal of 80 columns, with the figures of each column aligned', async () => {
    folder.write('BTCUSDT-1h-2024.csv', barFile(barLines({ bars: 480 }).toSpliced(100, 3).toSpliced(200, 9)));
    const text = await shown('--data', 'BTCUSDT-1h-2024.csv', '--strategy', 'trend-rsi-stoch');
    expect(lines(text).filter((line) => line.length > 80)).toEqual([]);
    const figures = lines(text).filter((line) => /^ {2}[A-Z][\w ()]+ {2,}[-+−\d–]/.test(line));
    expect(figures).toHaveLength(12);
    for (const line of figures) {
      expect([38, 78]).toContain(line.length);
      expect(line.slice(37, 40).trimEnd()).toMatch(/^\S$/);
    }
    expect(text).toContain('!  BTCUSDT 1h: 2 gaps, 12 bars missing;');
  });

  it('names strategies that are set alike together, and counts what would be too many', async () => {
    const symbols = Array.from({ length: 9 }, (_, index) => `A${index}USDT`);
    const instruments = symbols.map((symbol) => ({
      symbol,
      base: { code: symbol.slice(0, 2), decimals: 8 },
      quote: { code: 'USDT', decimals: 8 },
      tickSize: '0.01',
      stepSize: '0.001',
      minNotional: '5',
    }));
    folder.write('rules.json', JSON.stringify({ instruments }));
    for (const symbol of symbols)
      folder.write(`${symbol}-1h.csv`, barFile(barLines({ bars: 60, level: 100 })));
    const text = await shown('--data', '*-1h.csv', '--instruments', 'rules.json');
    expect(lines(text)[0]).toMatch(/^sma-cross:A0USDT, .*sma-cross:A5USDT, 3 more$/);
    expect(text.match(/fast=20/g)).toHaveLength(1);
    expect(text).toContain('A5USDT 1h, 60 bars');
    expect(text).not.toContain('A6USDT 1h, 60 bars');
    expect(text).toContain('and 3 more markets');
  });

  it('shows each of several strategies with its own parameters', async () => {
    folder.write('two.json', '{ "strategies": [{ "name": "sma-cross" }, { "name": "trend-rsi-stoch" }] }');
    const text = await shown('--config', 'two.json');
    expect(text).toMatch(/^sma-cross\n {2}fast=20 .*\ntrend-rsi-stoch\n {2}trend=100 /);
  });
});
