import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { InputError } from '@org/domain';
import type { SymbolRules } from '@org/simulator';
import { hasSharedData, shared } from '../../testing/shared-data.ts';
import { BUILT_IN_SYMBOLS } from './built-in-symbols.ts';
import { readExchangeInfo } from './read-exchange-info.ts';
import { exchangeFiltersJson, symbolJson } from './symbol-json.ts';

/** What the exchange's documentation shows of BNBBTC, with one filter of every form. */
const BNBBTC = {
  symbol: 'BNBBTC',
  status: 'TRADING',
  baseAsset: 'BNB',
  baseAssetPrecision: 8,
  quoteAsset: 'BTC',
  quotePrecision: 8,
  quoteAssetPrecision: 8,
  baseCommissionPrecision: 8,
  quoteCommissionPrecision: 8,
  orderTypes: ['LIMIT', 'LIMIT_MAKER', 'MARKET', 'STOP_LOSS_LIMIT', 'TAKE_PROFIT_LIMIT'],
  icebergAllowed: true,
  ocoAllowed: true,
  otoAllowed: true,
  opoAllowed: true,
  quoteOrderQtyMarketAllowed: true,
  allowTrailingStop: true,
  cancelReplaceAllowed: true,
  amendAllowed: false,
  pegInstructionsAllowed: false,
  isSpotTradingAllowed: true,
  isMarginTradingAllowed: false,
  filters: [
    {
      filterType: 'PRICE_FILTER',
      minPrice: '0.00000100',
      maxPrice: '100000.00000000',
      tickSize: '0.00000100',
    },
    { filterType: 'LOT_SIZE', minQty: '0.00100000', maxQty: '100000.00000000', stepSize: '0.00100000' },
    { filterType: 'ICEBERG_PARTS', limit: 100 },
    { filterType: 'MARKET_LOT_SIZE', minQty: '0.00000000', maxQty: '873.90727776', stepSize: '0.00000000' },
    {
      filterType: 'TRAILING_DELTA',
      minTrailingAboveDelta: 10,
      maxTrailingAboveDelta: 2000,
      minTrailingBelowDelta: 20,
      maxTrailingBelowDelta: 1000,
    },
    {
      filterType: 'PERCENT_PRICE_BY_SIDE',
      bidMultiplierUp: '1.2',
      bidMultiplierDown: '0.2',
      askMultiplierUp: '5',
      askMultiplierDown: '0.8',
      avgPriceMins: 1,
    },
    { filterType: 'PERCENT_PRICE', multiplierUp: '1.3', multiplierDown: '0.7', avgPriceMins: 5 },
    {
      filterType: 'NOTIONAL',
      minNotional: '0.00010000',
      applyMinToMarket: true,
      maxNotional: '9000000.00000000',
      applyMaxToMarket: false,
      avgPriceMins: 5,
    },
    { filterType: 'MIN_NOTIONAL', minNotional: '0.00100000', applyToMarket: true, avgPriceMins: 5 },
    { filterType: 'MAX_NUM_ORDERS', maxNumOrders: 200 },
    { filterType: 'MAX_NUM_ORDER_LISTS', maxNumOrderLists: 20 },
    { filterType: 'MAX_NUM_ALGO_ORDERS', maxNumAlgoOrders: 5 },
    { filterType: 'MAX_NUM_ICEBERG_ORDERS', maxNumIcebergOrders: 6 },
    { filterType: 'MAX_NUM_ORDER_AMENDS', maxNumOrderAmends: 10 },
    { filterType: 'MAX_POSITION', maxPosition: '10.00000000' },
  ],
  permissions: [],
  permissionSets: [['SPOT']],
  defaultSelfTradePreventionMode: 'EXPIRE_MAKER',
  allowedSelfTradePreventionModes: ['NONE', 'EXPIRE_TAKER', 'EXPIRE_MAKER', 'EXPIRE_BOTH', 'DECREMENT'],
};

const EXCHANGE_FILTERS = [
  { filterType: 'EXCHANGE_MAX_NUM_ORDERS', maxNumOrders: 1000 },
  { filterType: 'EXCHANGE_MAX_NUM_ALGO_ORDERS', maxNumAlgoOrders: 200 },
  { filterType: 'EXCHANGE_MAX_NUM_ICEBERG_ORDERS', maxNumIcebergOrders: 10000 },
  { filterType: 'EXCHANGE_MAX_NUM_ORDER_LISTS', maxNumOrderLists: 20 },
];

/** One field changed, or left out where it is undefined. */
const changed = (fields: object) => ({ symbols: [{ ...BNBBTC, ...fields }] });

