export {
  describeStrategyContract,
  ContractError,
  strategyContract,
} from './testing/contract/strategy-contract.ts';
export type { TestRunner } from './testing/contract/strategy-contract.ts';
export type { ContractRule } from './testing/contract/contract-rule.ts';

export { rehearse } from './testing/rehearsal/rehearse.ts';
export type { RehearsalSetup, RehearsedDecision } from './testing/rehearsal/rehearse.ts';
export { barsOf, seriesOf } from './testing/market/bars-of.ts';
export { closingAt } from './testing/market/closing-at.ts';
export { sampleBars } from './testing/market/sample-bars.ts';
export type { SampleMarket } from './testing/market/sample-bars.ts';
export { widenBars } from './testing/market/widen-bars.ts';

export { breakout } from './testing/strategies/breakout.ts';
export { filteredTrend } from './testing/strategies/filtered-trend.ts';
export { grid } from './testing/strategies/grid.ts';
export { patientBuyer } from './testing/strategies/patient-buyer.ts';
export { rotation } from './testing/strategies/rotation.ts';
export { secondOpinion } from './testing/strategies/second-opinion.ts';
