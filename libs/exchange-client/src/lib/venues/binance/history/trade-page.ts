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
