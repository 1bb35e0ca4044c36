import { field } from '../../testing/fields.ts';
import { listDesk, OCO, OPO, OPOCO, OTO, OTOCO, reportsByName } from '../../testing/order-lists.ts';
import type { Asked } from '../../testing/trading-desk.ts';
import { NEW_YEAR_MS } from '../../testing/trades.ts';

const BTC = { symbol: 'BTCUSDT', listClientOrderId: 'list' };

describe('a pair', () => {
  const oco = (changes: Asked) => listDesk().ask('POST /api/v3/orderList/oco', { ...OCO, ...changes });
  const limit = { abovePrice: '41000', aboveStopPrice: undefined };

  it.each([
    ['two limits', { belowType: 'LIMIT_MAKER' }, -1168, 'At least one OCO order must be contingent.'],
    ['two stops', { aboveType: 'STOP_LOSS' }, -1167, 'Both OCO orders cannot be contingent.'],
    ['a plain limit', { aboveType: 'LIMIT' }, -1158, 'Order type not supported in OCO.'],
    ['a market order', { belowType: 'MARKET' }, -1158, 'Order type not supported in OCO.'],
    [
      'a limit below a sale',
      { aboveType: 'STOP_LOSS_LIMIT', belowType: 'LIMIT_MAKER' },
      -1197,
      'A stop loss order in a sell OCO must be below.',
    ],
    [
      'a target below a sale',
      { ...limit, belowType: 'TAKE_PROFIT' },
      -1199,
      'A take profit order in a sell OCO must be above.',
    ],
    ['a limit above a buy', { side: 'BUY' }, -1165, 'A limit order in a buy OCO must be below.'],
    [
      'a stop below a buy',
      { side: 'BUY', aboveType: 'TAKE_PROFIT', belowType: 'STOP_LOSS' },
      -1198,
      'A take profit order in a buy OCO must be below.',
    ],
  ])('cannot be made of %s', (_what, changes, code, msg) => {
    expect(oco(changes)).toEqual({ status: 400, body: { code, msg } });
  });

  it.each([
    [{ abovePrice: undefined }, -1102, expect.stringContaining("'abovePrice'")],
    [{ belowTimeInForce: undefined }, -1102, expect.stringContaining("'belowTimeInForce'")],
    [
      { belowStopPrice: undefined },
      -1102,
      expect.stringContaining("'belowStopPrice' or 'belowTrailingDelta'"),
    ],
    [{ aboveStopPrice: '41000' }, -1106, "Parameter 'aboveStopPrice' sent when not required."],
    [{ quantity: '0.100000001' }, -1111, "Parameter 'quantity' has too much precision."],
    [
      { belowTimeInForce: 'IOC', belowIcebergQty: '0.01' },
      -1160,
      "Parameter 'belowIcebergQty' is not supported if 'belowTimeInForce' is not GTC.",
    ],
    [{ abovePegPriceType: 'PRIMARY_PEG' }, -2010, 'Pegged orders are not supported for this symbol.'],
    [{ aboveStrategyType: 1 }, -1134, 'aboveStrategyType was less than 1000000.'],
    [{ colour: 'red' }, -1104, expect.stringContaining('Not all sent parameters were read')],
    [{ abovePrice: '39999' }, -2010, 'The relationship of the prices for the orders is not correct.'],
    [{ belowStopPrice: '40001' }, -2010, 'The relationship of the prices for the orders is not correct.'],
    [{ quantity: '11' }, -2010, 'Account has insufficient balance for requested action.'],
    [{ abovePrice: '41000.001' }, -1013, 'Filter failure: PRICE_FILTER'],
  ])('is refused with %p', (changes, code, msg) => {
    expect(oco(changes)).toEqual({ status: 400, body: { code, msg } });
  });

  it('is refused where the market takes none', () => {
    const desk = listDesk();
    const rules = desk.world.exchange.rules('BTCUSDT');
    if (rules === undefined) throw new Error('BTCUSDT is gone.');
    desk.world.exchange.changeRules({ ...rules, features: [] }, NEW_YEAR_MS);
    const refused = (route: string, asked: Asked) => field(desk.ask(route, asked).body, 'msg');
    expect([
      refused('POST /api/v3/orderList/oco', OCO),
      refused('POST /api/v3/orderList/oto', OTO),
      refused('POST /api/v3/orderList/opo', OPO),
    ]).toEqual([
      'OCO orders are not supported for this symbol',
      'OTO orders are not supported for this symbol.',
      'OPO orders are not supported for this symbol.',
    ]);
  });

  it('locks what one of its orders needs', () => {
    const desk = listDesk();
    desk.ask('POST /api/v3/orderList/oco', OCO);
    expect(desk.balance('BTC')).toBe('9.90000000 + 0.10000000');
  });

  it('ends its other order when one is filled', () => {
    const desk = listDesk();
    desk.ask('POST /api/v3/orderList/oco', OCO);
    desk.heard('alice');
    desk.market.cancel(3, NEW_YEAR_MS);
    desk.rest('buy', 4_100_000, 10_000);
    const told = desk.heard('alice');
    expect(told).toContainEqual(expect.objectContaining({ c: 'stop', x: 'EXPIRED', eR: 'OCO_TRIGGER' }));
    expect(told).toContainEqual(expect.objectContaining({ c: 'target', x: 'TRADE', X: 'FILLED' }));
    expect(told).toContainEqual(
      expect.objectContaining({ e: 'listStatus', C: 'list', l: 'ALL_DONE', L: 'ALL_DONE', c: 'OCO' }),
    );
    expect(desk.ask('GET /api/v3/openOrderList').body).toEqual([]);
    expect(desk.ask('GET /api/v3/orderList', { origClientOrderId: 'list' }).body).toMatchObject({
      listStatusType: 'ALL_DONE',
      listOrderStatus: 'ALL_DONE',
    });
  });

  it('of the older kind buys with its stop above', () => {
    const { body } = listDesk().ask('POST /api/v3/order/oco', {
      ...BTC,
      side: 'BUY',
      quantity: '0.1',
      price: '39000',
      limitClientOrderId: 'limit',
      stopPrice: '41000',
      stopClientOrderId: 'stop',
    });
    expect(reportsByName(body)).toMatchObject({
      limit: { type: 'LIMIT_MAKER', price: '39000.00000000' },
      stop: { type: 'STOP_LOSS', stopPrice: '41000.00000000' },
    });
  });

  it('of the older kind needs a time in force for a limit behind its stop', () => {
    const asked = { ...BTC, side: 'SELL', quantity: '0.1', price: '41000', stopPrice: '39000' };
    expect(listDesk().ask('POST /api/v3/order/oco', { ...asked, stopLimitPrice: '38900' }).body).toEqual({
      code: -1102,
      msg: "Mandatory parameter 'stopLimitTimeInForce' was not sent, was empty/null, or malformed.",
    });
  });
});

