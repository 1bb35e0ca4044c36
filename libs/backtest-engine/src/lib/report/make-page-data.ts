import type { CandleSeries } from '@org/domain';
import { INTERVAL_MS } from '@org/domain';
import type { BacktestResult } from '../result/backtest-result.ts';
import type { Fill } from '../result/fill.ts';
import { listOf } from '../result/one-or-more.ts';
import type { Trade } from '../trades/trade.ts';
import { candleColumns, equityColumns, holdColumn } from './chart-columns.ts';
import { Interned } from './interned.ts';
import type { FillRow, MarketData, PageData, TradeRow } from './page-data.ts';
import type { TimeAxis } from './time-axis.ts';

/** Thins a result and its candles to what the page's charts and table show. Trades and fills are all kept, exactly. */
export function makePageData(
  result: BacktestResult,
  candles: readonly CandleSeries[],
  axis: TimeAxis,
): PageData {
  const { startingEquity, quoteAsset } = result.assumptions;
  const { equity, drawdown } = equityColumns(startingEquity, result.equity, axis);
  const lists = { markets: new Interned(), strategies: new Interned(), reasons: new Interned() };
  for (const { symbol } of candles) lists.markets.placeOf(symbol);
  return {
    quote: quoteAsset,
    intervalMs: INTERVAL_MS[axis.interval],
    time: axis.opens,
    equity,
    hold: holdColumn(startingEquity, candles, axis),
    drawdown,
    markets: candles.map((series) => marketData(series, result, axis)),
    trades: result.trades.map((trade) => tradeRow(trade, lists)),
    fills: result.fills.map((fill) => fillRow(fill, lists)),
    strategies: lists.strategies.texts,
    reasons: lists.reasons.texts,
  };
}

interface Lists {
  readonly markets: Interned;
  readonly strategies: Interned;
  readonly reasons: Interned;
}

function marketData(series: CandleSeries, { instrument }: BacktestResult, axis: TimeAxis): MarketData {
  const rules = listOf(instrument).find(({ symbol }) => symbol === series.symbol);
  return {
    symbol: series.symbol,
    tickSize: rules?.tickSize ?? 0.01,
    stepSize: rules?.stepSize ?? 0.00001,
    ...candleColumns(series, axis),
  };
}

function tradeRow(trade: Trade, { markets, strategies, reasons }: Lists): TradeRow {
  return [
    markets.placeOf(trade.symbol),
    strategies.placeOf(trade.strategyId),
    trade.entryTime,
    trade.exitTime,
    brief(trade.quantity),
    brief(trade.entryPrice),
    brief(trade.exitPrice),
    brief(trade.profit),
    brief(trade.return),
    brief(trade.fees),
    reasons.placeOf(trade.entryReason),
    reasons.placeOf(trade.exitReason),
    trade.exitKind,
  ];
}

function fillRow(fill: Fill, { markets, reasons }: Lists): FillRow {
  const { symbol, time, side, kind, price, quantity, reason } = fill;
  return [markets.placeOf(symbol), time, side, kind, price, quantity, reasons.placeOf(reason)];
}

/** Means of many fills end in digits that say nothing. */
function brief(value: number): number {
  return Number(value.toPrecision(12));
}
