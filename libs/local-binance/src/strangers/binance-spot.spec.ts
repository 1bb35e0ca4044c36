import { Spot, SpotRestAPI, SpotWebsocketAPI } from '@binance/spot';
import { Hearing } from './hearing.ts';
import type { StrangersScene } from './scene.ts';
import { openToStrangers } from './scene.ts';

let scene: StrangersScene;
let client: Spot;
let rest: SpotRestAPI.RestAPI;
beforeAll(async () => {
  // It tells of every connection.
  jest.spyOn(console, 'info').mockReturnValue(undefined);
  scene = await openToStrangers();
  client = pointedAt(scene);
  rest = client.restAPI;
});
afterAll(() => scene.close());

function pointedAt({ restUrl, streamUrl, wsApiUrl, apiKey, secret }: StrangersScene, otherSecret = secret) {
  const key = { apiKey, apiSecret: otherSecret };
  return new Spot({
    configurationRestAPI: { ...key, basePath: restUrl },
    configurationWebsocketAPI: { ...key, wsURL: wsApiUrl },
    configurationWebsocketStreams: { wsURL: streamUrl },
  });
}

const buy = async (quantity = 0.01) => {
  const answer = await rest.newOrder({
    symbol: 'BTCUSDT',
    side: SpotRestAPI.NewOrderSideEnum.BUY,
    type: SpotRestAPI.NewOrderTypeEnum.LIMIT,
    timeInForce: SpotRestAPI.NewOrderTimeInForceEnum.GTC,
    price: 30_000,
    quantity,
  });
  return answer.data();
};

describe('@binance/spot', () => {
  it('lists the markets', async () => {
    const { symbols = [] } = await (await rest.exchangeInfo()).data();
    expect(symbols.map(({ symbol }) => symbol)).toContain('BTCUSDT');
  });

  it('knows the balance', async () => {
    const { balances } = await (await rest.getAccount()).data();
    expect(balances).toContainEqual({ asset: 'USDT', free: '100000.00000000', locked: '0.00000000' });
  });

  it('sees the book and klines, and how much it has asked for', async () => {
    const answer = await rest.depth({ symbol: 'BTCUSDT', limit: 5 });
    const { bids = [], asks = [] } = await answer.data();
    expect([bids.length, asks.length]).toEqual([5, 5]);
    expect(answer.rateLimits).toContainEqual(expect.objectContaining({ interval: 'MINUTE' }));
    const interval = SpotRestAPI.KlinesIntervalEnum.INTERVAL_1m;
    const bars = await rest.klines({ symbol: 'BTCUSDT', interval, limit: 20 });
    expect(await bars.data()).toHaveLength(20);
  });

  it('places an order, asks for it and takes it back', async () => {
    const { orderId = 0 } = await buy();
    const found = await rest.getOrder({ symbol: 'BTCUSDT', orderId });
    expect(await found.data()).toMatchObject({ status: 'NEW', origQty: '0.01000000' });
    const cancelled = await rest.deleteOrder({ symbol: 'BTCUSDT', orderId });
    expect(await cancelled.data()).toMatchObject({ status: 'CANCELED' });
  });

  it('places an OCO pair and takes it back', async () => {
    const placed = await rest.orderListOco({
      symbol: 'BTCUSDT',
      side: SpotRestAPI.OrderListOcoSideEnum.SELL,
      quantity: 0.01,
      aboveType: SpotRestAPI.OrderListOcoAboveTypeEnum.LIMIT_MAKER,
      abovePrice: 60_000,
      belowType: SpotRestAPI.OrderListOcoBelowTypeEnum.STOP_LOSS,
      belowStopPrice: 30_000,
    });
    const { orderListId = 0, listOrderStatus } = await placed.data();
    expect(listOrderStatus).toBe('EXECUTING');
    const cancelled = await rest.deleteOrderList({ symbol: 'BTCUSDT', orderListId });
    expect(await cancelled.data()).toMatchObject({ listOrderStatus: 'ALL_DONE' });
  });

  it('is told of a wrong signature and of a broken filter', async () => {
    const stranger = pointedAt(scene, 'not the secret');
    await expect(stranger.restAPI.getAccount()).rejects.toMatchObject({ code: -1022 });
    await expect(buy(0.00001)).rejects.toMatchObject({ code: -1013, message: 'Filter failure: NOTIONAL' });
  });

  it('trades over the WebSocket API, and hears of its orders there', async () => {
    const connection = await client.websocketAPI.connect();
    const { stream } = await connection.userDataStreamSubscribeSignature();
    const hearing = new Hearing();
    stream.on('message', hearing.hear);
    const placed = await connection.orderPlace({
      symbol: 'BTCUSDT',
      side: SpotWebsocketAPI.OrderPlaceSideEnum.BUY,
      type: SpotWebsocketAPI.OrderPlaceTypeEnum.LIMIT,
      timeInForce: SpotWebsocketAPI.OrderPlaceTimeInForceEnum.GTC,
      price: 30_000,
      quantity: 0.01,
    });
    const heard = await hearing.first(2);
    await connection.disconnect();
    expect(heard).toMatchObject([
      { e: 'executionReport', x: 'NEW', i: placed.data.orderId },
      { e: 'outboundAccountPosition' },
    ]);
  });

  it('hears of trades over a stream', async () => {
    const connection = await client.websocketStreams.connect();
    const hearing = new Hearing();
    connection.trade({ symbol: 'btcusdt' }).on('message', hearing.hear);
    expect(await scene.goOnUntil(hearing.first(1))).toMatchObject([{ e: 'trade', s: 'BTCUSDT' }]);
    await connection.disconnect();
    await scene.untilAlone();
  });
});
