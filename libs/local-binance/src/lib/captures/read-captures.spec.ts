import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { InputError } from '@org/domain';
import { BUILT_IN_SYMBOLS } from '../symbols/built-in-symbols.ts';
import { readCaptures } from './read-captures.ts';

const BTCUSDT = BUILT_IN_SYMBOLS.slice(0, 1);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'captures-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  const text = lines.map((line) => `${line}\n`).join('');
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text);
  return path;
}

const combined = (data: object) => `1723161253937085768 ${JSON.stringify({ stream: 'btcusdt@any', data })}`;

const difference = (firstId: number, lastId: number, time: number, bids: readonly string[][] = []) =>
  combined({ e: 'depthUpdate', E: time, s: 'BTCUSDT', U: firstId, u: lastId, b: bids, a: [] });

const trade = (id: number, time: number, fields: object = {}) =>
  combined({ e: 'trade', E: time, s: 'BTCUSDT', t: id, p: '100.00', q: '0.5', T: time, m: true, ...fields });

const snapshot = (lastUpdateId: number) =>
  `1723161254206652067 ${JSON.stringify({
    lastUpdateId,
    bids: [['100.00000000', '2.00000000']],
    asks: [['100.01000000', '1.00000000']],
  })}`;

const read = (...lines: readonly string[]) => readCaptures([file('capture.ws', lines)], BTCUSDT);

/** Kinds, times and updates of what was recorded. */
const events = (...lines: readonly string[]) =>
  read(...lines).captures[0]?.recording.events.map((event) =>
    event.kind === 'trade' ? `trade ${event.time}` : `${event.kind} ${event.time} to ${event.updateId}`,
  );

describe('a capture', () => {
  it('is a snapshot, and what follows it, in ticks and lots', () => {
    const { captures } = read(
      difference(1, 4, 1000),
      snapshot(5),
      trade(1, 1050),
      difference(6, 9, 1100, [['99.5', '0.25']]),
    );
    expect(captures[0]?.recording.events).toEqual([
      { kind: 'snapshot', time: 1000, updateId: 5, bids: [10_000, 200_000], asks: [10_001, 100_000] },
      { kind: 'trade', time: 1050, takerSide: 'sell', price: 10_000, quantity: 50_000 },
      { kind: 'difference', time: 1100, updateId: 9, bids: [9950, 25_000], asks: [] },
    ]);
    expect(captures[0]?.facts).toEqual({
      snapshots: 1,
      differences: 1,
      staleDifferences: 1,
      gaps: 0,
      trades: 1,
    });
  });

  it('goes on with the difference that the snapshot lies in', () => {
    expect(
      events(difference(1, 4, 1000), difference(5, 8, 1100), snapshot(6), difference(9, 9, 1200)),
    ).toEqual(['snapshot 1000 to 6', 'difference 1100 to 8', 'difference 1200 to 9']);
  });

  it('waits for a snapshot that is not too old', () => {
    expect(events(difference(5, 8, 1100), snapshot(3), difference(9, 9, 1200), snapshot(8))).toEqual([
      'snapshot 1100 to 8',
      'difference 1200 to 9',
    ]);
  });

  it('takes the time of reception for a snapshot that comes first', () => {
    expect(events(snapshot(4), difference(5, 8, 1_723_161_254_300))).toEqual([
      'snapshot 1723161254206 to 4',
      'difference 1723161254300 to 8',
    ]);
  });

  it('leaves out what was before the snapshot', () => {
    expect(events(trade(1, 900), difference(1, 4, 1000), snapshot(4), trade(2, 1000))).toEqual([
      'snapshot 1000 to 4',
      'trade 1000',
    ]);
  });

  it('ends at a gap', () => {
    const lines = [
      difference(1, 4, 1000),
      snapshot(4),
      difference(5, 5, 1100),
      difference(7, 8, 1200),
      trade(1, 1300),
    ];
    expect(events(...lines)).toEqual(['snapshot 1000 to 4', 'difference 1100 to 5']);
    expect(read(...lines).captures[0]?.facts.gaps).toBe(1);
  });

  it('begins anew with a snapshot after a gap', () => {
    expect(
      events(
        difference(1, 4, 1000),
        snapshot(4),
        difference(7, 8, 1200),
        trade(1, 1250),
        snapshot(8),
        difference(9, 9, 1300),
      ),
    ).toEqual(['snapshot 1000 to 4', 'snapshot 1200 to 8', 'trade 1250', 'difference 1300 to 9']);
  });

  it('has what was received twice once', () => {
    expect(
      events(
        difference(1, 4, 1000),
        snapshot(4),
        trade(1, 1050),
        trade(1, 1050),
        difference(5, 5, 1100),
        difference(5, 5, 1100),
      ),
    ).toEqual(['snapshot 1000 to 4', 'trade 1050', 'difference 1100 to 5']);
  });

  it('has trades by the dozen where they were not recorded one by one', () => {
    const aggregate = trade(0, 1050, { e: 'aggTrade', t: undefined, a: 7 });
    expect(events(difference(1, 4, 1000), snapshot(4), aggregate)).toEqual([
      'snapshot 1000 to 4',
      'trade 1050',
    ]);
    expect(events(difference(1, 4, 1000), snapshot(4), aggregate, trade(1, 1060))).toEqual([
      'snapshot 1000 to 4',
      'trade 1060',
    ]);
  });

  it('is counted in steps as fine as its numbers, for a book holds orders from before its filters', () => {
    const { captures } = read(
      difference(1, 4, 1000),
      snapshot(4),
      difference(5, 5, 1100, [['99.995', '0.0000125']]),
    );
    expect(captures[0]?.rules.restingSteps).toEqual({
      tick: { units: 1n, decimals: 3 },
      lot: { units: 1n, decimals: 7 },
    });
    expect(captures[0]?.recording.events.at(-1)).toMatchObject({ bids: [99_995, 125] });
  });

  it('goes through several files, packed or not', () => {
    const first = file('1.ws.gz', [difference(1, 4, 1000), snapshot(4)]);
    const second = file('2.ws', [difference(5, 6, 1100)]);
    expect(readCaptures([first, second], BTCUSDT).captures[0]?.facts).toMatchObject({
      differences: 1,
      gaps: 0,
    });
  });

  it('may be of many markets, of which some are wanted', () => {
    const ether = (line: string) => line.replaceAll('BTCUSDT', 'ETHUSDT');
    const lines = [
      difference(1, 4, 1000),
      snapshot(4),
      ether(difference(1, 4, 1000)),
      ether(trade(1, 1050)),
      snapshot(4),
    ];
    const paths = [file('two.ws', lines)];
    const symbols = (wanted: typeof BUILT_IN_SYMBOLS) =>
      readCaptures(paths, wanted).captures.map(({ recording }) => recording.symbol);
    expect(symbols(BUILT_IN_SYMBOLS)).toEqual(['BTCUSDT', 'ETHUSDT']);
    expect(symbols(BTCUSDT)).toEqual(['BTCUSDT']);
  });
});

