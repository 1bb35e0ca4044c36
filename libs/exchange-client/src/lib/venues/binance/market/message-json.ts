import type { BestPrice } from '@org/domain';
import { z } from 'zod';
import { parsedJson } from '../../../transport/parsed-json.ts';

const TEXT = new TextDecoder();

/** A number as the exchange writes it, as a double. */
export const decimalText = z
  .string()
  .regex(/^\d{1,30}(\.\d{1,30})?$/)
  .transform(Number);

/** A time or an id: whole, and no larger than a double counts. */
export const wholeNumber = z.int().nonnegative();

/** The text of a message that lies in `bytes` from `start` to `end`. */
export function textIn(bytes: Uint8Array, start: number, end: number): string {
  return TEXT.decode(bytes.subarray(start, end));
}

/** A message in the form that it should have; null for any other. */
export function readMessage<Shape>(text: string, shape: z.ZodType<Shape>): Shape | null {
  return shape.safeParse(parsedJson(text)).data ?? null;
}

/** A side on which nobody rests is told in zeros: that is no price. */
export function bestOf(price: number, quantity: number): BestPrice | null {
  return price > 0 && quantity > 0 ? { price, quantity } : null;
}
