import type { SpotInstrument } from '@org/domain';
import { amountIn, parseDecimal } from '@org/domain';
import { z } from 'zod';
import { balanceOf } from '../account/binance-account.ts';
import { exactMoney } from '../account/exact-amounts.ts';
import { decimalText } from '../rest/decimal-text.ts';
import type { MarketList } from '../instruments/market-list.ts';
import type { OrderSighting, OrderTrade } from '../orders/order-sighting.ts';
import { tradeSteps } from '../orders/order-sighting.ts';
import { measuredOrder } from '../orders/venue-order.ts';
import type { ToldBalances } from './known-balances.ts';

/** What an account is told, as far as it means something to us. */
export type UserEvent =
  | { readonly kind: 'order'; readonly sighting: OrderSighting }
  | { readonly kind: 'balances'; readonly told: ToldBalances }
  /** Something on the account that other events tell of in full, or a kind that we do not know. */
  | { readonly kind: 'other' }
  | { readonly kind: 'unreadable' };

const reportSchema = z.object({
  e: z.literal('executionReport'),
  s: z.string(),
  c: z.string(),
  /** Of a cancel the order's own name; `c` then names the cancel. */
  C: z.string(),
  S: z.enum(['BUY', 'SELL']),
  q: decimalText,
  x: z.string(),
  X: z.string(),
  r: z.string(),
  i: z.int(),
  z: decimalText,
  l: decimalText,
  L: decimalText,
  n: decimalText.nullable(),
  N: z.string().nullable(),
  T: z.int(),
  t: z.int(),
  I: z.int(),
  m: z.boolean(),
  Y: decimalText,
  eR: z.string().optional(),
});

const balancesSchema = z.object({
  e: z.literal('outboundAccountPosition'),
  u: z.int(),
  B: z.array(z.object({ a: z.string(), f: decimalText, l: decimalText })),
});

const otherSchema = z.object({ e: z.string() });

type Report = z.infer<typeof reportSchema>;

/** Reads an event. Unknown fields pass by; an order of a market that we do not know, or too large to count, cannot be read. */
export function userEvent(event: unknown, markets: Pick<MarketList, 'get' | 'asset'>): UserEvent {
  const kind = otherSchema.safeParse(event).data?.e;
  const known = (code: string) => markets.asset(code);
  switch (kind) {
    case 'executionReport': {
      const report = reportSchema.safeParse(event).data;
      const instrument = report === undefined ? undefined : markets.get(report.s)?.instrument;
      if (report === undefined || instrument === undefined) return { kind: 'unreadable' };
      const sighting = sightingIn(report, instrument, known);
      return sighting === undefined ? { kind: 'unreadable' } : { kind: 'order', sighting };
    }
    case 'outboundAccountPosition': {
      const position = balancesSchema.safeParse(event).data;
      if (position === undefined) return { kind: 'unreadable' };
      const balances = position.B.map(({ a, f, l }) => balanceOf(a, f, l, known));
      return { kind: 'balances', told: { asOf: position.u, balances } };
    }
    case undefined:
      return { kind: 'unreadable' };
    default:
      return { kind: 'other' };
  }
}

function sightingIn(
  report: Report,
  instrument: SpotInstrument,
  known: MarketList['asset'],
): OrderSighting | undefined {
  const { s: symbol, c, C, x, X: status, i: orderId, S: side, q: origQty, z: executedQty } = report;
  const clientOrderId = x === 'CANCELED' && C !== '' ? C : c;
  const wire = { symbol, clientOrderId, orderId, side, status, origQty, executedQty };
  const measured = measuredOrder(wire, instrument);
  const trades = tradeIn(report, instrument, known);
  if (measured === undefined || trades === undefined) return undefined;
  return {
    ...measured,
    executionId: report.I,
    reason: report.eR ?? (report.r === 'NONE' ? null : report.r),
    trades,
    time: report.T,
  };
}

function tradeIn(
  { x, t: tradeId, L, l, n, N, Y, m, T: time }: Report,
  instrument: SpotInstrument,
  known: MarketList['asset'],
): readonly OrderTrade[] | undefined {
  if (x !== 'TRADE' || tradeId < 0) return [];
  const steps = tradeSteps(parseDecimal(L), parseDecimal(l), instrument);
  if (steps === undefined) return undefined;
  return [
    {
      ...{ ...steps, tradeId, time, liquidity: m ? 'maker' : 'taker' },
      notional: amountIn(Y, instrument.quote),
      // Where no asset is told there was no fee.
      fee: exactMoney(N ?? instrument.quote.code, n ?? '0', known),
    },
  ];
}
