import type { Amount, OrderFilled, Position, Side, SpotInstrument } from '@org/domain';
import { amount, amountValue, baseUnits, quantityValue, ZERO } from '@org/domain';
import type { Desk, Market } from '../state/desk.ts';
import { flatPosition, indexOfSymbol } from './position.ts';
import type { AccountDraft } from '../state/draft.ts';
import { withItem } from '../state/draft.ts';
import type { Balance, Worker } from '../state/trading-state.ts';

/** What a fill does to cash and to base, exactly, after the fee where it is taken from what the trade moves. */
export interface Movement {
  readonly quote: Amount;
  readonly base: Amount;
  /** The fee where it is taken from neither, but from what the account holds beside: in the smallest unit of its asset. */
  readonly beside: Amount;
}

/** The engine multiplies in its own code, and calls out of it to change a sign. */
const NEGATIVE = -1n;

/**
 * How a trade of ours moves quote and base: a buy's fee comes off the base it received, a sell's off the quote, and one in
 * quote off the quote in any case.
 */
export function movementOf(fill: OrderFilled, side: Side, instrument: SpotInstrument): Movement {
  const { fee, feeAsset } = fill;
  const lots = baseUnits(fill.quantity, instrument);
  const isInQuote = feeAsset === instrument.quote.code;
  const quoteFee = isInQuote ? fee : ZERO;
  if (side === 'sell') {
    const quote = amount(fill.notional - quoteFee);
    return { quote, base: amount(NEGATIVE * lots), beside: isInQuote ? ZERO : fee };
  }
  const isInBase = feeAsset === instrument.base.code;
  return {
    quote: amount(NEGATIVE * (fill.notional + quoteFee)),
    base: amount(lots - (isInBase ? fee : ZERO)),
    beside: isInBase || isInQuote ? ZERO : fee,
  };
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
  const before = (index < 0 ? undefined : worker.positions[index]) ?? flatPosition(instrument.symbol);
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

/** Takes a trade of ours into the account; the fee leaves whichever asset paid it. */
export function fillAccount(
  desk: Desk,
  account: AccountDraft,
  movement: Movement,
  fill: OrderFilled,
  { instrument: { base, quote }, index }: Market,
): void {
  const { balances, sizes, lastTradeIds } = account;
  sizes[index] = amountValue(shift(balances, base.code, movement.base, index + 1), base);
  account.cash = amountValue(shift(balances, quote.code, movement.quote), quote);
  lastTradeIds[index] = Math.max(fill.tradeId, lastTradeIds[index] ?? -1);
  if (movement.beside === ZERO) return;
  const left = shift(balances, fill.feeAsset, amount(NEGATIVE * movement.beside));
  for (const { instrument, index: other } of desk.markets) {
    if (instrument.base.code === fill.feeAsset) sizes[other] = amountValue(left, instrument.base);
  }
}

/** A balance as a double; 0 for an asset that the account has never held. */
export function balanceValue(balances: readonly Balance[], asset: SpotInstrument['base']): number {
  for (const balance of balances) if (balance.asset === asset.code) return amountValue(balance.total, asset);
  return 0;
}

/**
 * Adds to the balance of an asset and gives what there is then. With a hundred markets a good guess at where the asset
 * stands saves looking through all of them: an account opens with the quote and the markets' bases behind it.
 */
function shift(balances: Balance[], asset: string, by: Amount, guess = 0): Amount {
  const at = balances[guess]?.asset === asset ? guess : balances.findIndex((one) => one.asset === asset);
  const balance = at < 0 ? undefined : balances[at];
  if (balance === undefined) {
    balances.push({ asset, total: by });
    return by;
  }
  const total = amount(balance.total + by);
  balances[at] = { asset, total };
  return total;
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
