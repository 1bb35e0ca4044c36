import type { Refusal, RiskLimits } from '@org/domain';
import type { OrderView } from '../approval/order-view.ts';
import type { Draft } from '../sizing/draft.ts';

/** A limit on whether anything may be entered now, whatever its size; null lets it pass. */
export type StandingLimit = (view: OrderView, limits: RiskLimits) => Refusal | null;

/** A limit on an order of a given size; null lets it pass. */
export type SizeLimit = (draft: Draft, view: OrderView, limits: RiskLimits) => Refusal | null;
