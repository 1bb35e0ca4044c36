import type { ExchangeAccount } from '@org/simulator';
import type { World } from '../world/world.ts';

/** In whose name orders are placed, and where. */
export interface Trader {
  readonly world: World;
  readonly account: ExchangeAccount;
}
