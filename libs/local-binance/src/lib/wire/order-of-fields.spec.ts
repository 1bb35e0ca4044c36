import { field } from '../../testing/fields.ts';
import { hearStream } from '../../testing/hear-streams.ts';
import { tellStory } from '../../testing/market-story.ts';
import { TradingDesk } from '../../testing/trading-desk.ts';

const ORDER = 'POST /api/v3/order';
const BTC = { symbol: 'BTCUSDT', side: 'SELL', quantity: '0.1' };

const keysOf = (message: unknown): string =>
  typeof message === 'object' && message !== null ? Object.keys(message).join(' ') : String(message);

/** BTCUSDT was last traded at 40,000. */
function openDesk(): TradingDesk {
  const desk = new TradingDesk();
  desk.trade(4_000_000);
  return desk;
}

/** People read what goes over the wire beside the documents, where fields stand in an order that these follow. */
describe('the fields of', () => {
  it('an order that was placed stand as in the documents', () => {
    const limit = { ...BTC, type: 'LIMIT', timeInForce: 'GTC', price: '41000' };
    expect(keysOf(openDesk().ask(ORDER, limit).body)).toBe(
      'symbol orderId orderListId clientOrderId transactTime price origQty executedQty origQuoteOrderQty ' +
        'cummulativeQuoteQty status timeInForce type side workingTime selfTradePreventionMode fills',
    );
  });

  it('an order that is asked for stand so, what was asked of the quote asset last but one', () => {
    const desk = openDesk();
    desk.ask(ORDER, { ...BTC, type: 'LIMIT_MAKER', price: '41000', newClientOrderId: 'mine' });
    const named = { symbol: 'BTCUSDT', origClientOrderId: 'mine' };
    expect(keysOf(desk.ask('GET /api/v3/order', named).body)).toBe(
      'symbol orderId orderListId clientOrderId price origQty executedQty cummulativeQuoteQty status timeInForce ' +
        'type side stopPrice icebergQty time updateTime isWorking workingTime origQuoteOrderQty selfTradePreventionMode',
    );
  });

  it.each([
    ['an order', { type: 'LIMIT_MAKER', price: '41000' }, 'P F', 'Q W V'],
    [
      'a trailing stop of a strategy',
      { type: 'STOP_LOSS', trailingDelta: '100', strategyId: '7', strategyType: '1000000' },
      'P d F',
      'Q D j J V',
    ],
  ])('a report of %s stand so', (_what, asked, stop, end) => {
    const desk = openDesk();
    expect(desk.ask(ORDER, { ...BTC, ...asked }).status).toBe(200);
    expect(keysOf(desk.heard('alice')[0])).toBe(
      `e E s c S o f q p ${stop} g C x X r i l z L n N T t I w m M O Z Y ${end}`,
    );
  });

  it.each([
    ['ticker', 'e E s p P w x c Q b B a A o h l v q O C F L n'],
    ['ticker_1h', 'e E s p P o h l c w v q O C F L n'],
    ['miniTicker', 'e E s c o h l v q'],
    ['trade', 'e E s t p q T m M'],
    ['aggTrade', 'e E s a p q f l T m M'],
    ['bookTicker', 'u s b B a A'],
    ['depth', 'e E s U u b a'],
    ['avgPrice', 'e E s i w T'],
  ])('btcusdt@%s stand so', async (stream, keys) => {
    const [first] = await hearStream(`btcusdt@${stream}`, tellStory);
    expect(keysOf(first)).toBe(keys);
  });

  it('the bar of btcusdt@kline_1m stand so', async () => {
    const [first] = await hearStream('btcusdt@kline_1m', tellStory);
    expect(first).toMatchObject({ e: 'kline' });
    expect(keysOf(field(first, 'k'))).toBe('t T s i f L o c h l v n x q V Q B');
  });
});