describe('orders that wait for another', () => {
  it.each([
    ['POST /api/v3/orderList/oto', OTO],
    ['POST /api/v3/orderList/otoco', OTOCO],
    ['POST /api/v3/orderList/opo', OPO],
    ['POST /api/v3/orderList/opoco', OPOCO],
  ])('in %s wait for a limit order', (route, asked) => {
    expect(listDesk().ask(route, { ...asked, workingType: 'MARKET' }).body).toMatchObject({ code: -1159 });
    expect(listDesk().ask(route, { ...asked, workingTimeInForce: undefined }).body).toEqual({
      code: -1102,
      msg: "Mandatory parameter 'workingTimeInForce' was not sent, was empty/null, or malformed.",
    });
    expect(listDesk().ask(route, { ...asked, workingQuantity: undefined }).body).toMatchObject({
      code: -1102,
    });
  });

  it.each([
    ['POST /api/v3/orderList/opo', OPO],
    ['POST /api/v3/orderList/opoco', OPOCO],
  ])('in %s sell what was bought', (route, asked) => {
    expect(listDesk().ask(route, { ...asked, workingSide: 'SELL' }).body).toEqual({
      code: -1222,
      msg: 'Working order in an OPO list must be a bid.',
    });
    expect(listDesk().ask(route, { ...asked, pendingSide: 'BUY' }).body).toEqual({
      code: -1223,
      msg: 'Pending orders in an OPO list must be asks.',
    });
  });

  it('are still pending in the answer where the other is filled at once, and placed after it', () => {
    const desk = listDesk();
    const { body } = desk.ask('POST /api/v3/orderList/oto', { ...OTO, workingPrice: '40010' });
    expect(reportsByName(body)).toMatchObject({
      entry: { status: 'FILLED' },
      target: { status: 'PENDING_NEW' },
    });
    const target = { symbol: 'BTCUSDT', origClientOrderId: 'target' };
    expect(desk.ask('GET /api/v3/order', target).body).toMatchObject({ status: 'NEW', isWorking: true });
  });

  it('sell what has come of the other, less fees, in whole lots', () => {
    const desk = listDesk();
    desk.ask('POST /api/v3/orderList/opo', { ...OPO, workingPrice: '40010', workingQuantity: '0.01003' });
    // 0.01003 less a thousandth is 0.01001997: 1001 lots of 0.00001.
    const target = { symbol: 'BTCUSDT', origClientOrderId: 'target' };
    expect(desk.ask('GET /api/v3/order', target).body).toMatchObject({
      origQty: '0.01001000',
      status: 'NEW',
    });
  });

  it('end with the other', () => {
    const desk = listDesk();
    desk.ask('POST /api/v3/orderList/otoco', { ...OTOCO, workingTimeInForce: 'FOK' });
    const told = (origClientOrderId: string) =>
      desk.ask('GET /api/v3/order', { symbol: 'BTCUSDT', origClientOrderId }).body;
    expect(told('entry')).toMatchObject({ status: 'EXPIRED', expiryReason: 'UNFILLED_FOK_ORDER_EXPIRED' });
    expect(told('target')).toMatchObject({ status: 'EXPIRED', expiryReason: 'OTO_PHASE_ONE_EXPIRED' });
    expect(told('stop')).toMatchObject({ status: 'EXPIRED', expiryReason: 'OTO_PHASE_ONE_EXPIRED' });
  });
});
