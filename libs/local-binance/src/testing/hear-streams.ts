import { STREAM_TERMS } from '../lib/sockets/socket-terms.ts';
import type { LocalBinanceOptions } from '../lib/start/start-local-binance.ts';
import type { OpenExchange } from './open-exchange.ts';
import { openExchange } from './open-exchange.ts';
import { field } from './fields.ts';
import { TestSocket } from './test-socket.ts';

/** Without a limit on how often a client may write, as tests do at one moment what takes others seconds. */
const TALKATIVE = { socketTerms: { streams: { ...STREAM_TERMS, messagesPerSecond: null } } };

/** Opens an exchange whose clients of streams may write as often as they like. */
export function openTalkative(options: LocalBinanceOptions = {}): Promise<OpenExchange> {
  return openExchange({ ...TALKATIVE, ...options });
}

export interface HearingOptions extends LocalBinanceOptions {
  /** What times are told in. */
  readonly unit?: 'MILLISECOND' | 'MICROSECOND';
}

/** What some streams say while something happens: the messages of each, by its name. */
async function hearStreams(
  streams: readonly string[],
  happen: (exchange: OpenExchange) => void,
  options: HearingOptions = {},
): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const { unit = 'MILLISECOND', ...opening } = options;
  const exchange = await openTalkative(opening);
  const heard = await hear(exchange, `streams=${streams.join('/')}&timeUnit=${unit}`, happen).finally(() =>
    exchange.close(),
  );
  const ofStream = (stream: string) =>
    heard.filter((message) => field(message, 'stream') === stream).map((message) => field(message, 'data'));
  return new Map(streams.map((stream) => [stream, ofStream(stream)]));
}

async function hear(
  exchange: OpenExchange,
  query: string,
  happen: (exchange: OpenExchange) => void,
): Promise<readonly unknown[]> {
  const client = await TestSocket.open(`${exchange.streamUrl}/stream?${query}`);
  happen(exchange);
  return client.heard();
}

/** The same of one stream. */
export async function hearStream(
  stream: string,
  happen: (exchange: OpenExchange) => void,
  options: HearingOptions = {},
): Promise<readonly unknown[]> {
  return (await hearStreams([stream], happen, options)).get(stream) ?? [];
}
