import type { DepthUpdate, SpotInstrument } from '@org/domain';
import { BUILT_IN_INSTRUMENTS, spotInstrument } from '@org/domain';
import fc from 'fast-check';
import { recordedDepth } from '../../../../../test/recorded-depth.ts';
import { hasSharedData } from '../../../../../test/shared-data.ts';
import { DepthScanner } from './depth-scanner.ts';

const asset = (code: string) => ({ code, decimals: 8 });
const BITCOIN = market('BTCUSDT', '0.01', '0.00001');

function market(symbol: string, tickSize: string, stepSize: string): SpotInstrument {
  const [base, quote] = [asset('BASE'), asset('USDT')];
  return spotInstrument({ symbol, base, quote, tickSize, stepSize, minNotional: '5' });
}

const bytes = (text: string) => new TextEncoder().encode(text);
const message = (bids: unknown, asks: unknown, symbol = 'BTCUSDT') =>
  `{"e":"depthUpdate","E":1723161255208,"s":"${symbol}","U":50093239189,"u":50093239202,"b":${JSON.stringify(bids)},"a":${JSON.stringify(asks)}}`;

const levels = ({ count, ticks, quantities }: DepthUpdate['bids']) =>
  Array.from({ length: count }, (_, i) => [ticks[i], quantities[i]]);

const plain = (update: DepthUpdate) => ({ ...update, bids: levels(update.bids), asks: levels(update.asks) });

function read(scanner: DepthScanner, text: string) {
  const result = scanner.scan(bytes(text));
  return result.kind === 'depth' ? plain(result.update) : result.reason;
}

describe('a depth message', () => {
  it('is read from its bytes as ticks and quantities', () => {
    const scanner = new DepthScanner(BITCOIN);
    const text = message(
      [['61737.63000000', '0.00000000']],
      [
        ['61837.64000000', '1.54698000'],
        ['61840.00000000', '2.00000000'],
      ],
    );
    expect(read(scanner, text)).toEqual({
      time: 1723161255208,
      firstId: 50093239189,
      lastId: 50093239202,
      bids: [[6173763, 0]],
      asks: [
        [6183764, 1.54698],
        [6184000, 2],
      ],
    });
    expect(scanner.fallbacks).toBe(0);
  });

  it('may change nothing on a side', () => {
    const scanner = new DepthScanner(BITCOIN);
    expect(read(scanner, message([], []))).toMatchObject({ bids: [], asks: [] });
    expect(scanner.fallbacks).toBe(0);
  });

  it('is found between other bytes', () => {
    const inner = message([['1.00', '2.00000']], []);
    const outer = bytes(`{"stream":"btcusdt@depth","data":${inner}}`);
    const result = new DepthScanner(BITCOIN).scan(outer, outer.length - 1 - inner.length, outer.length - 1);
    expect(result.kind === 'depth' && levels(result.update.bids)).toEqual([[100, 2]]);
  });

  it('means the same in another layout', () => {
    const scanner = new DepthScanner(BITCOIN);
    const text = message([['1.5', '2']], [['3', '0.1']]);
    const first = read(scanner, text);
    expect(scanner.fallbacks).toBe(0);
    const swapped = text.replace(/"b":(.*),"a":(.*)}$/, '"a": $2, "b": $1, "new": 0}');
    expect(read(scanner, swapped)).toEqual(first);
    expect(scanner.fallbacks).toBe(1);
  });

  it('counts steps that are no power of ten', () => {
    const scanner = new DepthScanner(market('BTCUSDT', '0.25', '5'));
    expect(read(scanner, message([['10.50000000', '15.00000000']], []))).toMatchObject({ bids: [[42, 15]] });
  });

  it('may hold more digits than a double, and remainders between two lots', () => {
    const quantities = ['177.35159200', '123456789012.00000000', '9007199254.74099311', '0.1', '70'];
    const asks = quantities.map((quantity, i) => [`${i + 1}.00`, quantity]);
    const found = read(new DepthScanner(BITCOIN), message([], asks));
    expect(found).toMatchObject({ asks: quantities.map((quantity, i) => [(i + 1) * 100, Number(quantity)]) });
  });

  it.each([
    ['is cut off', message([['1.00', '2.00']], []).slice(0, -9), 'notJson'],
    ['is empty', '', 'notJson'],
    ['is of another kind', '{"e":"trade","E":1,"s":"BTCUSDT"}', 'notDepth'],
    ['has numbers where texts are due', message([[1, 2]], []), 'notDepth'],
    ['has an id beyond 2^53', message([], []).replace('50093239202', '9007199254740993'), 'notDepth'],
    ['is of another market', message([], [], 'ETHUSDT'), 'otherSymbol'],
    ['has a price between two ticks', message([['1.00500000', '1.0']], []), 'offTick'],
    ['has an exponent', message([['1e3', '1.0']], []), 'offTick'],
    ['has a negative price', message([['-1.0', '1.0']], []), 'offTick'],
    ['has more ticks than can be counted', message([['90071992547409.93', '1.0']], []), 'offTick'],
  ])('is refused where it %s', (_, text, reason) => {
    expect(read(new DepthScanner(BITCOIN), text)).toBe(reason);
  });

  it('grows its arrays with the largest message', () => {
    const many = Array.from({ length: 1000 }, (_, i) => [`${i + 1}.00000000`, '1.00000000']);
    expect(read(new DepthScanner(BITCOIN), message(many, many))).toMatchObject({
      bids: many.map((_, i) => [(i + 1) * 100, 1]),
    });
  });

  it('is never read as something else, whatever a byte of it is changed to', () => {
    const original = bytes(message([['61737.63000000', '0.50000000']], [['61837.64000000', '1.00000000']]));
    fc.assert(
      fc.property(fc.nat(original.length - 1), fc.nat(255), (place, value) => {
        const changed = original.slice();
        changed[place] = value;
        const result = new DepthScanner(BITCOIN).scan(changed);
        expect(result).toEqual(slowly(changed) ?? expect.objectContaining({ kind: 'unreadable' }));
      }),
      { numRuns: 2000 },
    );
  });
});

/** The same bytes with a space in front, which the fast way does not know. */
function slowly(changed: Uint8Array) {
  const result = new DepthScanner(BITCOIN).scan(bytes(` ${new TextDecoder().decode(changed)}`));
  return result.kind === 'depth' ? result : null;
}

(hasSharedData ? describe : describe.skip)('the recorded depth of 2024-08-08', () => {
  it('is read from its bytes as JSON.parse reads it, message by message', () => {
    const texts = recordedDepth().filter(({ stream }) => stream.includes('@depth'));
    const instrument = BUILT_IN_INSTRUMENTS.get('BTCUSDT') ?? BITCOIN;
    const [fast, slow] = [new DepthScanner(instrument), new DepthScanner(instrument)];
    const written = (scanner: DepthScanner, text: string) => JSON.stringify(read(scanner, text));
    const different = texts.filter(({ text }) => written(fast, text) !== written(slow, ` ${text}`));
    expect(different).toEqual([]);
    expect([texts.length, fast.fallbacks, slow.fallbacks]).toEqual([6495, 0, 6495]);
  });
});
