import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '@org/domain';
import { TemporaryFolder } from '../../testing/candle-files.ts';
import { checkSymbol, listFeeds, listParts, partAt, partPath, partsOf } from './store-layout.ts';

const folder = new TemporaryFolder();
afterAll(() => folder.remove());

const NEW_YEARS_EVE = Date.UTC(2023, 11, 31, 23, 59);

describe('a file of the store', () => {
  it('holds a year of bars of an hour or longer, a month of minutes, a day of seconds', () => {
    expect(partAt(NEW_YEARS_EVE, '1h')).toEqual({
      name: '2023',
      fromMs: Date.UTC(2023, 0),
      toMs: Date.UTC(2024, 0),
    });
    expect(partAt(NEW_YEARS_EVE, '30m')).toEqual({
      name: '2023-12',
      fromMs: Date.UTC(2023, 11),
      toMs: Date.UTC(2024, 0),
    });
    expect(partAt(NEW_YEARS_EVE, '1s')).toEqual({
      name: '2023-12-31',
      fromMs: Date.UTC(2023, 11, 31),
      toMs: Date.UTC(2024, 0),
    });
    expect(partAt(NEW_YEARS_EVE, '1w').name).toBe('2023');
  });

  it('is one of those that a span reaches into', () => {
    const names = partsOf({ fromMs: NEW_YEARS_EVE, toMs: Date.UTC(2024, 2, 1, 0, 1) }, '1m');
    expect(names.map(({ name }) => name)).toEqual(['2023-12', '2024-01', '2024-02', '2024-03']);
    expect(partsOf({ fromMs: NEW_YEARS_EVE, toMs: NEW_YEARS_EVE }, '1m')).toEqual([]);
  });

  it('stands below its symbol and interval', () => {
    expect(partPath('data', { symbol: 'BTCUSDT', interval: '1h' }, '2024')).toBe(
      join('data', 'BTCUSDT', '1h', '2024.parquet'),
    );
  });
});

describe('what is in a folder', () => {
  const put = (...names: readonly string[]) => {
    const path = join(folder.path, ...names);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, '');
  };

  it('is known by its names, and whatever else is there is passed by', () => {
    put('ETHUSDT', '1h', '2024.parquet');
    put('BTCUSDT', '1h', '2024.parquet');
    put('BTCUSDT', '1m', '2024-02.parquet');
    put('BTCUSDT', '1m', '2023-12.parquet');
    put('BTCUSDT', '1m', '2023.parquet');
    put('BTCUSDT', '1m', '2023-13.parquet');
    put('BTCUSDT', '1m', '.2024-03.parquet.partial');
    put('BTCUSDT', '1m', 'notes.txt');
    put('BTCUSDT', '7m', '2024.parquet');
    put('BTCUSDT', '5m', 'notes.txt');
    put('instruments.json');
    expect(listFeeds(folder.path)).toEqual([
      { symbol: 'BTCUSDT', interval: '1m' },
      { symbol: 'BTCUSDT', interval: '1h' },
      { symbol: 'ETHUSDT', interval: '1h' },
    ]);
    const minutes = listParts(folder.path, { symbol: 'BTCUSDT', interval: '1m' });
    expect(minutes.map(({ name }) => name)).toEqual(['2023-12', '2024-02']);
    expect(listFeeds(join(folder.path, 'nowhere'))).toEqual([]);
  });

  it('is below a symbol that can be the name of a folder, and of no other', () => {
    expect(() => checkSymbol('1000SATSUSDT')).not.toThrow();
    expect(() => checkSymbol('币安人生USDT')).not.toThrow();
    for (const symbol of ['', '..', '.hidden', 'a/b', String.raw`a\b`, 'a b']) {
      expect(() => checkSymbol(symbol)).toThrow(InputError);
    }
  });
});
