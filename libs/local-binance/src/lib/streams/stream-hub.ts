import type { ExchangeEvent } from '@org/simulator';
import type { SocketInterference } from '../sockets/socket-interference.ts';
import type { World } from '../world/world.ts';
import type { Feed, Payload } from './feeds/feed.ts';
import { openFeed } from './feeds/open-feed.ts';
import { parseStream } from './stream-name.ts';
import type { TimeUnit } from '../wire/time-unit.ts';
import { timeIn } from '../wire/time-unit.ts';

/** How a client wants to be told. */
export interface StreamManner {
  /** Wrapped as `{stream, data}`. */
  readonly isCombined: boolean;
  readonly unit: TimeUnit;
}

/** Somebody who listens to streams. */
export interface StreamListener {
  readonly manner: StreamManner;
  hear(text: string): void;
}

/** A stream that somebody listens to. */
interface Channel {
  /** Null for all of them. */
  readonly symbol: string | null;
  readonly feed: Feed;
  readonly listeners: Set<StreamListener>;
}

/**
 * All streams that somebody listens to. A stream is made while it has listeners, and each of its messages is written
 * once for everyone who wants it in the same manner.
 */
export class StreamHub {
  readonly #world: World;
  readonly #deliver: SocketInterference['deliver'];
  readonly #channels = new Map<string, Channel>();
  readonly #bySymbol = new Map<string, Set<Channel>>();
  #now: number;

  constructor(world: World, { deliver }: Pick<SocketInterference, 'deliver'>) {
    this.#world = world;
    this.#deliver = deliver;
    this.#now = world.marketTime.now();
  }

  /** A name that means nothing is taken, and stays silent: the exchange does the same. */
  subscribe(stream: string, listener: StreamListener): void {
    const channel = this.#channels.get(stream) ?? this.#open(stream);
    channel?.listeners.add(listener);
  }

  unsubscribe(stream: string, listener: StreamListener): void {
    const channel = this.#channels.get(stream);
    if (channel?.listeners.delete(listener) !== true || channel.listeners.size > 0) return;
    this.#channels.delete(stream);
    if (channel.symbol !== null) this.#bySymbol.get(channel.symbol)?.delete(channel);
  }

  /** Something has happened; the records have it. */
  event(event: ExchangeEvent): void {
    if (event.kind !== 'marketTrade' && event.kind !== 'levelChanged') return;
    if (event.time > this.#now) this.#goTo(event.time);
    for (const { feed } of this.#bySymbol.get(event.symbol) ?? []) feed.event(event);
  }

  /** Everything that has happened up to now has been told. */
  settle(): void {
    this.#now = this.#world.marketTime.now();
    for (const { feed } of this.#channels.values()) feed.advance(this.#now);
  }

  /** What is due before an event is told before it. */
  #goTo(now: number): void {
    this.#now = now;
    for (const { feed } of this.#channels.values()) feed.before(now);
  }

  #open(name: string): Channel | undefined {
    const stream = parseStream(name);
    if (stream === null) return undefined;
    const listeners = new Set<StreamListener>();
    const publish = (payload: Payload): void =>
      this.#deliver({ kind: 'stream', stream: name }, (alter) => tell(name, payload, listeners, alter));
    const feed = openFeed(stream, this.#world, publish);
    if (feed === null) return undefined;
    const channel = { symbol: 'symbol' in stream ? stream.symbol : null, feed, listeners };
    this.#keep(name, channel);
    return channel;
  }

  #keep(name: string, channel: Channel): void {
    const { symbol } = channel;
    this.#channels.set(name, channel);
    if (symbol === null) return;
    const ofSymbol = this.#bySymbol.get(symbol) ?? new Set();
    this.#bySymbol.set(symbol, ofSymbol.add(channel));
  }
}

function tell(
  stream: string,
  payload: Payload,
  listeners: ReadonlySet<StreamListener>,
  alter: (text: string) => string = (text) => text,
): void {
  const written = new Map<string, string>();
  for (const listener of listeners) {
    const { isCombined, unit } = listener.manner;
    const manner = `${unit} ${isCombined}`;
    const text = written.get(manner) ?? write(stream, payload, listener.manner);
    written.set(manner, text);
    listener.hear(alter(text));
  }
}

/** A message of a stream as it is sent. */
export function write(stream: string, payload: Payload, { isCombined, unit }: StreamManner): string {
  const data = payload(timeIn(unit));
  return JSON.stringify(isCombined ? { stream, data } : data);
}
