import type { WireOrder } from './order-schema.ts';
import { orderSchema, pairSchema } from './order-schema.ts';

/** With a leg of a pair the whole pair is cancelled, and told as a list. */
export function cancelledOrder(body: unknown, clientOrderId: string): WireOrder | undefined {
  const alone = orderSchema.safeParse(body).data;
  if (alone !== undefined) return alone;
  const reports = pairSchema.safeParse(body).data?.orderReports ?? [];
  return reports.find((report) => (report.origClientOrderId ?? report.clientOrderId) === clientOrderId);
}
