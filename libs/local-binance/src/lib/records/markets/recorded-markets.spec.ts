import { parseDecimal } from '@org/domain';
import type { SymbolFilter, SymbolRules } from '@org/simulator';
import type { OpenExchange } from '../../../testing/open-exchange.ts';
import { openExchange } from '../../../testing/open-exchange.ts';
import { tellStory } from '../../../testing/market-story.ts';

let exchange: OpenExchange;
beforeEach(async () => {
  exchange = await openExchange();
  tellStory(exchange);
});
afterEach(() => exchange.close());

describe('the past of a market whose steps become finer', () => {
  const questions = [
    'trades?symbol=BTCUSDT',
    'aggTrades?symbol=BTCUSDT',
    'klines?symbol=BTCUSDT&interval=1m',
    'klines?symbol=BTCUSDT&interval=1h',
    'ticker/24hr?symbol=BTCUSDT',
    'avgPrice?symbol=BTCUSDT',
  ];
  const past = () =>
    Promise.all(questions.map(async (question) => (await exchange.get(`/api/v3/${question}`)).text));

  it('is told as before', async () => {
    const before = await past();
    const { world } = exchange;
    const rules = world.exchange.rules('BTCUSDT');
    if (rules !== undefined) world.exchange.changeRules(finer(rules), world.marketTime.now());
    expect(world.exchange.grid('BTCUSDT')).toMatchObject({ tick: { decimals: 3 }, lot: { decimals: 7 } });
    expect(await past()).toEqual(before);
  });
});

/** Ticks of 0.001 and lots of 0.0000001. */
function finer(rules: SymbolRules): SymbolRules {
  return { ...rules, filters: rules.filters.map(withFinerStep) };
}

function withFinerStep(filter: SymbolFilter): SymbolFilter {
  if (filter.kind === 'price') return { ...filter, tickSize: parseDecimal('0.001') };
  if (filter.kind === 'lotSize') return { ...filter, stepSize: parseDecimal('0.0000001') };
  return filter;
}
