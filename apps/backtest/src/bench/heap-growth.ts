import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { instrumentsFor } from '@org/session';
import { DEFAULT_RISK_LIMITS } from '@org/domain';
import { syntheticSeries } from '@org/simulator';
import { smaCross } from '@org/strategies';
import type { Scenario } from './scenario.ts';
import { must } from './scenario.ts';
import type { BenchSession } from './session-scenario.ts';
import { runSession } from './session-scenario.ts';

const MEGABYTE = 1_048_576;

/** What the heap holds after a run over four times the bars, less what it holds after one over the bars; no trade in either. */
export function heapGrowth(bars: number, seed: number): Scenario {
  const sessionOver = (count: number): BenchSession => ({
    candidates: [{ definition: smaCross, share: 1, set: { fast: 4_000, slow: 5_000 } }],
    markets: instrumentsFor(['BTCUSDT']).map((instrument) => ({
      series: syntheticSeries({ seed, symbol: 'BTCUSDT', interval: '1m' }, count),
      instrument,
    })),
    limits: { ...DEFAULT_RISK_LIMITS, maxPosition: 1e-9 },
  });
  const heapAfter = (session: BenchSession): number => {
    const run = runSession(session);
    collect();
    const { heapUsed } = process.memoryUsage();
    must(run.fills.length === 0, 'there was a trade');
    return heapUsed;
  };
  return {
    name: `heap after ${4 * bars} bars less heap after ${bars}, without trades`,
    target: 1,
    unit: 'MB',
    scales: false,
    check: () => `${runSession(sessionOver(bars)).bars} bars without a trade`,
    measure: () => {
      heapAfter(sessionOver(bars));
      const few = heapAfter(sessionOver(bars));
      return Math.max(0, heapAfter(sessionOver(4 * bars)) - few) / MEGABYTE;
    },
  };
}

/** Collects garbage now. */
function collect(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
}
