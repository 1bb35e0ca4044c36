import type { CancelOrder } from '@org/domain';
import { quantity } from '@org/domain';
import { EXCHANGE_INFO } from './fixtures/exchange-info.ts';
import { recordedClient } from '../../../../test/contract-recorded.ts';
import type { RecordedAnswer } from '../../../../test/recorded-answers.ts';
import { RECORDED } from '../../../../test/recorded-answers.ts';
import { CONTRACT_CANDLES, DEAR, LISTS, PAIR, REPLACEMENT, RESTING } from '../../../testing.ts';
import type { Binance } from './connect-binance.ts';

const { symbol, clientOrderId } = RESTING;
const cancel: CancelOrder = {
  ...{ kind: 'cancel', time: 0, strategyId: 'test', symbol, clientOrderId, reason: 'to see' },
};
const replacing = (binance: Binance) => binance.changes.replace({ cancel, place: REPLACEMENT });

type Row = readonly [
  endpoint: string,
  situation: keyof typeof RECORDED,
  ask: (binance: Binance) => Promise<unknown>,
];

/** Every answer that we read, and the question that has it read. */
const ROWS: readonly Row[] = [
  ['POST /api/v3/order', 'quiet', ({ orders }) => orders.place(RESTING)],
  ['POST /api/v3/order contract-dear', 'quiet', ({ orders }) => orders.place(DEAR)],
  ['GET /api/v3/order', 'resting', ({ orders }) => orders.query(symbol, clientOrderId)],
  ['GET /api/v3/order', 'traded', ({ orders }) => orders.query(symbol, clientOrderId)],
  ['DELETE /api/v3/order', 'resting', ({ orders }) => orders.cancel(cancel)],
  ['POST /api/v3/orderList/oco', 'quiet', ({ orders }) => orders.placePair(PAIR)],
  ['POST /api/v3/orderList/oco', 'quiet', ({ lists }) => lists.placeList(LISTS.oco)],
  ['POST /api/v3/orderList/oto', 'quiet', ({ lists }) => lists.placeList(LISTS.oto)],
  ['POST /api/v3/orderList/otoco', 'quiet', ({ lists }) => lists.placeList(LISTS.otoco)],
  ['GET /api/v3/orderList', 'listed', ({ lists }) => lists.queryList('contract-list')],
  ['GET /api/v3/openOrderList', 'listed', ({ openOrders }) => openOrders.readLists()],
  ['DELETE /api/v3/orderList', 'listed', ({ lists }) => lists.cancelList(symbol, 'contract-list')],
  ['POST /api/v3/order/cancelReplace', 'resting', replacing],
  ['POST /api/v3/order/cancelReplace', 'quiet', replacing],
  [
    'PUT /api/v3/order/amend/keepPriority',
    'resting',
    ({ changes }) => changes.amendDown(symbol, clientOrderId, quantity(4_000)),
  ],
  ['GET /api/v3/openOrders', 'resting', ({ openOrders }) => openOrders.read(symbol)],
  ['DELETE /api/v3/openOrders', 'resting', ({ openOrders }) => openOrders.cancelAll(symbol)],
  ['GET /api/v3/account', 'traded', ({ account }) => account.balances()],
  ['GET /api/v3/myTrades', 'traded', ({ account }) => account.tradesFrom(symbol, 0)],
  ['GET /sapi/v1/account/apiRestrictions', 'quiet', ({ account }) => account.keyPermissions()],
  ['GET /api/v3/klines', 'traded', candles],
];

/** Its words are those of the market's rules: what they do not say any more is not known of it. */
const MARKETS: Row = ['GET /api/v3/exchangeInfo', 'quiet', markets];

async function candles({ history }: Binance): Promise<unknown> {
  const pages: unknown[] = [];
  const outcomes = await history.download([CONTRACT_CANDLES], { onPage: (page) => void pages.push(page) });
  return { outcomes, pages };
}

async function markets({ markets: list, ledger }: Binance): Promise<unknown> {
  const read = await list.read();
  return { read, all: list.all, limits: ledger.use().map(({ kind, limit }) => [kind, limit]) };
}

/** The same question to an exchange that answers something else there. */
async function askedWith(
  [endpoint, situation, ask]: Row,
  change: (body: unknown) => unknown,
): Promise<unknown> {
  const [status, body]: RecordedAnswer = RECORDED[situation][endpoint] ?? [500, {}];
  const binance = await recordedClient({ ...RECORDED[situation], [endpoint]: [status, change(body)] });
  const answer = await ask(binance);
  await binance.close();
  return answer;
}

/** Every object within, with a field that nobody knows. */
function withUnknownFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withUnknownFields);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, field]) => [name, withUnknownFields(field)]);
  return { ...Object.fromEntries(fields), tomorrowsField: { tomorrows: ['WORD', 1, null] } };
}

type Path = readonly string[];

const WORD = /^[A-Z][A-Z_]{2,}$/;
/** Words that name something, and are no word of a list that the exchange could make longer. */
const NAMES = new Set(['symbol', 'asset', 'baseAsset', 'quoteAsset', 'commissionAsset', 'timezone']);

/** Where the words are that the exchange could add others to. */
function wordsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value === 'string') return WORD.test(value) && !NAMES.has(path.at(-1) ?? '') ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => wordsIn(part, [...path, name]));
}

function withWordAt(value: unknown, [name, ...rest]: Path): unknown {
  if (name === undefined) return 'TOMORROWS_WORD';
  if (typeof value !== 'object' || value === null) return value;
  const changed = { ...value, [name]: withWordAt(Reflect.get(value, name), rest) };
  return Array.isArray(value) ? Object.values(changed) : changed;
}

