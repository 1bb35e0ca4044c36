import type { BracketIntent, PlaceIntent, Refusal, RiskLimits } from '@org/domain';
import { checkBracketScope } from '../limits/bracket-scope.ts';
import { checkDailyLoss } from '../limits/daily-loss.ts';
import { checkFreeCash } from '../limits/free-cash.ts';
import { checkHolding } from '../limits/holding.ts';
import { checkKillSwitch } from '../limits/kill-switch.ts';
import { checkMaxDrawdown } from '../limits/max-drawdown.ts';
import { checkMaxOpenOrders } from '../limits/max-open-orders.ts';
import { checkMaxPosition } from '../limits/max-position.ts';
import { checkMinNotional } from '../limits/min-notional.ts';
import { checkQuantityRange } from '../limits/quantity-range.ts';
import { checkStopNotional } from '../limits/stop-notional.ts';
import { checkRestingExit } from '../limits/resting-exit.ts';
import type { Draft } from '../sizing/draft.ts';
import { isRefusal } from '../sizing/draft.ts';
import { draftEntry } from '../sizing/draft-entry.ts';
import { draftExit } from '../sizing/draft-exit.ts';
import type { Approved } from './approved.ts';
import { approve } from './approved.ts';
import type { OrderView } from './order-view.ts';
import type { SizedOrder } from './sized-order.ts';

/** An order that may be sent, or every limit that is in its way. */
export type Approval =
  | { readonly outcome: 'approved'; readonly order: Approved<SizedOrder> }
  | { readonly outcome: 'refused'; readonly refusals: readonly Refusal[] };

const NO_REFUSALS: readonly Refusal[] = [];

/**
 * Sizes an intent and holds it against every limit. A buy is an entry, a sell is an exit. Limits on losses, open orders
 * and positions are in the way of entries alone: an exit is refused only where the exchange would not take it or there
 * is nothing to sell. All refusals are told together; a size that cannot be read is told with the limits that need none.
 */
export function approveOrder(
  strategyId: string,
  intent: PlaceIntent | BracketIntent,
  view: OrderView,
  limits: RiskLimits,
): Approval {
  const isEntry = intent.kind === 'bracket' || intent.side === 'buy';
  const standing = isEntry ? entryRefusals(view, limits) : NO_REFUSALS;
  const draft = isEntry ? draftEntry(intent, view, limits) : draftExit(intent, view);
  if (isRefusal(draft)) return { outcome: 'refused', refusals: [...standing, draft] };
  const refusals = isEntry ? entrySizeRefusals(standing, draft, view, limits) : exitSizeRefusals(draft, view);
  if (refusals.length > 0) return { outcome: 'refused', refusals };
  return { outcome: 'approved', order: approve(sizedOrder(strategyId, intent, draft)) };
}

/** What is in the way of any entry. Each limit is called by its name, which takes a third of going through a list of them. */
function entryRefusals(view: OrderView, limits: RiskLimits): readonly Refusal[] {
  let refusals = withRefusal(NO_REFUSALS, checkKillSwitch(view));
  refusals = withRefusal(refusals, checkMaxDrawdown(view));
  refusals = withRefusal(refusals, checkDailyLoss(view));
  return withRefusal(refusals, checkMaxOpenOrders(view, limits));
}

function entrySizeRefusals(
  before: readonly Refusal[],
  draft: Draft,
  view: OrderView,
  limits: RiskLimits,
): readonly Refusal[] {
  let refusals = withRefusal(before, checkBracketScope(draft, view));
  refusals = withRefusal(refusals, checkMaxPosition(draft, view, limits));
  refusals = withRefusal(refusals, checkFreeCash(draft, view));
  refusals = withRefusal(refusals, checkQuantityRange(draft, view));
  // What is worth too little to be bought is worth too little for its stop as well: once is enough.
  return withRefusal(refusals, checkMinNotional(draft, view) ?? checkStopNotional(draft, view, limits));
}

function exitSizeRefusals(draft: Draft, view: OrderView): readonly Refusal[] {
  let refusals = withRefusal(NO_REFUSALS, checkRestingExit(draft, view));
  refusals = withRefusal(refusals, checkHolding(draft, view));
  refusals = withRefusal(refusals, checkQuantityRange(draft, view));
  return withRefusal(refusals, checkMinNotional(draft, view));
}

function withRefusal(refusals: readonly Refusal[], refusal: Refusal | null): readonly Refusal[] {
  return refusal === null ? refusals : [...refusals, refusal];
}

function sizedOrder(
  strategyId: string,
  { slot, symbol, reason }: PlaceIntent | BracketIntent,
  { purpose, request, plan }: Draft,
): SizedOrder {
  return { strategyId, slot, symbol, purpose, request, plan, reason };
}
