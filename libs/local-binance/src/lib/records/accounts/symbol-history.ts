import type { ExchangeOrder, OrderReport } from '@org/simulator';
import type { AccountFill, AccountPreventedMatch, Amendment } from './account-records.ts';
import { firstAtOrAfter } from './page.ts';

const orderIdOf = ({ orderId }: ExchangeOrder): number => orderId;

/** What an account has done on one market. */
export class SymbolHistory {
  /** In order of their ids. */
  readonly orders: ExchangeOrder[] = [];
  readonly fills: AccountFill[] = [];
  readonly preventedMatches: AccountPreventedMatch[] = [];
  readonly amendments: Amendment[] = [];
  readonly #orderIdByClientId = new Map<string, number>();

  take(report: OrderReport): void {
    if (report.execution === 'replaced') this.#amend(report);
    this.keep(report.order);
    this.#fill(report);
    this.#prevent(report);
  }

  /** Puts an order in its place, or in the place of its former self. */
  keep(order: ExchangeOrder): void {
    const { orders } = this;
    const index = firstAtOrAfter(orders, order.orderId, orderIdOf);
    const isKnown = orders[index]?.orderId === order.orderId;
    orders.splice(index, isKnown ? 1 : 0, order);
    const named = this.#orderIdByClientId.get(order.clientOrderId) ?? 0;
    if (named <= order.orderId) this.#orderIdByClientId.set(order.clientOrderId, order.orderId);
  }

  byId(orderId: number): ExchangeOrder | undefined {
    const order = this.orders[firstAtOrAfter(this.orders, orderId, orderIdOf)];
    return order?.orderId === orderId ? order : undefined;
  }

  /** The latest of that name. */
  byClientId(clientOrderId: string): ExchangeOrder | undefined {
    const orderId = this.#orderIdByClientId.get(clientOrderId);
    return orderId === undefined ? undefined : this.byId(orderId);
  }

  #fill({ order, fill, time }: OrderReport): void {
    if (fill === null) return;
    const { symbol, accountId, orderId, listId, side } = order;
    this.fills.push({ symbol, accountId, orderId, listId, side, time, fill });
  }

  /** A match between two orders of one account is reported for both. */
  #prevent({ order, prevented, time }: OrderReport): void {
    if (prevented === null) return;
    const last = this.preventedMatches.at(-1);
    if (last?.match.preventedMatchId === prevented.preventedMatchId) return;
    const { symbol, accountId } = order;
    this.preventedMatches.push({ symbol, accountId, time, match: prevented });
  }

  #amend({ order, executionId, time, otherClientId }: OrderReport): void {
    const before = this.byId(order.orderId) ?? order;
    const previousClientOrderId = otherClientId ?? before.clientOrderId;
    if (previousClientOrderId !== order.clientOrderId) this.#orderIdByClientId.delete(previousClientOrderId);
    this.amendments.push({
      symbol: order.symbol,
      accountId: order.accountId,
      orderId: order.orderId,
      executionId,
      time,
      previousClientOrderId,
      newClientOrderId: order.clientOrderId,
      previousQuantity: before.quantity,
      newQuantity: order.quantity,
    });
  }
}
