import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Interval } from '@org/domain';
import { BUILT_IN_INSTRUMENTS, INTERVAL_MS } from '@org/domain';
import { CandleStore, seriesOf, writeInstruments } from '@org/market-data';
import type { StoreRequest } from './read-store.ts';
import { meansStore, readStore, STORE_INSTRUMENTS } from './read-store.ts';

const START = Date.UTC(2024, 0);
const HOUR = INTERVAL_MS['1h'];
const cwd = mkdtempSync(join(tmpdir(), 'stored-'));

beforeAll(async () => {
  const store = await CandleStore.open(join(cwd, 'data'));
  const put = async (symbol: string, interval: Interval, bars: number) => {
    const length = INTERVAL_MS[interval];
    const candles = Array.from({ length: bars }, (_, bar) => ({
      ...{ openTime: START + bar * length, open: 10, high: 12, low: 9, close: 11, volume: 5 },
    }));
    await store.add(seriesOf(symbol, interval, candles), { fromMs: START, toMs: START + 48 * length });
  };
  for (const symbol of ['BTCUSDT', 'ETHUSDT', 'DOGEUSDT', 'BNBUSDT']) await put(symbol, '1h', 24);
  await put('BTCUSDT', '5m', 48);
  await put('NEWUSDT', '1d', 0);
  await store.close();
  const [bitcoin, ether] = ['BTCUSDT', 'ETHUSDT'].map((symbol) => BUILT_IN_INSTRUMENTS.get(symbol));
  if (bitcoin === undefined || ether === undefined) throw new Error('the rules are not built in');
  const rules = ['DOGEUSDT', 'BNBUSDT', 'NEWUSDT'].map((symbol) => ({ ...ether, symbol }));
  writeInstruments(join(cwd, 'data', STORE_INSTRUMENTS), rules);
  writeInstruments(join(cwd, 'other.json'), [{ ...bitcoin, symbol: 'DOGEUSDT' }]);
  mkdirSync(join(cwd, 'many'));
  for (const name of 'abcdefghij') writeFileSync(join(cwd, 'many', name), '');
});
afterAll(() => rmSync(cwd, { recursive: true }));

function read(request: Partial<StoreRequest>) {
  return readStore({ store: 'data', symbols: [], interval: null, fromMs: null, toMs: null, cwd, ...request });
}

async function outline(request: Partial<StoreRequest>) {
  const markets = await read(request);
  return markets.map(({ series, instrument }) => {
    expect(instrument.symbol).toBe(series.symbol);
    return [series.symbol, series.interval, series.openTime.length];
  });
}

describe('the markets of a store', () => {
  it('are all of an interval, or those that are named', async () => {
    expect(await outline({ interval: '1h' })).toEqual(
      ['BNBUSDT', 'BTCUSDT', 'DOGEUSDT', 'ETHUSDT'].map((symbol) => [symbol, '1h', 24]),
    );
    expect(await outline({ symbols: ['ETHUSDT'] })).toEqual([['ETHUSDT', '1h', 24]]);
    const isWantedToo = (symbol: string) => symbol.startsWith('BNB');
    expect(await outline({ symbols: ['ETHUSDT'], isWantedToo })).toEqual([
      ['BNBUSDT', '1h', 24],
      ['ETHUSDT', '1h', 24],
    ]);
  });

  it('come in the shortest bars that a wanted interval can be built from, where it is not there', async () => {
    expect(await outline({ symbols: ['BTCUSDT', 'ETHUSDT'], interval: '4h' })).toEqual([
      ['BTCUSDT', '5m', 48],
      ['ETHUSDT', '1h', 24],
    ]);
    expect(await outline({ interval: '15m' })).toEqual([['BTCUSDT', '5m', 48]]);
  });

  it('are named by their files, as they lie on the disk', async () => {
    const [market] = await read({ symbols: ['ETHUSDT'], toMs: START + 12 * HOUR });
    const file = 'ETHUSDT/1h/2024.parquet';
    const sha256 = createHash('sha256')
      .update(readFileSync(join(cwd, 'data', file)))
      .digest('hex');
    expect(market?.report).toMatchObject({ bars: 12, files: [{ name: file, sha256, bars: 24 }] });
  });

  it('have the rules of the store, or those that are given', async () => {
    const [own] = await read({ symbols: ['DOGEUSDT'] });
    expect(own?.instrument.lotSize).toBe(0.0001);
    const [given] = await read({ symbols: ['DOGEUSDT'], instruments: 'other.json' });
    expect(given?.instrument.lotSize).toBe(0.00001);
  });

  it.each<[string, Partial<StoreRequest>, readonly string[]]>([
    ['no such folder', { store: 'gone' }, ['no store of candles', 'found no such folder']],
    [
      'a folder of other things',
      { store: 'many' },
      ['found a, b, c, d, e, f, g, h and 2 more', 'backtest download'],
    ],
    [
      'an unknown market',
      { symbols: ['ETHUSD'], interval: '1h' },
      ['no bars of ETHUSD', 'Did you mean ETHUSDT?', '--interval 1h'],
    ],
    [
      'a market that is nothing like these',
      { symbols: ['XXXXXXXXXX'] },
      ['no bars of XXXXXXXXXX', 'Or backtest download --symbols XXXXXXXXXX'],
    ],
    [
      'an interval that is not there',
      { symbols: ['ETHUSDT'], interval: '5m' },
      ['no bars of 5m', 'found ETHUSDT 1h'],
    ],
    ['an interval that nothing has', { interval: '1s' }, ['no bars of 1s']],
    ['several intervals', { symbols: ['BTCUSDT'] }, ['found 5m, 1h', '--interval']],
    [
      'a span that is not there',
      { symbols: ['ETHUSDT'], toMs: START + 60 * HOUR },
      ['from 2024-01-03 to 2024-01-03T12:00'],
    ],
    ['a market that was not there then', { symbols: ['NEWUSDT'] }, ['NEWUSDT had no bars of 1d']],
  ])('are refused for %s, with what is there', async (_what, request, parts) => {
    const refused = read(request);
    for (const part of parts) await expect(refused).rejects.toThrow(part);
  });

  it('are in a folder, also one that is named before anything was downloaded into it', () => {
    const paths = ['data', 'other.json', 'gone', 'gone/', '../gone', 'gone.csv', 'gone*', './gone-1h.csv.gz'];
    expect(paths.filter((path) => meansStore(path, cwd))).toEqual(['data', 'gone', 'gone/', '../gone']);
  });
});
