import type { Fill } from '../result/fill.ts';
import type { RoundTrips } from '../trades/trade.ts';
import { averageHoldingHours } from './average-holding-hours.ts';
import { bestTrade, worstTrade } from './best-and-worst-trade.ts';
import { cagr } from './cagr.ts';
import { calmar } from './calmar.ts';
import type { EquityMeasures } from './measure-equity.ts';
import { expectancy } from './expectancy.ts';
import { exposure } from './exposure.ts';
import { feesPaid } from './fees-paid.ts';
import { profitFactor } from './profit-factor.ts';
import { sharpe } from './sharpe.ts';
import { slippagePaid } from './slippage-paid.ts';
import { sortino } from './sortino.ts';
import { totalReturn } from './total-return.ts';
import { turnover } from './turnover.ts';
import { volatility } from './volatility.ts';
import { winRate } from './win-rate.ts';

/**
 * The figures of a backtest. Rates are fractions (0.12 is 12%), times ms UTC, money quote; what is undefined is null.
 * `docs/statistics.md` has every formula with a worked example.
 */
export interface Statistics {
  readonly totalReturn: number | null;
  readonly cagr: number | null;
  readonly volatility: number | null;
  readonly sharpe: number | null;
  readonly sortino: number | null;
  readonly calmar: number | null;
  readonly maxDrawdown: number;
  readonly maxDrawdownStart: number | null;
  readonly maxDrawdownEnd: number | null;
  readonly maxDrawdownDays: number | null;
  readonly winRate: number | null;
  readonly profitFactor: number | null;
  readonly expectancy: number | null;
  readonly exposure: number | null;
  readonly tradeCount: number;
  readonly averageHoldingHours: number | null;
  readonly bestTrade: number | null;
  readonly worstTrade: number | null;
  readonly feesPaid: number;
  readonly slippagePaid: number;
  readonly turnover: number | null;
  readonly buyAndHold: number | null;
}

/** What the statistics are computed from. */
export interface StatisticsInput {
  readonly equity: EquityMeasures;
  /** The open of the first bar, ms UTC. */
  readonly startTime: number;
  readonly fills: readonly Fill[];
  readonly roundTrips: RoundTrips;
  /** The assumed slippage, as a fraction. */
  readonly slippage: number;
  readonly buyAndHold: number | null;
}

/** Every figure of a backtest. */
export function computeStatistics(input: StatisticsInput): Statistics {
  const { equity, startTime, fills, slippage } = input;
  const { trades, openPositions } = input.roundTrips;
  const { depth, start, end, days } = equity.maxDrawdown;
  const endTime = startTime + equity.periodMs;
  const grown = totalReturn(equity.first, equity.last);
  const yearly = cagr(grown, equity.periodMs);
  const held = [...trades, ...openPositions.map(({ entryTime }) => ({ entryTime, exitTime: endTime }))];
  return {
    totalReturn: grown,
    cagr: yearly,
    volatility: volatility(equity.dailyReturns),
    sharpe: sharpe(equity.dailyReturns),
    sortino: sortino(equity.dailyReturns),
    calmar: calmar(yearly, depth),
    maxDrawdown: depth,
    maxDrawdownStart: start,
    maxDrawdownEnd: end,
    maxDrawdownDays: days,
    winRate: winRate(trades),
    profitFactor: profitFactor(trades),
    expectancy: expectancy(trades),
    exposure: exposure(held, startTime, equity.periodMs),
    tradeCount: trades.length,
    averageHoldingHours: averageHoldingHours(trades),
    bestTrade: bestTrade(trades),
    worstTrade: worstTrade(trades),
    feesPaid: feesPaid(trades, openPositions),
    slippagePaid: slippagePaid(fills, slippage),
    turnover: turnover(fills, equity.mean),
    buyAndHold: input.buyAndHold,
  };
}
