import type { TradingSetup, TradingState } from '@org/execution';
import { refuseUnlessPlain } from '@org/strategies';

/**
 * Looks at what every strategy remembers when a session ends: it must survive a restart, for which it goes through JSON.
 * While it trades a strategy's states are looked at ever more rarely, so a late mistake may have passed.
 *
 * @throws InputError `strategy-not-plain`, naming the strategy and what JSON would not bring back.
 */
export function checkStates(
  { allocations }: Pick<TradingSetup, 'allocations'>,
  { workers }: Pick<TradingState, 'workers'>,
): void {
  allocations.forEach(({ strategy }, index) => {
    const worker = workers[index];
    if (worker !== undefined) refuseUnlessPlain(strategy.name, 'state', worker.memory);
  });
}
