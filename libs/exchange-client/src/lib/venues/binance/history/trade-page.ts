import type { Traded } from '@org/domain';
import { z } from 'zod';
import { decimalText, wholeNumber } from '../market/message-json.ts';

/** Trades of one order at one price, added up: as the stream and `GET /api/v3/aggTrades` write them. */
export const aggregateRow = z.object({
  a: wholeNumber,
  p: decimalText,
  q: decimalText,
  T: wholeNumber,
  m: z.boolean(),
});

export type AggregateTrade = z.infer<typeof aggregateRow>;

export function tradedOf({ a, p, q, T, m }: AggregateTrade, symbol: string): Traded {
  return {
    ...{ kind: 'traded', time: T, symbol, tradeId: a, price: p, quantity: q },
    aggressor: m ? 'sell' : 'buy',
  };
}
