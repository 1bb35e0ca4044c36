import type { Candle, CandleNews, Interval } from '@org/domain';
import { barOpen, INTERVAL_MS } from '@org/domain';
import { z } from 'zod';
import { klinesSchema } from '../history/kline-schema.ts';
import type { BinanceRest } from '../rest/binance-rest.ts';
import { ask, mapReading } from '../rest/reading.ts';
import type { Sequence, SequencePage } from './sequence.ts';
import { decimalText, readMessage, wholeNumber } from './message-json.ts';

/** A bar as far as it has come. */
export interface RunningCandle {
  readonly candle: Candle;
  readonly isClosed: boolean;
}

export interface CandleSequenceOptions {
  readonly rest: Pick<BinanceRest, 'send'>;
  readonly symbol: string;
  readonly interval: Interval;
  /** ms UTC, by the open of a bar; null for from now on. */
  readonly fromMs: number | null;
  /** The time of the market, ms UTC. */
  readonly nowMs: () => number;
  readonly stream: string;
}

const PAGE = 1000;
/** The last trades of a bar may be counted a moment after its end. */
const SETTLED_AFTER_MS = 2000;

const klineMessage = z.object({
  e: z.literal('kline'),
  s: z.string(),
  k: z.object({
    ...{ t: wholeNumber, i: z.string(), x: z.boolean() },
    ...{ o: decimalText, h: decimalText, l: decimalText, c: decimalText, v: decimalText },
  }),
});

/** A message of `<symbol>@kline_<interval>`; null for what is none of this market. */
export function candleMessage(
  text: string,
  { symbol, interval }: Pick<CandleSequenceOptions, 'symbol' | 'interval'>,
): RunningCandle | null {
  const message = readMessage(text, klineMessage);
  if (message === null || message.s !== symbol || message.k.i !== interval) return null;
  const { t, o, h, l, c, v, x } = message.k;
  return { candle: { openTime: t, open: o, high: h, low: l, close: c, volume: v }, isClosed: x };
}

/** Bars by the times at which they open. */
export function candleSequence(options: CandleSequenceOptions): Sequence<RunningCandle, CandleNews> {
  const { symbol, interval, fromMs, nowMs, stream } = options;
  const lengthMs = INTERVAL_MS[interval];
  const now = () => ({ time: nowMs() });
  return {
    from: fromMs === null ? null : barOpen(fromMs + lengthMs - 1, interval),
    keyOf: ({ candle }) => candle.openTime,
    after: (openTime) => openTime + lengthMs,
    isWhole: ({ isClosed }) => isClosed,
    read: (from) => readPage(options, from),
    told: ({ candle }, isRepaired) => ({
      ...{ kind: 'candleClosed', time: candle.openTime + lengthMs, symbol, interval, candle },
      ...{ values: [], isRepaired },
    }),
    absent: (from, to) => ({ kind: 'candlesAbsent', ...now(), symbol, interval, fromMs: from, toMs: to }),
    lost: () => ({ kind: 'connectionLost', ...now(), stream }),
    restored: () => ({ kind: 'connectionRestored', ...now(), stream }),
  };
}

async function readPage({ rest, symbol, interval, nowMs }: CandleSequenceOptions, startTime: number) {
  const parameters = { symbol, interval, startTime, limit: PAGE };
  const request = { method: 'GET', path: '/api/v3/klines', parameters, isSigned: false } as const;
  const reading = await ask(rest, { request, shape: klinesSchema, purpose: 'bulk' });
  return mapReading(reading, (rows) => {
    const candles = rows.map(([openTime, open, high, low, close, volume]): Candle => {
      const [o, h, l, c, v] = [open, high, low, close, volume].map(Number);
      return { openTime, open: o ?? NaN, high: h ?? NaN, low: l ?? NaN, close: c ?? NaN, volume: v ?? NaN };
    });
    return closedPage(candles, startTime, nowMs() - INTERVAL_MS[interval] - SETTLED_AFTER_MS);
  });
}

/** A bar is closed when there is a later one, or when it opened so long ago. */
function closedPage(
  candles: readonly Candle[],
  from: number,
  closedUpTo: number,
): SequencePage<RunningCandle> {
  const last = candles.at(-1);
  const isLastOpen = last !== undefined && last.openTime > closedUpTo;
  const closed = isLastOpen ? candles.slice(0, -1) : candles;
  return {
    items: closed.map((candle) => ({ candle, isClosed: true })),
    knownTo: isLastOpen ? last.openTime : from,
    isFull: candles.length === PAGE,
  };
}
