import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '@org/domain';
import type { RecordedRequest } from './read-markets.ts';
import { readMarkets } from './read-markets.ts';

const cwd = mkdtempSync(join(tmpdir(), 'markets-'));
afterAll(() => rmSync(cwd, { recursive: true }));

const START = Date.UTC(2024, 0, 1);
const HOUR = 3_600_000;

function bars(first: number, count: number, stepMs = HOUR): string {
  const rows = Array.from({ length: count }, (_, bar) => `${START + (first + bar) * stepMs},10,12,9,11,5\n`);
  return `open_time,open,high,low,close,volume\n${rows.join('')}`;
}

const FILES = {
  'BTCUSDT-1h-1.csv': bars(0, 3),
  'BTCUSDT-1h-2.csv': bars(3, 2),
  'ETHUSDT-1h-1.csv': bars(0, 4),
  'ETHUSDT-5m-1.csv': bars(0, 4, HOUR / 12),
  'DOGEUSDT-1h-1.csv': bars(0, 2),
  'unnamed.csv': bars(0, 6),
  'a[1]b.csv': bars(0, 7),
  'rules.json': JSON.stringify({
    instruments: [
      {
        symbol: 'DOGEUSDT',
        base: { code: 'DOGE', decimals: 8 },
        quote: { code: 'USDT', decimals: 8 },
        tickSize: '0.00001',
        stepSize: '1',
        minNotional: '1',
      },
    ],
  }),
};
for (const [name, text] of Object.entries(FILES)) writeFileSync(join(cwd, name), text);

async function read(...data: readonly string[]) {
  return outline({ data });
}

/** Symbol, interval and number of bars of each market. */
async function outline(request: Omit<RecordedRequest, 'cwd'>) {
  const markets = await readMarkets({ ...request, cwd });
  return markets.map(({ series, instrument, report }) => {
    expect(instrument.symbol).toBe(series.symbol);
    expect(report.bars).toBe(series.openTime.length);
    return [series.symbol, series.interval, report.bars];
  });
}

describe('recorded markets', () => {
  it('are joined of their pieces, each file once, in the order of symbols', async () => {
    expect(
      await read('ETHUSDT-1h-1.csv', 'BTCUSDT-1h-2.csv', 'BTCUSDT-1h-1.csv', './BTCUSDT-1h-1.csv'),
    ).toEqual([
      ['BTCUSDT', '1h', 5],
      ['ETHUSDT', '1h', 4],
    ]);
  });

  it('are found by glob', async () => {
    expect(await read('{BTC,ETH}USDT-1h-*.csv')).toEqual([
      ['BTCUSDT', '1h', 5],
      ['ETHUSDT', '1h', 4],
    ]);
    await expect(read('*.zip')).rejects.toThrow(
      `no file matches; found *.zip; allowed: a path or a glob, relative to ${cwd}`,
    );
  });

  it('may lie in a file whose name looks like a glob', async () => {
    expect(await outline({ data: ['a[1]b.csv'], symbol: 'BTCUSDT', interval: '1h' })).toEqual([
      ['BTCUSDT', '1h', 7],
    ]);
  });

  it('are those of the wanted symbol, and those wanted besides', async () => {
    const data = ['*USDT-1h-*.csv'];
    const instruments = 'rules.json';
    expect(await outline({ data, instruments })).toHaveLength(3);
    expect(await outline({ data, symbol: 'ETHUSDT' })).toEqual([['ETHUSDT', '1h', 4]]);
    const isWantedToo = (symbol: string) => symbol.startsWith('DOGE');
    expect(await outline({ data, symbol: 'BTCUSDT', isWantedToo, instruments })).toEqual([
      ['BTCUSDT', '1h', 5],
      ['DOGEUSDT', '1h', 2],
    ]);
    await expect(outline({ data, symbol: 'BNBUSDT' })).rejects.toThrow(
      'no file holds bars of BNBUSDT; found BTCUSDT, DOGEUSDT, ETHUSDT',
    );
  });

  it('are named by the request where the names of files do not say what they are', async () => {
    const data = ['unnamed.csv'];
    expect(await outline({ data, symbol: 'ETHUSDT', interval: '1h' })).toEqual([['ETHUSDT', '1h', 6]]);
    await expect(outline({ data, symbol: 'ETHUSDT' })).rejects.toThrow('which interval');
    await expect(outline({ data, interval: '1h' })).rejects.toThrow('which symbol');
  });

  it('keep the interval that their names say, whatever interval is decided on', async () => {
    expect(await outline({ data: ['ETHUSDT-5m-1.csv'], interval: '1h' })).toEqual([['ETHUSDT', '5m', 4]]);
  });

  it('are refused in two intervals', async () => {
    await expect(read('ETHUSDT-*.csv')).rejects.toThrow(
      'the files hold bars of ETHUSDT in two intervals; found 5m and 1h; allowed: the lowest one',
    );
  });

  it('are refused without rules, and without files', async () => {
    await expect(read('DOGEUSDT-1h-1.csv')).rejects.toThrow('--instruments');
    await expect(read('gone.csv', 'BTCUSDT-1h-1.csv')).rejects.toThrow(InputError);
    await expect(read('BTCUSDT-1h-9.csv')).rejects.toThrow('there is no such file');
  });
});
