import type { Statistics } from './statistics.ts';

/** How a figure is to be read. */
export type StatisticUnit = 'rate' | 'change' | 'ratio' | 'money' | 'time' | 'days' | 'hours' | 'count';

/** What a reader wants to know of a statistic: what it is called, how it reads, and what it means. */
export interface StatisticNote {
  readonly key: keyof Statistics;
  readonly label: string;
  readonly unit: StatisticUnit;
  readonly group: 'Return' | 'Risk' | 'Trades' | 'Costs and activity';
  readonly meaning: string;
}

/** A note on every statistic, in the order in which they are shown. */
export const STATISTIC_NOTES = [
  {
    key: 'totalReturn',
    label: 'Total return',
    unit: 'change',
    group: 'Return',
    meaning:
      'Equity at the last close over the cash at the start, less 1. An open position is marked, not sold.',
  },
  {
    key: 'cagr',
    label: 'Yearly growth (CAGR)',
    unit: 'change',
    group: 'Return',
    meaning:
      'The steady growth per year of 365 days that gives the total return. Says little over a short period.',
  },
  {
    key: 'buyAndHold',
    label: 'Buy and hold',
    unit: 'change',
    group: 'Return',
    meaning:
      'Bought at the first open and held to the last close, without costs; several markets in equal parts.',
  },
  {
    key: 'sharpe',
    label: 'Sharpe ratio',
    unit: 'ratio',
    group: 'Return',
    meaning:
      'Mean of the daily returns (UTC days, flat ones included) over their sample deviation, times √365, risk-free 0. Needs 30 days.',
  },
  {
    key: 'sortino',
    label: 'Sortino ratio',
    unit: 'ratio',
    group: 'Return',
    meaning: 'Like the Sharpe ratio, but only days that lost count as risk. Needs 30 days and a loss.',
  },
  {
    key: 'calmar',
    label: 'Calmar ratio',
    unit: 'ratio',
    group: 'Return',
    meaning: 'Yearly growth over the deepest drawdown.',
  },
  {
    key: 'maxDrawdown',
    label: 'Deepest drawdown',
    unit: 'rate',
    group: 'Risk',
    meaning: 'The deepest fall of equity below an earlier peak, looked at on the close of every bar.',
  },
  {
    key: 'maxDrawdownStart',
    label: 'Drawdown from',
    unit: 'time',
    group: 'Risk',
    meaning: 'The peak of equity that the deepest drawdown fell from.',
  },
  {
    key: 'maxDrawdownEnd',
    label: 'Drawdown to',
    unit: 'time',
    group: 'Risk',
    meaning: 'The lowest close of the deepest drawdown.',
  },
  {
    key: 'maxDrawdownDays',
    label: 'Peak to low',
    unit: 'days',
    group: 'Risk',
    meaning: 'How long the deepest drawdown took from its peak to its low.',
  },
  {
    key: 'volatility',
    label: 'Volatility',
    unit: 'rate',
    group: 'Risk',
    meaning: 'Sample deviation of the daily returns times √365. Needs 30 days.',
  },
  {
    key: 'exposure',
    label: 'Exposure',
    unit: 'rate',
    group: 'Risk',
    meaning: 'The share of the time in which anything was held.',
  },
  {
    key: 'tradeCount',
    label: 'Trades',
    unit: 'count',
    group: 'Trades',
    meaning: 'Round trips from flat to flat. A position still open at the end is not among them.',
  },
  {
    key: 'winRate',
    label: 'Win rate',
    unit: 'rate',
    group: 'Trades',
    meaning: 'The share of trades that made money after all fees.',
  },
  {
    key: 'profitFactor',
    label: 'Profit factor',
    unit: 'ratio',
    group: 'Trades',
    meaning: 'What winning trades made over what losing trades lost.',
  },
  {
    key: 'expectancy',
    label: 'Expectancy',
    unit: 'change',
    group: 'Trades',
    meaning: 'What a trade returned on average, on what it spent.',
  },
  {
    key: 'bestTrade',
    label: 'Best trade',
    unit: 'change',
    group: 'Trades',
    meaning: 'The highest return of a trade, on what it spent.',
  },
  {
    key: 'worstTrade',
    label: 'Worst trade',
    unit: 'change',
    group: 'Trades',
    meaning: 'The lowest return of a trade, on what it spent.',
  },
  {
    key: 'averageHoldingHours',
    label: 'Average holding',
    unit: 'hours',
    group: 'Costs and activity',
    meaning: 'How long a trade lasted on average, from its first buy to its last sell.',
  },
  {
    key: 'turnover',
    label: 'Turnover',
    unit: 'ratio',
    group: 'Costs and activity',
    meaning: 'The worth of all buys and sells over the mean equity: how many times the account was traded.',
  },
  {
    key: 'feesPaid',
    label: 'Fees paid',
    unit: 'money',
    group: 'Costs and activity',
    meaning: 'All fees, valued in the quote asset at the price of their fill.',
  },
  {
    key: 'slippagePaid',
    label: 'Slippage paid',
    unit: 'money',
    group: 'Costs and activity',
    meaning: 'What the assumed slippage cost on market and stop orders.',
  },
] as const satisfies readonly StatisticNote[];
