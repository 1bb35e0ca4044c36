export { approveFlatten } from './lib/approval/approve-flatten.ts';
export { approveOrder } from './lib/approval/approve-order.ts';
export type { Approval } from './lib/approval/approve-order.ts';
export type { Approved } from './lib/approval/approved.ts';
export type { OrderView } from './lib/approval/order-view.ts';
export type { SizedOrder } from './lib/approval/sized-order.ts';

export { calmEquity } from './lib/halts/calm-equity.ts';
export type { EquityCalm } from './lib/halts/calm-equity.ts';
export { haltName } from './lib/halts/halt-name.ts';
export { pullKillSwitch, resetRisk } from './lib/halts/kill-switch.ts';
export { countHolding, enterDay, observeEquity } from './lib/halts/observe-equity.ts';
export type { EquityMark } from './lib/halts/observe-equity.ts';
export { startRisk } from './lib/halts/risk-state.ts';
export type { Halt, RiskState } from './lib/halts/risk-state.ts';

export { inventoryBreach } from './lib/protection/inventory-breach.ts';
export { protectFill } from './lib/protection/protect-fill.ts';
export { wantsStop } from './lib/protection/stop-ticks.ts';
export type { FillToProtect, Protection } from './lib/protection/protect-fill.ts';
