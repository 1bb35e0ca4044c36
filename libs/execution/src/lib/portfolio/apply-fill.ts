import type { Amount, OrderFilled, Position, Side, SpotInstrument } from '@org/domain';
import { amount, amountValue, baseUnits, quantityValue, ZERO } from '@org/domain';
import type { Desk, Market } from '../state/desk.ts';
import { flatPosition, indexOfSymbol } from './position.ts';
import { withItem } from '../state/draft.ts';
import type { Account, Balance, Worker } from '../state/trading-state.ts';

/** What a fill does to cash and to base, exactly, after the fee where it is taken from one of the two. */
export interface Movement {
  readonly quote: Amount;
  readonly base: Amount;
}

/** How a trade of ours moves quote and base: a buy's fee comes off the base it received, a sell's off the quote. */
export function movementOf(fill: OrderFilled, side: Side, instrument: SpotInstrument): Movement {
  const lots = baseUnits(fill.quantity, instrument);
  const baseFee = fill.feeAsset === instrument.base.code ? fill.fee : ZERO;
  const quoteFee = fill.feeAsset === instrument.quote.code ? fill.fee : ZERO;
  return side === 'buy'
    ? { quote: amount(0n - fill.notional - quoteFee), base: amount(lots - baseFee) }
    : { quote: amount(fill.notional - quoteFee), base: amount(0n - lots - baseFee) };
}

/** The strategy's book after a trade of its own. */
export function fillWorker(
  worker: Worker,
  movement: Movement,
  fill: OrderFilled,
  market: Market,
  side: Side,
): Worker {
  const { instrument } = market;
  const index = indexOfSymbol(worker.positions, instrument.symbol);
  const before = worker.positions[index] ?? flatPosition(instrument.symbol);
  const units = amount(before.units + movement.base);
  const size = amountValue(units, instrument.base);
  const position: Position = {
    symbol: before.symbol,
    units,
    size,
    averagePrice: averageAfter(before, fill, instrument, side, units),
    openedTime: before.units < instrument.unitsPerLot ? fill.time : before.openedTime,
  };
  const positions = index < 0 ? [...worker.positions, position] : withItem(worker.positions, index, position);
  return { memory: worker.memory, cash: amount(worker.cash + movement.quote), positions };
}

/** The account after a trade of ours; the fee leaves whichever asset paid it. */
export function fillAccount(
  desk: Desk,
  account: Account,
  movement: Movement,
  fill: OrderFilled,
  market: Market,
): Account {
  const { base, quote } = market.instrument;
  const balances = account.balances.slice();
  shift(balances, base.code, movement.base);
  const cash = shift(balances, quote.code, movement.quote);
  const newestTrade = Math.max(fill.tradeId, account.lastTradeIds[market.index] ?? -1);
  let sizes = withItem(account.sizes, market.index, balanceValue(balances, base));
  if (fill.feeAsset !== base.code && fill.feeAsset !== quote.code) {
    shift(balances, fill.feeAsset, amount(0n - fill.fee));
    sizes = sizes.map((size, index) => {
      const asset = desk.markets[index]?.instrument.base;
      return asset?.code === fill.feeAsset ? balanceValue(balances, asset) : size;
    });
  }
  return {
    balances,
    cash: amountValue(cash, quote),
    sizes,
    lastTradeIds: withItem(account.lastTradeIds, market.index, newestTrade),
  };
}

/** A balance as a double; 0 for an asset that the account has never held. */
export function balanceValue(balances: readonly Balance[], asset: SpotInstrument['base']): number {
  for (const balance of balances) if (balance.asset === asset.code) return amountValue(balance.total, asset);
  return 0;
}

function shift(balances: Balance[], asset: string, by: Amount): Amount {
  for (let index = 0; index < balances.length; index++) {
    const balance = balances[index];
    if (balance !== undefined && balance.asset === asset) {
      const total = amount(balance.total + by);
      balances[index] = { asset, total };
      return total;
    }
  }
  balances.push({ asset, total: by });
  return by;
}

function averageAfter(
  before: Position,
  fill: OrderFilled,
  instrument: SpotInstrument,
  side: Side,
  units: Amount,
): number {
  if (units < instrument.unitsPerLot) return 0;
  if (side === 'sell') return before.averagePrice;
  const bought = quantityValue(fill.quantity, instrument);
  const cost = amountValue(fill.notional, instrument.quote);
  const held = before.averagePrice === 0 ? 0 : before.size;
  return (held * before.averagePrice + cost) / (held + bought);
}
