import { z } from 'zod';

/** A number as the exchange writes it: plain, never with an exponent. */
export const decimalText = z.string().regex(/^-?\d+(\.\d+)?$/);
