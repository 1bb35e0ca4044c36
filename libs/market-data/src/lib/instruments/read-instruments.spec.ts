import { InputError, formatAmount, formatPrice, formatQuantity, price } from '@org/domain';
import { TemporaryFolder } from '../../testing/candle-files.ts';
import { hasSharedData, shared } from '../../testing/shared-data.ts';
import { readInstruments } from './read-instruments.ts';

const folder = new TemporaryFolder();
afterAll(() => folder.remove());

const PRICE_FILTER = {
  filterType: 'PRICE_FILTER',
  minPrice: '0.01',
  maxPrice: '1000000',
  tickSize: '0.01000000',
};
const LOT_SIZE = {
  filterType: 'LOT_SIZE',
  minQty: '0.00010000',
  maxQty: '9000.00000000',
  stepSize: '0.00010000',
};
const OTHER_FILTER = { filterType: 'MAX_NUM_ORDERS', maxNumOrders: 200 };

function exchangeSymbol(symbol: string, filters: readonly object[]) {
  return {
    symbol,
    status: 'TRADING',
    baseAsset: 'ETH',
    baseAssetPrecision: 8,
    quoteAsset: 'USDT',
    quoteAssetPrecision: 8,
    filters,
  };
}

const OWN = {
  symbol: 'ETHUSDT',
  base: { code: 'ETH', decimals: 8 },
  quote: { code: 'USDT', decimals: 8 },
  tickSize: '0.01',
  stepSize: '0.0001',
  minNotional: '5',
};

function read(content: unknown) {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return readInstruments(folder.write('instruments.json', text));
}

describe('instruments of an exchangeInfo', () => {
  it.each(['MIN_NOTIONAL', 'NOTIONAL'])('have the rules of their filters, %s among them', (filterType) => {
    const notional = { filterType, minNotional: '5.00000000', applyToMarket: true };
    const filters = [PRICE_FILTER, OTHER_FILTER, LOT_SIZE, notional];
    const ether = read({ timezone: 'UTC', symbols: [exchangeSymbol('ETHUSDT', filters)] }).get('ETHUSDT')!;
    expect(ether).toMatchObject({ kind: 'spot', symbol: 'ETHUSDT', tickSize: 0.01, lotSize: 0.0001 });
    expect(formatQuantity(ether.minQuantity, ether)).toBe('0.0001');
    expect(formatQuantity(ether.maxQuantity, ether)).toBe('9000');
    expect(formatAmount(ether.minNotional, ether.quote)).toBe('5');
  });

  it('go by the precision of their assets where a filter is off', () => {
    const off = { ...PRICE_FILTER, tickSize: '0.00000000' };
    const whole = { ...exchangeSymbol('B', []), baseAssetPrecision: 0 };
    const markets = read({ symbols: [exchangeSymbol('A', [off]), whole] });
    const market = markets.get('A')!;
    expect(formatPrice(price(1), market)).toBe('0.00000001');
    expect(market).toMatchObject({ lotSize: 1e-8, minNotional: 0n });
    expect(markets.get('B')!.lotSize).toBe(1);
  });

  it('are read as they were recorded, with the request before the answer', () => {
    const answer = JSON.stringify({ symbols: [exchangeSymbol('ETHUSDT', [PRICE_FILTER, LOT_SIZE])] });
    const recorded = `https://example.com/api/v3/exchangeInfo -> 1633998511.13: ${answer}\nconfiguration: {"a":1}\n`;
    expect([...read(recorded).keys()]).toEqual(['ETHUSDT']);
  });
});

describe('instruments of our own form', () => {
  it('have the rules as they stand there', () => {
    const { kind, symbol, base, quote, tickSize, lotSize } = read({ instruments: [OWN] }).get('ETHUSDT')!;
    expect({ kind, symbol, base, quote, tickSize, lotSize }).toEqual({
      kind: 'spot',
      symbol: 'ETHUSDT',
      base: OWN.base,
      quote: OWN.quote,
      tickSize: 0.01,
      lotSize: 0.0001,
    });
  });

  it('may be packed', () => {
    const path = folder.write('instruments.json.gz', JSON.stringify({ instruments: [OWN] }), 'gzip');
    expect(readInstruments(path).size).toBe(1);
  });
});

describe('a file of instruments is refused', () => {
  it.each([
    ['where it is no JSON', '{"instruments": [}', 'instruments-not-json', 'the file is not JSON', "'}'"],
    ['where it ends too early', '{"instruments": [', 'instruments-not-json', 'the file is not JSON', 'end'],
    ['where it is something else', '[1]', 'instruments-malformed', 'the file:', '[1]'],
    ['where it holds no list', '{}', 'instruments-malformed', 'instruments:', 'nothing'],
    [
      'for a tick that is no decimal',
      { instruments: [OWN, { ...OWN, tickSize: '1e-2' }] },
      'instruments-malformed',
      'instruments[1].tickSize is no exact amount',
      '"1e-2"',
    ],
    [
      'for an amount that is a JSON number',
      { instruments: [{ ...OWN, minNotional: 5 }] },
      'instruments-malformed',
      'instruments[0].minNotional is no exact amount',
      '5',
    ],
    [
      'for an amount that is missing',
      { instruments: [{ ...OWN, minNotional: undefined }] },
      'instruments-malformed',
      'instruments[0].minNotional is no exact amount',
      'nothing',
    ],
    [
      'for an unknown key',
      { instruments: [{ ...OWN, tick: '1' }] },
      'instruments-malformed',
      'instruments[0]: Unrecognized key: "tick"',
      'tick',
    ],
    [
      'for a filter that cannot be',
      { symbols: [exchangeSymbol('A', [{ ...LOT_SIZE, stepSize: 0.1 }])] },
      'instruments-malformed',
      'symbols[0].filters[0].stepSize',
      '0.1',
    ],
    [
      'for a market told twice',
      { instruments: [OWN, OWN] },
      'instrument-twice',
      'stands in the file twice',
      'ETHUSDT',
    ],
    [
      'for a lot finer than its asset',
      { instruments: [{ ...OWN, stepSize: '0.000000001' }] },
      'instrument-rules',
      'stepSize is finer',
      '0.000000001',
    ],
  ])('%s', (_what, content, code, what, found) => {
    const path = `${folder.path}/instruments.json`;
    let thrown: unknown;
    try {
      read(content);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(InputError);
    expect(thrown).toMatchObject({ code, facts: { place: { file: path } } });
    expect(String(thrown)).toContain(what);
    expect(thrown).toHaveProperty('facts.found', expect.stringContaining(found));
  });

  it('with what is allowed for an amount', () => {
    expect(() => read({ instruments: [{ ...OWN, minNotional: 5 }] })).toThrow(
      'minNotional is no exact amount; found 5; allowed: a plain decimal in quotes, such as "0.001"',
    );
  });

  it('with line and column where they are known', () => {
    expect(() => read('{\n  "instruments" []\n}')).toThrow('instruments.json:2:17: the file is not JSON');
  });
});

(hasSharedData ? describe : describe.skip)('the recorded exchangeInfo of 2021', () => {
  it('gives the rules of all its 1,695 markets', () => {
    const instruments = readInstruments(shared('data', 'exchange-info', 'exchangeInfo-2021.gz'));
    expect(instruments.size).toBe(1_695);
    expect(instruments.get('BTCUSDT')).toMatchObject({
      base: { code: 'BTC', decimals: 8 },
      tickSize: 0.01,
      lotSize: 0.00001,
      minNotional: 10n * 10n ** 8n,
    });
  });
});
