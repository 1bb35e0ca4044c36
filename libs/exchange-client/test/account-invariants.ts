import type { PlaceOrder } from '@org/domain';
import { formatDecimal, parseDecimal } from '@org/domain';
import type { AccountStory } from './account-story.ts';
import { bitcoin } from './local-venue.ts';

/** With what the account begins, in smallest units of 1e-8. */
const DEPOSITS: Readonly<Record<string, bigint>> = {
  USDT: 10_000_000_000_000n,
  BTC: 100_000_000n,
  BNB: 1_000_000_000n,
};
const OF_ACCOUNT = { accountId: 'me', symbol: 'BTCUSDT' } as const;
const WHOLE_PAGE = { fromId: null, startTime: null, endTime: null, limit: 1000 };

const isOurs = (clientOrderId: string) => clientOrderId.startsWith('os-');

/** I1 to I4 of an account on which nobody else trades; of each intent all attempts are given. */
export async function expectInvariants(
  story: AccountStory,
  ...intents: readonly (readonly PlaceOrder[])[]
): Promise<void> {
  await story.quiet();
  for (const attempts of intents) expectAtMostOnce(story, attempts);
  expectFillsAsBooked(story);
  await expectBalancesAsBooked(story);
  expectBalancesExplained(story);
  await expectOpenAsBooked(story);
}

/** I1: of all attempts at one intent at most one is live or filled, and no more than was intended. */
export function expectAtMostOnce({ exchange }: AccountStory, attempts: readonly PlaceOrder[]): void {
  const ids = new Set(attempts.map(({ clientOrderId }) => clientOrderId));
  const orders = exchange.world.records.accounts
    .orders(OF_ACCOUNT, WHOLE_PAGE)
    .filter(({ clientOrderId }) => ids.has(clientOrderId));
  const live = orders.filter(({ status, executed }) => executed > 0 || status === 'new');
  expect(live.length).toBeLessThanOrEqual(1);
  const [intended] = attempts.map(({ request }) => ('quantity' in request ? request.quantity : Infinity));
  expect(orders.reduce((sum, { executed }) => sum + executed, 0)).toBeLessThanOrEqual(intended ?? 0);
}

/** I2: every fill is told once, as the exchange has it booked, and no other is. */
export function expectFillsAsBooked(story: AccountStory): void {
  const { accounts } = story.exchange.world.records;
  const booked = accounts.fills(OF_ACCOUNT, WHOLE_PAGE).map(({ symbol, orderId, fill }) => ({
    ...{ symbol, tradeId: fill.tradeId, price: fill.price, quantity: fill.quantity },
    ...{ notional: fill.quoteQuantity, fee: fill.commission, feeAsset: fill.commissionAsset },
    liquidity: fill.isMaker ? 'maker' : 'taker',
    clientOrderId: accounts.order({ ...OF_ACCOUNT, orderId, clientOrderId: null })?.clientOrderId ?? '',
  }));
  const told = story.of('orderFilled').map((fill) => ({
    ...{ symbol: fill.symbol, tradeId: fill.tradeId, price: fill.price, quantity: fill.quantity },
    ...{ notional: fill.notional, fee: fill.fee, feeAsset: fill.feeAsset, liquidity: fill.liquidity },
    clientOrderId: fill.clientOrderId,
  }));
  expect(told.toSorted((a, b) => a.tradeId - b.tradeId)).toEqual(
    booked.filter(({ clientOrderId }) => isOurs(clientOrderId)),
  );
}

/** I3: what we have by what was told is what the exchange says, to the last unit. */
export async function expectBalancesAsBooked(story: AccountStory): Promise<void> {
  const told = new Map(
    story
      .of('balanceSet')
      .map(({ asset, free, locked }) => [asset, `${formatDecimal(free, 8)} + ${formatDecimal(locked, 8)}`]),
  );
  const { balances } = await story.state();
  const truth = balances.map(
    ({ asset, free, locked }) => [asset, `${plain(free)} + ${plain(locked)}`] as const,
  );
  expect(lines(told)).toEqual(lines(new Map(truth)));
}

/** I3: what was deposited, and the fills and fees that were told, make what we have. */
export function expectBalancesExplained(story: AccountStory): void {
  const owned = new Map(Object.entries(DEPOSITS));
  const add = (asset: string, units: bigint) => owned.set(asset, (owned.get(asset) ?? 0n) + units);
  for (const { clientOrderId, quantity, notional, fee, feeAsset } of story.of('orderFilled')) {
    const name = { ...OF_ACCOUNT, orderId: null, clientOrderId };
    const sign = story.exchange.world.records.accounts.order(name)?.side === 'buy' ? 1n : -1n;
    add('BTC', sign * BigInt(quantity) * bitcoin().unitsPerLot);
    add('USDT', -1n * sign * notional);
    add(feeAsset, -1n * fee);
  }
  const told = story
    .of('balanceSet')
    .map(({ asset, free, locked }) => [asset, String(free + locked)] as const);
  const expected = [...owned].map(([asset, units]) => [asset, String(units)] as const);
  expect(lines(new Map(told))).toEqual(lines(new Map(expected)));
}

/** I4: what is open on the exchange is open by what was told, and nothing else is. */
export async function expectOpenAsBooked(story: AccountStory): Promise<void> {
  const open = new Set<string>();
  for (const event of story.told) {
    if (event.kind === 'orderAccepted') open.add(event.clientOrderId);
    if (event.kind === 'orderCancelled' || event.kind === 'orderExpired') open.delete(event.clientOrderId);
    if (event.kind === 'orderFilled' && event.complete) open.delete(event.clientOrderId);
  }
  const { openOrders } = await story.state();
  const truth = openOrders.map(({ clientOrderId }) => clientOrderId).filter(isOurs);
  expect([...open].sort()).toEqual(truth.sort());
}

/** Sorted, without what there is nothing of. */
function lines(amounts: ReadonlyMap<string, string>): readonly string[] {
  return [...amounts]
    .filter(([, text]) => text !== '0 + 0' && text !== '0')
    .map(([asset, text]) => `${asset} ${text}`)
    .sort();
}

function plain(text: string): string {
  const { units, decimals } = parseDecimal(text);
  return formatDecimal(units, decimals);
}
