export { describeVenueContract, VenueContractError } from './testing/contract/venue-contract.ts';
export type { AsyncTestRunner } from './testing/contract/venue-contract.ts';
export type { ContractRule } from './testing/contract/contract-rule.ts';
export {
  CONTRACT_CANDLES,
  DEAR,
  LISTS,
  PAIR,
  REPLACEMENT,
  RESTING,
} from './testing/contract/contract-orders.ts';
export type { ContractVenue, OpenScene, Scene, Situation } from './testing/contract/scene.ts';
