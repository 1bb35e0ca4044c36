import { BUILT_IN_INSTRUMENTS, InputError } from '@org/domain';
import { readCapture } from './capture.ts';
import { recordedInstrument } from './recorded-capture.ts';

const instrument = recordedInstrument();

const SNAPSHOT =
  '1 {"lastUpdateId":7,"bids":[["100.00000000","1.50000000"]],"asks":[["100.02000000","2.00000000"]]}';
const depth = (time: number, first: number, last: number) =>
  `2 {"stream":"btcusdt@depth@100ms","data":{"e":"depthUpdate","E":${time},"s":"BTCUSDT","U":${first},"u":${last},"b":[["100.01","0.5"]],"a":[["100.02","0"]]}}`;
const trade = (time: number, sellerRested: boolean) =>
  `3 {"stream":"btcusdt@trade","data":{"e":"trade","E":${time},"s":"BTCUSDT","t":1,"p":"100.02","q":"0.001","T":${time},"m":${!sellerRested},"M":true}}`;
const TICKER =
  '4 {"stream":"btcusdt@bookTicker","data":{"u":8,"s":"BTCUSDT","b":"1","B":"1","a":"2","A":"1"}}';

const read = (...lines: readonly string[]) => readCapture(`${lines.join('\n')}\n`, instrument);

describe('a capture', () => {
  it('is a snapshot and what came after, in whole ticks and lots', () => {
    expect(read(SNAPSHOT, depth(50, 8, 9), TICKER, trade(60, true))).toEqual({
      snapshot: { lastUpdateId: 7, bids: [[10_000, 150_000]], asks: [[10_002, 200_000]] },
      events: [
        {
          kind: 'levels',
          time: 50,
          firstUpdateId: 8,
          lastUpdateId: 9,
          bids: [[10_001, 50_000]],
          asks: [[10_002, 0]],
        },
        { kind: 'trade', time: 60, ticks: 10_002, lots: 100, aggressor: 'buy' },
      ],
    });
  });

  it('knows who crossed the spread', () => {
    const { events } = read(SNAPSHOT, trade(1, true), trade(2, false));
    expect(events.map((event) => event.kind === 'trade' && event.aggressor)).toEqual(['buy', 'sell']);
  });

  it('is in the order of the exchange, trades before the levels that they left', () => {
    const { events } = read(depth(70, 8, 9), depth(60, 10, 11), trade(60, true), trade(50, true), SNAPSHOT);
    expect(events.map(({ kind, time }) => `${kind} ${time}`)).toEqual([
      'trade 50',
      'trade 60',
      'levels 60',
      'levels 70',
    ]);
  });

  it('is refused with the line that cannot be read', () => {
    expect(() => read(SNAPSHOT, '5 {"lastUpdateId":')).toThrow('capture:2: not a depth update');
    expect(() => read(SNAPSHOT, '5 {"data":{"e":"kline"}}')).toThrow(InputError);
  });

  it('is refused without a snapshot', () => {
    expect(() => read(depth(50, 8, 9))).toThrow('a capture has a snapshot');
  });

  it('is of a market that is built in', () => {
    expect(BUILT_IN_INSTRUMENTS.get('BTCUSDT')).toBe(instrument);
  });
});
