import { roundTrips } from '@org/backtest-engine';
import { DEFAULT_RISK_LIMITS } from '@org/domain';
import { instrumentsFor } from '@org/session';
import { syntheticSeries } from '@org/simulator';
import { smaCross } from '@org/strategies';
import { hashOfCommandLine } from './command-line.ts';
import type { Scenario } from './scenario.ts';
import { must } from './scenario.ts';
import type { BenchSession } from './session-scenario.ts';
import { BENCH_ACCOUNT, measureRuns, runAndHash } from './session-scenario.ts';

const SET = { fast: 15, slow: 45 };
/** A stop and a target on every position; what would end trading for good is off, so that all bars are traded through. */
const RISK = {
  ...DEFAULT_RISK_LIMITS,
  stopLoss: 0.004,
  takeProfitRatio: 2,
  dailyLoss: null,
  maxDrawdown: null,
};

/** One strategy on one market: every bar through step, risk, simulator and strategy, with stops, fees and equity. */
export function oneStrategy(bars: number, seed: number): Scenario {
  const series = syntheticSeries({ seed, symbol: 'BTCUSDT', interval: '1m' }, bars);
  const session: BenchSession = {
    candidates: [{ definition: smaCross, share: 1, set: SET }],
    markets: instrumentsFor(['BTCUSDT']).map((instrument) => ({ series, instrument })),
    limits: RISK,
  };
  return {
    name: `one strategy, ${bars} bars, stops, fees, equity and drawdown`,
    target: 10_000_000,
    unit: 'bars/s',
    scales: true,
    check: () => {
      const { run, hash } = runAndHash(session);
      const instruments = session.markets.map(({ instrument }) => instrument);
      const { trades } = roundTrips(run.fills, { instruments, lastPrice: () => series.close.at(-1) ?? 0 });
      must(run.bars === bars, `${run.bars} bars of ${bars}`);
      must(trades.length >= bars / 100, `${trades.length} round trips in ${bars} bars`);
      must(
        run.fills.some(({ kind }) => kind === 'stop'),
        'no stop was hit',
      );
      const { cash, fee, slippage, participation } = BENCH_ACCOUNT;
      const set = Object.entries(SET).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
      const account = [
        '--cash',
        cash,
        '--fee',
        fee,
        '--slippage-bps',
        slippage * 10_000,
        '--participation',
        participation,
      ];
      const told = hashOfCommandLine(series, [...set, ...account.map(String)], { risk: RISK });
      must(told === hash, `the command line did something else: ${told} is not ${hash}`);
      return `${trades.length} round trips, commands and equity ${hash.slice(0, 16)} as by the command line`;
    },
    measure: measureRuns(session),
  };
}
