import { instrumentsFor } from '@org/session';
import { syntheticSeries } from '@org/simulator';
import { grid } from '@org/strategies/testing';
import type { Scenario } from './scenario.ts';
import { must } from './scenario.ts';
import type { BenchSession } from './session-scenario.ts';
import { measureRuns, runSession } from './session-scenario.ts';

const LEVELS = 200;
const OFF = {
  riskPerTrade: null,
  stopLoss: null,
  takeProfitRatio: null,
  maxPosition: null,
  maxOpenOrders: null,
};
const LIMITS = { ...OFF, amountPerTrade: 1, dailyLoss: null, maxDrawdown: null };

/** Two hundred orders that rest on one market at once. */
export function restingGrid(bars: number, seed: number): Scenario {
  const series = syntheticSeries({ seed, symbol: 'BTCUSDT', interval: '1m' }, bars);
  const session: BenchSession = {
    candidates: [{ definition: grid, share: 1, set: { levels: LEVELS, width: 0.002, quote: 40 } }],
    markets: instrumentsFor(['BTCUSDT']).map((instrument) => ({ series, instrument })),
    limits: LIMITS,
  };
  return {
    name: `${LEVELS} resting grid orders, ${bars} bars`,
    target: 1_000_000,
    unit: 'bars/s',
    scales: true,
    check: () => {
      const run = runSession(session);
      must(run.end.orders.length === LEVELS, `${run.end.orders.length} orders rest at the end`);
      must(run.fills.length > 0, 'no order was filled');
      return `${run.fills.length} fills, ${run.end.orders.length} orders resting at the end`;
    },
    measure: measureRuns(session),
  };
}
