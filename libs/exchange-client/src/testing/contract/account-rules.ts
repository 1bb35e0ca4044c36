import type { Decimal } from '@org/domain';
import { formatAmount, formatDecimal, INTERVAL_MS } from '@org/domain';
import type { KlinePage } from '../../lib/venues/binance/history/kline-span.ts';
import { CONTRACT_CANDLES, RESTING } from './contract-orders.ts';
import type { ContractRule } from './contract-rule.ts';
import type { ContractVenue } from './scene.ts';

/** As plain decimals, for venues keep them in units of their own; assets that the contract does not know left out. */
async function balances({ account }: ContractVenue): Promise<unknown> {
  const reading = await account.balances();
  if (reading.kind === 'unread') return reading;
  return Object.fromEntries(
    reading.value.map(({ asset, free, locked }) => [
      asset.code,
      [formatAmount(free, asset), formatAmount(locked, asset)].map(Number),
    ]),
  );
}

const valueOf = ({ units, decimals }: Decimal) => Number(formatDecimal(units, decimals));

async function trades({ account }: ContractVenue): Promise<unknown> {
  const reading = await account.tradesFrom(RESTING.symbol, 0);
  if (reading.kind === 'unread') return reading;
  return reading.value.map(({ price, quantity, notional, fee, ...trade }) => ({
    ...trade,
    ...{ price: valueOf(price), quantity: valueOf(quantity) },
    notional: valueOf(notional),
    fee: [Number(formatAmount(fee.amount, fee.asset)), fee.asset.code],
  }));
}

/** How many bars and missing ones there are, and whether each is where it should be. */
async function candles({ history }: ContractVenue): Promise<unknown> {
  const pages: KlinePage[] = [];
  const [outcome] = await history.download([CONTRACT_CANDLES], { onPage: (page) => void pages.push(page) });
  const lengthMs = INTERVAL_MS[CONTRACT_CANDLES.interval];
  const missing = pages.flatMap(({ gaps }) =>
    gaps.flatMap(({ fromMs, toMs }) =>
      Array.from({ length: (toMs - fromMs) / lengthMs }, (_, i) => fromMs + i * lengthMs),
    ),
  );
  const told = pages.flatMap((page) => [...page.candles.openTime]);
  const isSane = pages.every(({ candles: { open, high, low, close, openTime } }) =>
    openTime.every((_, i) => {
      const [o = NaN, h = NaN, l = NaN, c = NaN] = [open[i], high[i], low[i], close[i]];
      return l <= Math.min(o, c) && h >= Math.max(o, c);
    }),
  );
  const all = [...told, ...missing].toSorted((a, b) => a - b);
  return { kind: outcome?.kind, opens: all, isSane, isAny: told.length > 0 };
}

/** What the account has and has done, and what the market did. */
export const accountRules: readonly ContractRule[] = [
  {
    // 2,000 USDT for 0.1 BTC, of which a thousandth is the fee.
    name: 'balances are exact, after a trade and its fee',
    situation: 'traded',
    ask: balances,
    answer: { USDT: [98_000, 0], BTC: [1.0999, 0] },
  },
  {
    name: 'balances that are not told are unread, and not 0',
    situation: 'silent',
    ask: balances,
    answer: { kind: 'unread' },
  },
  {
    name: 'a trade tells what was paid, and its fee in its own asset',
    situation: 'traded',
    ask: trades,
    answer: [
      {
        ...{ symbol: 'BTCUSDT', side: 'buy', price: 20_000, quantity: 0.1, notional: 2_000 },
        ...{ fee: [0.0001, 'BTC'], liquidity: 'maker' },
      },
    ],
  },
  {
    name: 'bars and the gaps between them are all that a span holds, each once',
    situation: 'traded',
    ask: candles,
    answer: {
      ...{ kind: 'complete', isSane: true, isAny: true },
      opens: Array.from({ length: 5 }, (_, minute) => CONTRACT_CANDLES.startMs + minute * 60_000),
    },
  },
  {
    name: 'bars that are not told stop their span, with what is left of it',
    situation: 'silent',
    ask: async ({ history }) => (await history.download([CONTRACT_CANDLES], { onPage: () => undefined }))[0],
    answer: { kind: 'stopped', rest: CONTRACT_CANDLES },
  },
];