describe('an exchangeInfo of today', () => {
  it('comes back to the letter, in the same order', () => {
    const symbols = readExchangeInfo({ exchangeFilters: EXCHANGE_FILTERS, symbols: [BNBBTC] }, 'info.json');
    expect(JSON.stringify(symbols.map(symbolJson))).toBe(JSON.stringify([BNBBTC]));
    expect(exchangeFiltersJson([...symbols, ...symbols])).toEqual(EXCHANGE_FILTERS);
  });

  it('becomes the rules of a market', () => {
    expect(readExchangeInfo(changed({ filters: [] }), 'info.json')).toEqual([
      {
        symbol: 'BNBBTC',
        base: { code: 'BNB', decimals: 8 },
        quote: { code: 'BTC', decimals: 8 },
        status: 'trading',
        orderTypes: ['limit', 'limitMaker', 'market', 'stopLossLimit', 'takeProfitLimit'],
        features: [
          'iceberg',
          'oneCancelsOther',
          'oneTriggersOther',
          'onePaysOther',
          'quoteQuantity',
          'trailingStop',
          'cancelReplace',
        ],
        defaultSelfTradePrevention: 'expireMaker',
        allowedSelfTradePrevention: ['none', 'expireTaker', 'expireMaker', 'expireBoth', 'decrement'],
        filters: [],
      } satisfies SymbolRules,
    ]);
  });

  it.each([
    [{}, 'symbols is not as exchangeInfo has it'],
    [[], 'this is no exchangeInfo'],
    [
      changed({ status: 'GONE' }),
      'symbols.0.status is not as exchangeInfo has it; found "GONE"; allowed: one of "TRADING"|',
    ],
    [
      changed({ filters: [{ ...BNBBTC.filters[0], tickSize: 0.01 }] }),
      'symbols.0.filters.0.tickSize is not as exchangeInfo has it; found 0.01',
    ],
    [
      changed({ filters: [{ ...BNBBTC.filters[0], tickSize: '1e-2' }] }),
      'symbols.0.filters.0.tickSize is not as exchangeInfo has it; found "1e-2"; allowed: a plain decimal in a string',
    ],
    [
      changed({ filters: [{ filterType: 'MOON_PHASE' }] }),
      'symbols.0.filters.0.filterType is not as exchangeInfo has it',
    ],
    [
      changed({ baseAssetPrecision: undefined }),
      'symbols.0.baseAssetPrecision is not as exchangeInfo has it',
    ],
    [{ symbols: [BNBBTC, BNBBTC] }, 'BNBBTC is there twice; allowed: each market once'],
    [
      { symbols: [BNBBTC, { ...BNBBTC, symbol: 'BTCIDR', baseAsset: 'BTC', baseAssetPrecision: 2 }] },
      'BTCIDR gives BTC 2 decimals, another market gives it 8',
    ],
  ])('that is wrong is refused with the place: case %#', (json, message) => {
    expect(() => readExchangeInfo(json, 'info.json')).toThrow(InputError);
    expect(() => readExchangeInfo(json, 'info.json')).toThrow(`info.json: ${message}`);
  });
});

describe('the built-in markets', () => {
  it('come back from their own exchangeInfo', () => {
    const json = { exchangeFilters: [], symbols: BUILT_IN_SYMBOLS.map(symbolJson) };
    expect(readExchangeInfo(JSON.parse(JSON.stringify(json)), 'own')).toEqual(BUILT_IN_SYMBOLS);
  });

  it('are those of bitcoin, ether and BNB', () => {
    expect(BUILT_IN_SYMBOLS.map(({ symbol }) => symbol)).toEqual([
      'BTCUSDT',
      'ETHUSDT',
      'BNBUSDT',
      'BNBBTC',
      'ETHBTC',
    ]);
  });
});

(hasSharedData ? describe : describe.skip)('the exchangeInfo recorded in 2021', () => {
  /** The first line of the file is an address, a time, and the answer. */
  const recorded = () => {
    const text = gunzipSync(readFileSync(shared('data', 'exchange-info', 'exchangeInfo-2021.gz'))).toString();
    const [line = ''] = text.split('\n');
    const json: unknown = JSON.parse(line.slice(line.indexOf('{')));
    return json;
  };
  let symbols: readonly SymbolRules[] = [];
  beforeAll(() => {
    symbols = readExchangeInfo(recorded(), 'exchangeInfo-2021.gz');
  });

  it('has 1,695 markets, 1,262 of them trading', () => {
    expect(symbols).toHaveLength(1695);
    expect(symbols.filter(({ status }) => status === 'trading')).toHaveLength(1262);
  });

  it('keeps every filter of every market to the letter', () => {
    const before = recorded();
    const filters = (json: unknown) =>
      JSON.stringify(json, (key, value: unknown) => (key === 'filters' ? JSON.stringify(value) : value))
        .split('"filters":')
        .map((part) => part.split(',"permissions"')[0])
        .slice(1);
    expect(filters({ symbols: symbols.map(symbolJson) })).toEqual(filters(before));
    expect(filters(before)).toHaveLength(1695);
  });

  it('has none of what came later', () => {
    expect(symbols[0]?.features).toEqual(['iceberg', 'oneCancelsOther', 'quoteQuantity']);
    expect(symbols[0]?.allowedSelfTradePrevention).toEqual(['none']);
  });
});