/** What may come of a word that we do not know: the same as before, what says that it is not known, or doubt. */
const IN_DOUBT = new Set(['unknown', 'unread', 'other', 'closed']);

/** Where two answers differ, only doubt may stand in place of what was there. */
function doubtful(before: unknown, after: unknown): boolean {
  if (Object.is(before, after)) return true;
  if (typeof after === 'string' && IN_DOUBT.has(after)) return true;
  if (typeof before !== 'object' || before === null || typeof after !== 'object' || after === null)
    return false;
  if ('kind' in after && typeof after.kind === 'string' && IN_DOUBT.has(after.kind)) return true;
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].every((name) => doubtful(Reflect.get(before, name), Reflect.get(after, name)));
}

describe.each([...ROWS, MARKETS])('the answer to %s (%s)', (...row) => {
  it('means the same with fields that nobody knows', async () => {
    const before = await askedWith(row, (body) => body);
    expect(await askedWith(row, withUnknownFields)).toEqual(before);
  });

  const [endpoint, situation] = row;
  const words = wordsIn(RECORDED[situation][endpoint]?.[1]);
  if (words.length > 0 && endpoint !== MARKETS[0])
    it.each(words.map((path) => [path.join('.'), path] as const))(
      'means the same, or leaves a doubt, with a word that nobody knows at %s',
      async (_, path) => {
        const before = await askedWith(row, (body) => body);
        const after = await askedWith(row, (body) => withWordAt(body, path));
        expect([doubtful(before, after), after]).toEqual([true, after]);
      },
    );
});

describe('a word that nobody knows', () => {
  it('as the status of an order is another status, which may be open', async () => {
    const row: Row = ['GET /api/v3/order', 'resting', ({ orders }) => orders.query(symbol, clientOrderId)];
    expect(await askedWith(row, (body) => withWordAt(body, ['status']))).toMatchObject({
      ...{ kind: 'accepted', order: { clientOrderId, status: 'other' } },
    });
  });

  it('as the side of an order leaves a doubt, and is not taken for a buy', async () => {
    const row: Row = ['POST /api/v3/order', 'quiet', ({ orders }) => orders.place(RESTING)];
    expect(await askedWith(row, (body) => withWordAt(body, ['side']))).toMatchObject({ kind: 'unknown' });
  });

  it('as the result of half a replacement leaves a doubt about both', async () => {
    const row: Row = ['POST /api/v3/order/cancelReplace', 'quiet', replacing];
    expect(await askedWith(row, (body) => withWordAt(body, ['data', 'cancelResult']))).toMatchObject({
      ...{ cancel: { kind: 'unknown' }, place: { kind: 'unknown' } },
    });
  });

  it('as the status of a market closes it', async () => {
    expect(await askedWith(MARKETS, (body) => withWordAt(body, ['symbols', '0', 'status']))).toMatchObject({
      all: [{ status: 'closed' }],
    });
  });

  it('as the kind of a limit leaves the others', async () => {
    expect(
      await askedWith(MARKETS, (body) => withWordAt(body, ['rateLimits', '1', 'rateLimitType'])),
    ).toMatchObject({
      limits: [
        ['weight', 6000],
        ['orders', 200_000],
        ['requests', 300_000],
      ],
    });
  });

  const { symbols } = EXCHANGE_INFO;
  const filters = symbols.flatMap((market) => market.filters.map(({ filterType }) => filterType));

  it.each(filters.map((name, index) => [name, index] as const))(
    'as the kind of a filter leaves the others: in place of %s',
    async (name, index) => {
      const path = ['symbols', '0', 'filters', String(index), 'filterType'];
      // Without ticks and lots there is no way to write an order.
      const isVital = name === 'PRICE_FILTER' || name === 'LOT_SIZE';
      expect(await askedWith(MARKETS, (body) => withWordAt(body, path))).toMatchObject({
        read: { kind: 'read' },
        all: isVital ? [] : [{ instrument: { symbol: 'BTCUSDT', minNotional: expect.anything() } }],
      });
    },
  );
});

/** More lots than a double counts. */
const UNCOUNTABLE = '99999999999999999999';

function withUncountable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withUncountable);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, field]) => [
    name,
    name === 'origQty' || name === 'qty' ? UNCOUNTABLE : withUncountable(field),
  ]);
  return Object.fromEntries(fields);
}

describe('an order of more lots than can be counted', () => {
  const LISTED = new Set(['GET /api/v3/openOrders', 'GET /api/v3/myTrades']);
  const tellsOrders = ([endpoint, situation]: Row) =>
    !LISTED.has(endpoint) && /"(origQ|q)ty"/.test(JSON.stringify(RECORDED[situation][endpoint]));

  it.each(ROWS.filter(tellsOrders))('leaves a doubt in the answer to %s (%s)', async (...row) => {
    const before = await askedWith(row, (body) => body);
    const after = await askedWith(row, withUncountable);
    expect([doubtful(before, after), after]).toEqual([true, after]);
    expect(after).not.toEqual(before);
  });

  it('is told by its name among those that are open', async () => {
    const row: Row = ['GET /api/v3/openOrders', 'resting', ({ openOrders }) => openOrders.read(symbol)];
    expect(await askedWith(row, withUncountable)).toMatchObject({
      value: { orders: [], elsewhere: [clientOrderId] },
    });
  });
});
