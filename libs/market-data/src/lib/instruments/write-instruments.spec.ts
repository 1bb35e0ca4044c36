import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BUILT_IN_INSTRUMENTS, spotInstrument } from '@org/domain';
import { TemporaryFolder } from '../../testing/candle-files.ts';
import { hasSharedData, shared } from '../../testing/shared-data.ts';
import { readInstruments } from './read-instruments.ts';
import { writeInstruments } from './write-instruments.ts';

const folder = new TemporaryFolder();
afterAll(() => folder.remove());

describe('rules of markets that are written', () => {
  it('are read back as they were, in a file that a person can read', () => {
    const bounded = spotInstrument({
      symbol: 'A',
      base: { code: 'A', decimals: 0 },
      quote: { code: 'USDT', decimals: 8 },
      ...{ tickSize: '5', stepSize: '10', minNotional: '0.00000001', minQuantity: '20', maxQuantity: '900' },
    });
    const path = join(folder.path, 'below', 'instruments.json');
    writeInstruments(path, [...BUILT_IN_INSTRUMENTS.values(), bounded]);
    const read = readInstruments(path);
    expect([...read.keys()]).toEqual(['A', 'BTCUSDT', 'ETHUSDT']);
    expect(read.get('A')).toEqual(bounded);
    expect(read.get('BTCUSDT')).toEqual(BUILT_IN_INSTRUMENTS.get('BTCUSDT'));
    expect(readFileSync(path, 'utf8')).toContain('"tickSize": "0.01"');
    expect(readdirSync(join(folder.path, 'below'))).toEqual(['instruments.json']);
  });

  (hasSharedData ? it : it.skip)('are those of all 1,695 markets of 2021 as well', () => {
    const markets = readInstruments(shared('data', 'exchange-info', 'exchangeInfo-2021.gz'));
    const path = join(folder.path, 'all.json');
    writeInstruments(path, markets.values());
    const read = readInstruments(path);
    expect(read.size).toBe(1_695);
    for (const [symbol, market] of markets) expect(read.get(symbol)).toEqual(market);
  });

  const hasLimit = spawnSync('prlimit', ['--version']).status === 0 ? it : it.skip;
  hasLimit('are as they were where the disk gets full (needs the command prlimit)', () => {
    const path = join(folder.path, 'kept.json');
    writeFileSync(path, 'before');
    const program = `
      import { BUILT_IN_INSTRUMENTS } from '@org/domain';
      import { writeInstruments } from ${JSON.stringify(pathToFileURL(join(__dirname, 'write-instruments.ts')).href)};
      writeInstruments(${JSON.stringify(path)}, BUILT_IN_INSTRUMENTS.values());
    `;
    const node = [process.execPath, '--conditions=@org/source', '--input-type=module', '--eval', program];
    const { stderr } = spawnSync('prlimit', ['--fsize=10', ...node], { cwd: __dirname, encoding: 'utf8' });
    expect(stderr).toContain('EFBIG');
    expect(readFileSync(path, 'utf8')).toBe('before');
  });
});
