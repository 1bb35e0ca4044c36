import {
  OrderListAboveBelowType,
  OrderType,
  Side,
  Spot,
  TimeInForce,
  WebsocketAPI,
  Interval,
} from '@binance/connector-typescript';
import { Hearing } from './hearing.ts';
import type { StrangersScene } from './scene.ts';
import { openToStrangers } from './scene.ts';
import { field } from '../testing/fields.ts';

let scene: StrangersScene;
let client: Spot;
beforeAll(async () => {
  // It tells of every connection.
  jest.spyOn(console, 'info').mockReturnValue(undefined);
  scene = await openToStrangers();
  client = new Spot(scene.apiKey, scene.secret, { baseURL: scene.restUrl });
});
afterAll(() => scene.close());

const buy = (quantity = 0.01) =>
  client.newOrder('BTCUSDT', Side.BUY, OrderType.LIMIT, {
    timeInForce: TimeInForce.GTC,
    price: 30_000,
    quantity,
  });

describe('@binance/connector-typescript', () => {
  it('lists the markets', async () => {
    const { symbols } = await client.exchangeInformation();
    expect(symbols.map(({ symbol }) => symbol)).toContain('BTCUSDT');
  });

  it('knows the balance', async () => {
    const { balances } = await client.accountInformation();
    expect(balances).toContainEqual({ asset: 'USDT', free: '100000.00000000', locked: '0.00000000' });
  });

  it('sees the book and klines', async () => {
    const { bids, asks } = await client.orderBook('BTCUSDT', { limit: 5 });
    expect([bids.length, asks.length]).toEqual([5, 5]);
    expect(await client.klineCandlestickData('BTCUSDT', Interval['1m'], { limit: 20 })).toHaveLength(20);
  });

  it('places an order, asks for it and takes it back', async () => {
    const { orderId } = await buy();
    expect(await client.getOrder('BTCUSDT', { orderId })).toMatchObject({
      status: 'NEW',
      origQty: '0.01000000',
    });
    expect(await client.cancelOrder('BTCUSDT', { orderId })).toMatchObject({ status: 'CANCELED' });
  });

  it('places an OCO pair and takes it back', async () => {
    const { STOP_LOSS, LIMIT_MAKER } = OrderListAboveBelowType;
    const pair = await client.newOco('BTCUSDT', Side.SELL, 0.01, LIMIT_MAKER, STOP_LOSS, {
      abovePrice: 60_000,
      belowStopPrice: 30_000,
    });
    expect(pair).toMatchObject({ contingencyType: 'OCO', listOrderStatus: 'EXECUTING' });
    const { orderListId } = pair;
    expect(await client.cancelOco('BTCUSDT', { orderListId })).toMatchObject({ listOrderStatus: 'ALL_DONE' });
  });

  it('is told of a wrong signature and of a broken filter, in the words that it passes on', async () => {
    const stranger = new Spot(scene.apiKey, 'not the secret', { baseURL: scene.restUrl });
    await expect(stranger.accountInformation()).rejects.toBe('Signature for this request is not valid.');
    await expect(buy(0.00001)).rejects.toBe('Filter failure: NOTIONAL');
  });

  it('hears of its orders through userDataStream.subscribe.signature', async () => {
    const hearing = new Hearing();
    const socket = new WebsocketAPI(scene.apiKey, scene.secret, {
      wsURL: scene.wsApiUrl,
      callbacks: {
        open: () => socket.sendSignatureMessage('userDataStream.subscribe.signature'),
        message: (text: string) => {
          const event = field(JSON.parse(text), 'event');
          if (event !== undefined) hearing.hear(event);
        },
      },
    });
    await scene.untilSubscribed();
    const { orderId } = await buy();
    const heard = await hearing.first(2);
    socket.disconnect();
    expect(heard).toMatchObject([
      { e: 'executionReport', x: 'NEW', i: orderId },
      {
        e: 'outboundAccountPosition',
        B: expect.arrayContaining([{ a: 'USDT', f: '99700.00000000', l: '300.00000000' }]),
      },
    ]);
  });
});
