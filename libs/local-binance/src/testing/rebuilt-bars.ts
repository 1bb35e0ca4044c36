import { field } from './fields.ts';

/** A bar that somebody has made of trades. */
interface Bar {
  readonly prices: readonly bigint[];
  readonly ids: readonly number[];
  readonly base: bigint;
  readonly quote: bigint;
  readonly takerBase: bigint;
  readonly takerQuote: bigint;
}

const DECIMALS = 8;
const SCALE = 10n ** BigInt(DECIMALS);

/** Bars of a length from events of `<symbol>@trade`, in the letters of `<symbol>@kline`, by the time they open. */
export function rebuiltBars(trades: readonly unknown[], lengthMs: number): ReadonlyMap<number, object> {
  const bars = new Map<number, Bar>();
  for (const trade of trades) {
    const openTime = Math.floor(Number(field(trade, 'T')) / lengthMs) * lengthMs;
    bars.set(openTime, withTrade(bars.get(openTime) ?? EMPTY, trade));
  }
  return new Map([...bars].map(([openTime, bar]) => [openTime, told(openTime, lengthMs, bar)]));
}

const EMPTY: Bar = { prices: [], ids: [], base: 0n, quote: 0n, takerBase: 0n, takerQuote: 0n };

function withTrade(bar: Bar, trade: unknown): Bar {
  const price = units(field(trade, 'p'));
  const base = units(field(trade, 'q'));
  const quote = (price * base) / SCALE;
  const isByTaker = field(trade, 'm') === false;
  return {
    prices: [...bar.prices, price],
    ids: [...bar.ids, Number(field(trade, 't'))],
    base: bar.base + base,
    quote: bar.quote + quote,
    takerBase: bar.takerBase + (isByTaker ? base : 0n),
    takerQuote: bar.takerQuote + (isByTaker ? quote : 0n),
  };
}

function told(openTime: number, lengthMs: number, bar: Bar): object {
  const { prices, ids } = bar;
  const sorted = [...prices].sort((a, b) => (a < b ? -1 : 1));
  return {
    t: openTime,
    T: openTime + lengthMs - 1,
    f: ids[0],
    L: ids.at(-1),
    o: text(prices[0]),
    c: text(prices.at(-1)),
    h: text(sorted.at(-1)),
    l: text(sorted[0]),
    v: text(bar.base),
    n: ids.length,
    q: text(bar.quote),
    V: text(bar.takerBase),
    Q: text(bar.takerQuote),
  };
}

function units(decimal: unknown): bigint {
  return BigInt(String(decimal).replace('.', ''));
}

function text(amount = 0n): string {
  const digits = amount.toString().padStart(DECIMALS + 1, '0');
  return `${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`;
}
