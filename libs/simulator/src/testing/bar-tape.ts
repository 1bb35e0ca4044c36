import type { Candle, OrderCommand, OrderEvent, OrderRequest, Side, SpotInstrument } from '@org/domain';
import {
  amountIn,
  formatAmount,
  formatPrice,
  formatQuantity,
  spotInstrument,
  toPrice,
  toQuantity,
} from '@org/domain';
import type { BarSimulator, BarSimulatorOptions } from '../lib/bar-venue/bar-simulator.ts';
import { createBarSimulator } from '../lib/bar-venue/bar-simulator.ts';

export const USD = { code: 'USD', decimals: 8 };
export const ABC = spotInstrument({
  symbol: 'ABCUSD',
  base: { code: 'ABC', decimals: 8 },
  quote: USD,
  tickSize: '0.01',
  stepSize: '0.001',
  minQuantity: '0.002',
  maxQuantity: '9000',
  minNotional: '5',
});
export const BNBUSD = spotInstrument({
  symbol: 'BNBUSD',
  base: { code: 'BNB', decimals: 8 },
  quote: USD,
  tickSize: '0.1',
  stepSize: '0.001',
  minNotional: '5',
});
const INSTRUMENTS: readonly SpotInstrument[] = [ABC, BNBUSD];
const DECIMALS = 8;

export const MINUTE_MS = 60_000;

/** A bar of this many minutes after the epoch; the volume is plenty unless given. */
export function bar(
  minute: number,
  open: number,
  high: number,
  low: number,
  close: number,
  volume = 1e6,
): Candle {
  return { openTime: minute * MINUTE_MS, open, high, low, close, volume };
}

/** A simulator with 10,000 USD and no ABC, fees of 0.1% and no slippage, unless told otherwise. */
export function simulator(options: Partial<BarSimulatorOptions> = {}): BarSimulator {
  return createBarSimulator({
    instruments: INSTRUMENTS,
    deposits: [{ asset: 'USD', amount: amountIn('10000', USD) }],
    fees: { maker: '0.001', taker: '0.001', asset: 'received' },
    participation: 1,
    ...options,
  });
}

/** Money in words: `deposit('ABC', '5')`. */
export function deposit(asset: string, text: string) {
  return { asset, amount: amountIn(text, { code: asset, decimals: DECIMALS }) };
}

export const market = (side: Side, size: number): OrderRequest => ({
  type: 'market',
  side,
  quantity: toQuantity(size, ABC, 'down'),
});

export const marketQuote = (quote: string): OrderRequest => ({
  type: 'marketQuote',
  side: 'buy',
  quoteAmount: amountIn(quote, USD),
});

export const limit = (side: Side, size: number, at: number, postOnly = false) =>
  ({
    type: 'limit',
    side,
    quantity: toQuantity(size, ABC, 'down'),
    price: toPrice(at, ABC, 'down'),
    postOnly,
  }) as const;

export const stop = (side: Side, size: number, at: number) =>
  ({
    type: 'stop',
    side,
    quantity: toQuantity(size, ABC, 'down'),
    stopPrice: toPrice(at, ABC, 'down'),
  }) as const;

const HEAD = { time: 0, strategyId: 'test', symbol: ABC.symbol, reason: 'test' };

export function place(clientOrderId: string, request: OrderRequest, symbol = ABC.symbol): OrderCommand {
  return { ...HEAD, kind: 'place', symbol, clientOrderId, purpose: 'entry', request };
}

export function placePair(
  name: string,
  stopLeg: ReturnType<typeof stop>,
  targetLeg: ReturnType<typeof limit>,
): OrderCommand {
  return {
    ...HEAD,
    kind: 'placePair',
    stop: { clientOrderId: `${name}-stop`, request: stopLeg },
    target: { clientOrderId: `${name}-target`, request: targetLeg },
  };
}

export function cancel(clientOrderId: string, symbol = ABC.symbol): OrderCommand {
  return { ...HEAD, kind: 'cancel', symbol, clientOrderId };
}

/** What a test does when an event comes: the commands by the line that tells of the event. */
export type Script = Readonly<Record<string, readonly OrderCommand[]>>;

/** Shows a bar to the simulator and works it to its end; gives what happened in it, a line an event. */
export function work(sim: BarSimulator, candle: Candle, script: Script = {}, symbol = ABC.symbol): string[] {
  sim.openBar(symbol, candle, candle.openTime + MINUTE_MS);
  return drain(sim, script);
}

export function drain(sim: BarSimulator, script: Script = {}): string[] {
  const lines: string[] = [];
  for (let event = sim.nextEvent(); event !== undefined; event = sim.nextEvent()) {
    const line = tell(event);
    lines.push(line);
    for (const command of script[line] ?? []) sim.submit(command);
  }
  return lines;
}

/** An event in a line: `buy filled 2 at 100.5, fee 0.002 ABC, taker, complete`. */
export function tell(event: OrderEvent): string {
  switch (event.kind) {
    case 'orderFilled': {
      const instrument = INSTRUMENTS.find(({ symbol }) => symbol === event.symbol) ?? ABC;
      const size = formatQuantity(event.quantity, instrument);
      const fee = formatAmount(event.fee, { code: event.feeAsset, decimals: DECIMALS });
      return [
        `${event.clientOrderId} filled ${size} at ${formatPrice(event.price, instrument)}`,
        `fee ${fee} ${event.feeAsset}`,
        event.liquidity,
        event.complete ? 'complete' : 'in part',
        ...(event.note === null ? [] : [event.note]),
      ].join(', ');
    }
    case 'orderRejected':
    case 'orderExpired':
      return `${event.clientOrderId} ${WORDS[event.kind]}: ${event.reason}`;
    case 'orderAccepted':
    case 'orderCancelled':
      return `${event.clientOrderId} ${WORDS[event.kind]}`;
    default:
      return event.kind;
  }
}

const WORDS = {
  orderAccepted: 'accepted',
  orderRejected: 'rejected',
  orderExpired: 'expired',
  orderCancelled: 'cancelled',
} as const;

/** The balances that are not nothing, as `ABC 1.5 + 0.5 locked`. */
export function funds(sim: BarSimulator): string[] {
  return sim
    .balances()
    .filter(({ free, locked }) => free !== 0n || locked !== 0n)
    .map(({ asset, free, locked }) => {
      const code = { code: asset, decimals: DECIMALS };
      const held = locked === 0n ? '' : ` + ${formatAmount(locked, code)} locked`;
      return `${asset} ${formatAmount(free, code)}${held}`;
    });
}
