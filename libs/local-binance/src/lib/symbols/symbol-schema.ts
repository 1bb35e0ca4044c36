import { z } from 'zod';
import { filterSchema } from './filter-schema.ts';

/** A symbol as `exchangeInfo` has it; what came after 2021 may be missing. */
const symbolSchema = z.object({
  symbol: z.string().min(1),
  status: z.enum(['TRADING', 'END_OF_DAY', 'HALT', 'BREAK', 'CANCEL_ONLY']),
  baseAsset: z.string().min(1),
  baseAssetPrecision: z.int().min(0).max(18),
  quoteAsset: z.string().min(1),
  quoteAssetPrecision: z.int().min(0).max(18),
  orderTypes: z.array(
    z.enum([
      'LIMIT',
      'LIMIT_MAKER',
      'MARKET',
      'STOP_LOSS',
      'STOP_LOSS_LIMIT',
      'TAKE_PROFIT',
      'TAKE_PROFIT_LIMIT',
    ]),
  ),
  icebergAllowed: z.boolean(),
  ocoAllowed: z.boolean(),
  otoAllowed: z.boolean().default(false),
  opoAllowed: z.boolean().default(false),
  quoteOrderQtyMarketAllowed: z.boolean(),
  allowTrailingStop: z.boolean().default(false),
  cancelReplaceAllowed: z.boolean().default(false),
  amendAllowed: z.boolean().default(false),
  filters: z.array(filterSchema),
  defaultSelfTradePreventionMode: z
    .enum(['NONE', 'EXPIRE_TAKER', 'EXPIRE_MAKER', 'EXPIRE_BOTH', 'DECREMENT', 'TRANSFER'])
    .default('NONE'),
  allowedSelfTradePreventionModes: z
    .array(z.enum(['NONE', 'EXPIRE_TAKER', 'EXPIRE_MAKER', 'EXPIRE_BOTH', 'DECREMENT', 'TRANSFER']))
    .default(['NONE']),
});

/** An answer of `exchangeInfo`. */
export const exchangeInfoSchema = z.object({
  exchangeFilters: z.array(filterSchema).default([]),
  symbols: z.array(symbolSchema),
});

export type SymbolJson = z.output<typeof symbolSchema>;
