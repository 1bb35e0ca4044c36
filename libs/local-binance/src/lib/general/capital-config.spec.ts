import { TradingDesk } from '../../testing/trading-desk.ts';

describe('GET /sapi/v1/capital/config/getall', () => {
  it('lists every asset that is traded, with what the account owns of it', () => {
    const desk = new TradingDesk();
    desk.ask('POST /api/v3/order', {
      symbol: 'BTCUSDT',
      side: 'BUY',
      type: 'LIMIT',
      timeInForce: 'GTC',
      quantity: '1',
      price: '1000',
    });
    const { status, body } = desk.ask('GET /sapi/v1/capital/config/getall');
    expect(status).toBe(200);
    expect(body).toMatchObject([
      { coin: 'BTC', free: '10.00000000', locked: '0.00000000', networkList: [] },
      { coin: 'USDT', free: '999000.00000000', locked: '1000.00000000' },
      { coin: 'ETH' },
      { coin: 'BNB' },
    ]);
  });
});
