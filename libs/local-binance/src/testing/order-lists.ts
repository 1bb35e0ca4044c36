import { field } from './fields.ts';
import type { Asked, DeskOptions } from './trading-desk.ts';
import { TradingDesk } from './trading-desk.ts';

const BTC = { symbol: 'BTCUSDT', listClientOrderId: 'list' };

/** BTCUSDT was last traded at 40,000.00; one BTC is asked at 40,010. */
export function listDesk(options: DeskOptions = {}): TradingDesk {
  const desk = new TradingDesk(options);
  desk.trade(4_000_000);
  desk.rest('sell', 4_001_000, 100_000);
  return desk;
}

/** A target and a stop for 0.1 BTC. */
export const OCO: Asked = {
  ...BTC,
  side: 'SELL',
  quantity: '0.1',
  aboveType: 'LIMIT_MAKER',
  abovePrice: '41000',
  aboveClientOrderId: 'target',
  belowType: 'STOP_LOSS_LIMIT',
  belowStopPrice: '39000',
  belowPrice: '38900',
  belowTimeInForce: 'GTC',
  belowClientOrderId: 'stop',
};
/** To be bought at 39,000. */
const ENTRY: Asked = {
  ...BTC,
  workingType: 'LIMIT',
  workingSide: 'BUY',
  workingPrice: '39000',
  workingQuantity: '0.1',
  workingTimeInForce: 'GTC',
  workingClientOrderId: 'entry',
};
const EXIT: Asked = {
  pendingType: 'LIMIT_MAKER',
  pendingSide: 'SELL',
  pendingPrice: '41000',
  pendingClientOrderId: 'target',
};

const EXITS: Asked = {
  pendingSide: 'SELL',
  pendingAboveType: 'LIMIT_MAKER',
  pendingAbovePrice: '41000',
  pendingAboveClientOrderId: 'target',
  pendingBelowType: 'STOP_LOSS_LIMIT',
  pendingBelowStopPrice: '38000',
  pendingBelowPrice: '37900',
  pendingBelowTimeInForce: 'GTC',
  pendingBelowClientOrderId: 'stop',
};
export const OTO: Asked = { ...ENTRY, ...EXIT, pendingQuantity: '0.1' };
export const OTOCO: Asked = { ...ENTRY, ...EXITS, pendingQuantity: '0.1' };
export const OPO: Asked = { ...ENTRY, ...EXIT };
export const OPOCO: Asked = { ...ENTRY, ...EXITS };

/** The orders of a list that was told, by their names. */
export function reportsByName(body: unknown): unknown {
  const reports = field(body, 'orderReports');
  if (!Array.isArray(reports)) return reports;
  const named = reports.map((report: unknown) => [String(field(report, 'clientOrderId')), report] as const);
  return Object.fromEntries<unknown>(named);
}
