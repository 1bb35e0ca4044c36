import type { LocalPage } from '../http/serve-http.ts';
import { jsonAnswer } from '../http/http-exchange.ts';
import { listShape } from '../order-lists/list-shape.ts';
import { queryShape } from '../orders/order-shape.ts';
import { decimalsOf, told } from '../orders/told-order.ts';
import { levelRow } from '../market-data/depth.ts';
import { tradeRow } from '../market-data/trades.ts';
import { SYMBOL_STATUS_WORDS } from '../symbols/symbol-words.ts';
import { fixedText } from '../wire/decimal-text.ts';
import type { World } from '../world/world.ts';

/** How much of each book and tape is told. */
const LEVELS = 100;
const TRADES = 100;

/**
 * The truth about the exchange, whatever faults make clients believe: both clocks, what every account owns and has
 * open, every book and the latest trades, in the shapes of the exchange's own answers.
 */
export function statePage(world: World): LocalPage {
  return {
    method: 'GET',
    path: '/local/state',
    answer: () =>
      jsonAnswer(200, {
        marketTime: world.marketTime.now(),
        protocolTime: world.protocolTime.now(),
        accounts: accountIds(world).map((accountId) => accountState(world, accountId)),
        markets: world.exchange.symbols().map((rules) => ({
          symbol: rules.symbol,
          status: SYMBOL_STATUS_WORDS[rules.status],
          ...marketState(world, rules.symbol),
        })),
        feesTaken: amounts(world, world.exchange.feesTaken()),
      }),
  };
}

function accountIds({ keys }: World): readonly string[] {
  return [...new Set(keys.all().map(({ accountId }) => accountId))];
}

function accountState(world: World, accountId: string): object {
  const { exchange } = world;
  return {
    accountId,
    balances: exchange.balances(accountId).map(({ asset, free, locked }) => ({
      asset,
      free: fixedText(free, decimalsOf(world)(asset)),
      locked: fixedText(locked, decimalsOf(world)(asset)),
    })),
    openOrders: exchange.openOrders(accountId).map((order) => queryShape(told(world, order))),
    openLists: exchange.openLists(accountId).map(listShape),
  };
}

function marketState({ exchange, records }: World, symbol: string): object {
  const record = records.markets.market(symbol);
  const book = exchange.book(symbol, LEVELS);
  if (record === undefined || book === undefined) return {};
  const { grid, trades } = record;
  return {
    lastUpdateId: book.updateId,
    bids: book.bids.map((level) => levelRow(level, grid)),
    asks: book.asks.map((level) => levelRow(level, grid)),
    trades: trades.latest(TRADES).map((trade) => tradeRow(trade, grid)),
  };
}

function amounts(
  world: World,
  given: readonly { readonly asset: string; readonly amount: bigint }[],
): object {
  return given.map(({ asset, amount }) => ({ asset, amount: fixedText(amount, decimalsOf(world)(asset)) }));
}
