import type {
  Amount,
  BracketIntent,
  PlaceIntent,
  Price,
  Pricing,
  ProtectionPlan,
  Quantity,
  RiskLimits,
} from '@org/domain';
import { affordableLots, notional, priceValue, toAmount, toQuantity } from '@org/domain';
import type { OrderView } from '../approval/order-view.ts';
import type { Draft, Drafted } from './draft.ts';
import { orderPrice } from './order-price.ts';
import { checkPlan, planOf } from './protection-plan.ts';
import { riskBudget } from './risk-budget.ts';
import { checkSize, sizeNotFor } from './size-value.ts';

/**
 * Gives a buy its price and size. A limit rounds down to the tick and the quantity down to the lot. A market buy is
 * asked for by its amount of quote, so that slippage makes it smaller and never more expensive.
 */
export function draftEntry(
  intent: PlaceIntent | BracketIntent,
  view: OrderView,
  limits: RiskLimits,
): Drafted {
  const { pricing } = intent;
  const ticks = orderPrice(pricing, view, pricing.type === 'limit' ? 'down' : 'up');
  if (typeof ticks !== 'number') return ticks;
  const plan = planOf(intent);
  const badPlan = plan === null ? null : checkPlan(plan, priceValue(ticks, view.instrument));
  return badPlan ?? sizedEntry(intent, view, limits, ticks, plan);
}

function sizedEntry(
  { size, pricing }: PlaceIntent | BracketIntent,
  view: OrderView,
  limits: RiskLimits,
  ticks: Price,
  plan: ProtectionPlan | null,
): Drafted {
  const { instrument } = view;
  const entryPrice = priceValue(ticks, instrument);
  switch (size.by) {
    case 'position':
      return sizeNotFor('buy', size);
    case 'quantity': {
      const badSize = checkSize(size.quantity, size.quantity, instrument);
      if (badSize !== null) return badSize;
      const lots = toQuantity(size.quantity, instrument, 'down');
      return entryOf(pricing, ticks, lots, notional(ticks, lots, instrument), plan);
    }
    case 'quote':
    case 'risk': {
      const budget = size.by === 'quote' ? size.quote : riskBudget(view, limits, entryPrice, plan);
      const badSize = checkSize(budget, budget / entryPrice, instrument);
      if (badSize !== null) return badSize;
      const amount = toAmount(budget, instrument.quote);
      const lots = affordableLots(amount, ticks, instrument);
      const cost = pricing.type === 'limit' ? notional(ticks, lots, instrument) : amount;
      return entryOf(pricing, ticks, lots, cost, plan);
    }
  }
}

function entryOf(
  pricing: Pricing,
  price: Price,
  lots: Quantity,
  cost: Amount,
  plan: ProtectionPlan | null,
): Draft {
  const request =
    pricing.type === 'limit'
      ? ({ type: 'limit', side: 'buy', quantity: lots, price, postOnly: false } as const)
      : ({ type: 'marketQuote', side: 'buy', quoteAmount: cost } as const);
  return { purpose: 'entry', request, price, lots, notional: cost, plan };
}
