import { amount } from '@org/domain';
import type { PlaceRequest } from '../../src/index.ts';
import { createExchange, SeededRng } from '../../src/index.ts';
import { OpenIds } from './open-ids.ts';
import { account, RULES } from './rules.ts';

const RESTING = 100_000;
const ACCOUNTS = 10;
const SEED = 7;
const MIDDLE = 5_000_000;
const STOPS = 1_000;

const PLAIN = {
  symbol: RULES.symbol,
  type: 'limit',
  timeInForce: 'gtc',
  stopPrice: null,
  trailingDeltaBips: null,
  icebergQuantity: null,
  selfTradePrevention: null,
  strategyId: null,
  strategyType: null,
} as const;

/**
 * The exchange as its clients see it: requests in decimals, every filter, self-trade prevention by the symbol's own
 * mode, and a thousand stops that wait on both sides and are asked at every trade.
 */
export function guarded(): (operations: number) => void {
  const open = new OpenIds();
  let last = MIDDLE;
  const exchange = createExchange({
    symbols: [RULES],
    accounts: Array.from({ length: ACCOUNTS }, (_, index) => account(`account-${index}`)),
    averagePrice: () => ({ numerator: BigInt(last), denominator: 1n }),
    emit: (event) => {
      if (event.kind === 'marketTrade') last = event.price;
    },
  });
  for (let index = 0; index < ACCOUNTS; index++) {
    for (const asset of ['BTC', 'USDT'])
      exchange.deposit(`account-${index}`, asset, amount(8_000_000_000_000_000n), 0);
  }
  const rng = new SeededRng(SEED);
  let count = 0;

  const submit = (request: Partial<PlaceRequest>, isBuy: boolean, at: number, lots: number) => {
    const outcome = exchange.place(
      {
        ...PLAIN,
        accountId: `account-${count % ACCOUNTS}`,
        clientOrderId: `order-${count}`,
        side: isBuy ? 'buy' : 'sell',
        size: { base: { units: BigInt(lots), decimals: 5 } },
        price: { units: BigInt(at), decimals: 2 },
        ...request,
      },
      count++,
    );
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.refusal));
    const { orderId, status } = outcome.order;
    if (status === 'new' || status === 'partiallyFilled') open.add(orderId);
  };
  const hand = exchange.market(RULES.symbol);
  const rest = () => {
    const isBuy = rng.uniform() < 0.5;
    const behind = 1 + Math.floor(-Math.log(1 - rng.uniform()) * 300);
    const touch = hand.best(isBuy ? 'sell' : 'buy') ?? MIDDLE;
    submit({}, isBuy, isBuy ? touch - behind : touch + behind, 1 + Math.floor(rng.uniform() * 1_000));
  };
  const take = () => {
    const isBuy = rng.uniform() < 0.5;
    const limit = isBuy ? MIDDLE + 100_000 : MIDDLE - 100_000;
    submit({ timeInForce: 'ioc' }, isBuy, limit, 1 + Math.floor(rng.uniform() * 2_000));
  };
  const cancel = () => {
    open.take(rng.uniform(), (orderId) => {
      // Ids count up from 1 with the orders placed.
      const accountId = `account-${(orderId - 1) % ACCOUNTS}`;
      const name = { accountId, symbol: RULES.symbol, orderId, clientOrderId: null };
      return exchange.cancel({ ...name, cancelId: 'cancel', only: null }, count).kind === 'cancelled';
    });
  };

  for (let resting = 0; resting < RESTING; resting++) rest();
  for (let stop = 0; stop < STOPS; stop++) {
    const isBuy = stop % 2 === 0;
    const units = BigInt(isBuy ? MIDDLE + 200_000 + stop : MIDDLE - 200_000 - stop);
    submit({ type: 'stopLossLimit', stopPrice: { units, decimals: 2 } }, isBuy, MIDDLE, 1_000);
  }
  return (operations) => {
    for (let done = 0; done < operations; done++) {
      const kind = rng.uniform();
      if (kind < 0.55) rest();
      else if (kind < 0.9) cancel();
      else take();
    }
  };
}
