import { DEFAULT_RISK_LIMITS, spotInstrument } from '@org/domain';
import { syntheticSeries } from '@org/simulator';
import { smaCross } from '@org/strategies';
import type { Scenario } from './scenario.ts';
import { must } from './scenario.ts';
import type { BenchSession } from './session-scenario.ts';
import { measureRuns, runSession } from './session-scenario.ts';

const MARKETS = 100;
/** With fewer bars some markets have no crossing yet. */
const ENOUGH_BARS = 1_000;

/** A hundred markets merged into one session, a strategy on each. */
export function manyMarkets(bars: number, seed: number): Scenario {
  const markets = Array.from({ length: MARKETS }, (_, index) => {
    const symbol = `M${String(index).padStart(2, '0')}USDT`;
    const base = { code: symbol.slice(0, 3), decimals: 8 };
    const quote = { code: 'USDT', decimals: 8 };
    const rules = { symbol, base, quote, tickSize: '0.01', stepSize: '0.00001', minNotional: '5' };
    return {
      series: syntheticSeries({ seed: seed + index, symbol, interval: '1m' }, bars),
      instrument: spotInstrument(rules),
    };
  });
  const session: BenchSession = {
    candidates: [{ definition: smaCross, share: 1, set: { fast: 20, slow: 50 } }],
    markets,
    limits: { ...DEFAULT_RISK_LIMITS, maxOpenOrders: null, dailyLoss: null, maxDrawdown: null },
  };
  return {
    name: `${MARKETS} markets merged, ${MARKETS * bars} bars in all`,
    target: 3_000_000,
    unit: 'bars/s',
    scales: true,
    check: () => {
      const run = runSession(session);
      must(run.bars === MARKETS * bars, `${run.bars} bars of ${MARKETS * bars}`);
      const traded = new Set(run.fills.map(({ symbol }) => symbol)).size;
      must(traded === MARKETS || bars < ENOUGH_BARS, `${traded} markets were traded`);
      return `${run.fills.length} fills on ${traded} markets`;
    },
    measure: measureRuns(session),
  };
}
