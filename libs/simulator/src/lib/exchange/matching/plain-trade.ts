import { price } from '@org/domain';
import { ratesOf } from '../commission/commission-terms.ts';
import type { PriceLevel } from '../order-book/price-level.ts';
import type { LiveOrder } from '../orders/live-order.ts';
import { isRowAlone } from '../orders/traits.ts';
import type { Execution } from './execution.ts';
import type { MatcherParts } from './matcher.ts';

/**
 * Trades two orders of which their rows say everything, where all money can be reckoned in doubles and fees are taken
 * from what is received. It comes to the same as what every trade goes through, in one go, since most trades are such.
 * Of any other it says null, and nothing has happened.
 */
export function tradePlainly(
  { tape, ledger, lifecycle, triggered }: MatcherParts,
  taker: LiveOrder,
  maker: LiveOrder,
  level: PriceLevel,
  now: number,
): Execution | null {
  const { rows, slot, isBuy } = taker;
  const takerSeat = taker.seat;
  const makerSeat = maker.seat;
  const takerTerms = takerSeat.trader.commission;
  const makerTerms = makerSeat.trader.commission;
  if (!isRowAlone(rows.traits(slot) | rows.traits(maker.slot))) return null;
  if (takerTerms.discountAsset !== null || makerTerms.discountAsset !== null) return null;

  const { listing } = takerSeat;
  const { worth } = listing;
  const at = rows.levels.price(level.number);
  const lots = Math.min(rows.remaining(slot), rows.remaining(maker.slot));
  const takerLeft = rows.remaining(slot) - lots;
  const makerLeft = rows.remaining(maker.slot) - lots;
  const base = worth.baseInDouble(lots);
  const quote = worth.quoteInDouble(at, lots);
  const takerQuote = rows.executedQuote(slot) + quote;
  const makerQuote = rows.executedQuote(maker.slot) + quote;
  const takerLocked = rows.locked(slot);
  const makerLocked = rows.locked(maker.slot);
  const takerNeed = takerLocked === 0 ? 0 : worth.needInDouble(isBuy, rows.pricedAt(slot), takerLeft);
  const makerNeed = makerLocked === 0 ? 0 : worth.needInDouble(!isBuy, rows.pricedAt(maker.slot), makerLeft);
  const takerFee = ratesOf(takerTerms, isBuy, false).share.inDouble(isBuy ? base : quote);
  const makerFee = ratesOf(makerTerms, !isBuy, true).share.inDouble(isBuy ? quote : base);
  const inDoubles = takerQuote + makerQuote + takerLocked + makerLocked + takerNeed + makerNeed;
  if (!(takerFee + makerFee + inDoubles <= Number.MAX_SAFE_INTEGER)) return null;

  const tradeId = listing.nextTradeId++;
  rows.levels.count(level.number, -lots, -lots, makerSeat.trader.isFunded ? 0 : -lots);
  rows.trade(slot, takerLeft, lots, takerQuote, takerNeed, now);
  rows.trade(maker.slot, makerLeft, lots, makerQuote, makerNeed, now);
  (isBuy ? takerSeat : makerSeat).openBuyLots -= lots;
  listing.lastPrice = price(at);
  ledger.pay(takerSeat, isBuy, takerLocked - takerNeed, base, quote, takerFee);
  ledger.pay(makerSeat, !isBuy, makerLocked - makerNeed, base, quote, makerFee);

  tape.trade(listing, tradeId, at, lots, quote, taker, maker, now);
  const execution: Execution = {
    tradeId,
    at,
    lots,
    quote,
    feeAsset: (isBuy ? takerSeat.base : takerSeat.quote).asset,
    feeUnits: takerFee,
    isMaker: false,
    fill: null,
  };
  tape.report(taker, 'trade', now, execution);
  if (makerSeat.trader.isFunded) {
    const feeAsset = (isBuy ? makerSeat.quote : makerSeat.base).asset;
    tape.report(maker, 'trade', now, {
      tradeId,
      at,
      lots,
      quote,
      feeAsset,
      feeUnits: makerFee,
      isMaker: true,
      fill: null,
    });
  }
  if (makerLeft === 0) lifecycle.filled(maker, level);
  listing.triggers.pull(at, now, triggered);
  return execution;
}
