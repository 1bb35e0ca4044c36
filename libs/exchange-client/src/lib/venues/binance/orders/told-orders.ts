import { z } from 'zod';
import type { BinanceRest } from '../rest/binance-rest.ts';
import type { RestOutcome } from '../rest/rest-outcome.ts';
import type { WireOrder } from './order-schema.ts';
import { amendedSchema, orderSchema } from './order-schema.ts';

/** Where answers hold orders: lists, replacements, and orders that were made smaller. */
const nested = z.object({
  orderReports: z.unknown(),
  cancelResponse: z.unknown(),
  newOrderResponse: z.unknown(),
});

/** Who is told of orders, whatever they give back. */
export interface OrderTelling {
  told(order: WireOrder): unknown;
}

/** Sends, and has a witness told of every order in an answer before the answer is given. */
export function tellingRest(
  rest: Pick<BinanceRest, 'send'>,
  witness: OrderTelling,
): Pick<BinanceRest, 'send'> {
  return {
    send: async (request, purpose, lease) => {
      const outcome = await rest.send(request, purpose, lease);
      tellOrders(outcome, witness);
      return outcome;
    },
  };
}

/** Has a witness told of every order in what came back. */
export function tellOrders(outcome: RestOutcome, witness: OrderTelling): void {
  for (const order of toldOrders(outcome)) witness.told(order);
}

/** Every order in an answer, of a refusal too where half of it was done. */
export function toldOrders(outcome: RestOutcome): readonly WireOrder[] {
  switch (outcome.kind) {
    case 'answer':
      return ordersIn(outcome.body);
    case 'refusal':
      return ordersIn(outcome.data);
    case 'unknown':
    case 'notSent':
      return [];
  }
}

/** An answer holds orders in the reports of pairs, one of a list or of a replacement: none lies deeper than so many steps. */
const DEEPEST = 4;

function ordersIn(body: unknown, depth = DEEPEST): readonly WireOrder[] {
  if (depth === 0) return [];
  if (Array.isArray(body)) return body.flatMap((entry) => ordersIn(entry, depth - 1));
  const order = orderSchema.safeParse(body).data;
  if (order !== undefined) return [order];
  const amended = amendedSchema.safeParse(body).data?.amendedOrder;
  if (amended !== undefined) return [{ ...amended, origQty: amended.qty }];
  const parts = nested.partial().safeParse(body).data;
  if (parts === undefined) return [];
  return [parts.orderReports, parts.cancelResponse, parts.newOrderResponse].flatMap((part) =>
    part === undefined || part === null ? [] : ordersIn(part, depth - 1),
  );
}
