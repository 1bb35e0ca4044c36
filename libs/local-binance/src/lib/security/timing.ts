import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError, isBinanceError } from '../errors/binance-error.ts';
import { illegal } from '../parameters/illegal.ts';
import { missing } from '../parameters/read-parameters.ts';

/** When a request was made and for how long it holds, in ms; microseconds are behind the point. */
export interface Timing {
  readonly timestampMs: number;
  readonly recvWindowMs: number;
}

const DEFAULT_RECV_WINDOW_MS = 5000;
const MAX_RECV_WINDOW_MS = 60_000;
/** How far a clock may be ahead. */
const LEAD_MS = 1000;

/** Milliseconds reach this in the year 5138, microseconds have passed it in 1973. */
const FIRST_MICROSECONDS = 100_000_000_000_000;

const TIMESTAMP = /^[0-9]{1,20}$/;
const RECV_WINDOW = /^[0-9]{1,20}(\.[0-9]{1,3})?$/;

/** Reads what a signed request says of its time; a timestamp may be in ms or in microseconds. */
export function readTiming(
  timestamp: string | undefined,
  recvWindow: string | undefined,
): Timing | BinanceError {
  if (timestamp === undefined || timestamp === '') return missing('timestamp');
  if (!TIMESTAMP.test(timestamp)) return illegal('timestamp', TIMESTAMP.source);
  const recvWindowMs = readRecvWindow(recvWindow);
  if (isBinanceError(recvWindowMs)) return recvWindowMs;
  const time = Number(timestamp);
  return { timestampMs: time < FIRST_MICROSECONDS ? time : time / 1000, recvWindowMs };
}

/** What is wrong with a request's time, as the clock stands now; null where nothing is. */
export function outsideWindow({ timestampMs, recvWindowMs }: Timing, nowMs: number): BinanceError | null {
  if (timestampMs >= nowMs + LEAD_MS) {
    return binanceError(-1021, "Timestamp for this request was 1000ms ahead of the server's time.");
  }
  if (nowMs - timestampMs > recvWindowMs) {
    return binanceError(-1021, 'Timestamp for this request is outside of the recvWindow.');
  }
  return null;
}

function readRecvWindow(text: string | undefined): number | BinanceError {
  if (text === undefined) return DEFAULT_RECV_WINDOW_MS;
  if (!RECV_WINDOW.test(text)) return illegal('recvWindow', RECV_WINDOW.source);
  const recvWindowMs = Number(text);
  if (recvWindowMs <= MAX_RECV_WINDOW_MS) return recvWindowMs;
  return binanceError(
    -1102,
    `'recvWindow' contains unexpected value. Cannot be greater than ${MAX_RECV_WINDOW_MS}.`,
  );
}