describe('a line of a capture that cannot be used', () => {
  const whole = [difference(1, 4, 1000), snapshot(4)];

  it.each([
    ['1723161253937085768 {"stream":"btcusdt@trade","da', 'a message that is no JSON, or was cut off'],
    ['1723161253937085768 ', 'a time without a message'],
    [trade(1, 1050, { p: '1e2' }), 'p of a trade is not as the exchange writes it'],
    [trade(1, 1050, { q: undefined }), 'q of a trade is not as the exchange writes it'],
    [difference(5, 6, 1100, [['100', '-1']]), 'b.0.1 of a depthUpdate is not as the exchange writes it'],
    [trade(1, 1050, { p: '0.000000001' }), 'a price finer than the smallest unit of USDT'],
    [difference(5, 6, 1100, [['100', '0.000000001']]), 'a quantity finer than the smallest unit of BTC'],
    [
      '1723161254206652067 {"lastUpdateId":"4","bids":[],"asks":[]}',
      'lastUpdateId of a depth is not as the exchange writes it',
    ],
  ])('is told with its place and left out: %s', (line, what) => {
    const { captures, problems, problemCount } = read(...whole, line);
    expect(captures).toHaveLength(1);
    expect(problemCount).toBe(1);
    expect(problems).toEqual([{ place: { file: expect.stringContaining('capture.ws'), line: 3 }, what }]);
  });

  it.each([
    '',
    'wss://stream.binance.com:9443/stream?streams=btcusdt@depth <-> 1633998511.159679',
    'configuration: {"trades":["BTC-USDT"]}',
    combined({ u: 1, s: 'BTCUSDT', b: '1', B: '1', a: '2', A: '1' }),
    combined({ e: 'kline', s: 'BTCUSDT' }),
    '1723161253937085768 {"result":null,"id":1}',
    '1723161253937085768 {}',
  ])('is no problem where it is not about the book: %s', (line) => {
    expect(read(...whole, line)).toMatchObject({ problemCount: 0 });
  });

  it('makes a gap where it was a difference', () => {
    const { captures } = read(...whole, difference(5, 6, 1100).slice(0, -3), difference(7, 8, 1200));
    expect(captures[0]?.facts).toMatchObject({ differences: 0, gaps: 1 });
  });

  it('is counted, though only twenty are told', () => {
    const { problems, problemCount } = read(
      ...whole,
      ...Array.from({ length: 50 }, () => '1723161253937085768 {'),
    );
    expect([problems.length, problemCount]).toEqual([20, 50]);
  });

  it('says nothing of a snapshot of an unknown market', () => {
    const { problems } = readCaptures([file('two.ws', [snapshot(4), ...whole])], BUILT_IN_SYMBOLS);
    expect(problems.map(({ what }) => what)).toEqual(['a snapshot of no market that was named before']);
  });
});

describe('captures that hold nothing', () => {
  it('are refused with what is needed', () => {
    const path = file('capture.ws', [difference(1, 4, 1000)]);
    expect(() => readCaptures([path], BTCUSDT)).toThrow(InputError);
    expect(() => readCaptures([path], BTCUSDT)).toThrow(
      'the capture has the book of no wanted market; ' +
        `found ${path}; allowed: a REST snapshot of one of BTCUSDT, and the depth differences that follow it`,
    );
  });

  it('are refused where there is no file', () => {
    expect(() => readCaptures([join(folder, 'none.ws')], BTCUSDT)).toThrow('there is no such file');
  });
});
