import type { ExchangeEvent } from '@org/simulator';
import type { World } from '../world/world.ts';
import type { Feed, Payload } from './feeds/feed.ts';
import { openFeed } from './feeds/open-feed.ts';
import { parseStream } from './stream-name.ts';
import type { TimeUnit } from './time-unit.ts';
import { timeIn } from './time-unit.ts';

/** How a client wants to be told. */
export interface StreamManner {
  /** Wrapped as `{stream, data}`. */
  readonly isCombined: boolean;
  readonly unit: TimeUnit;
}

/** Somebody who listens to streams. */
export interface StreamListener {
  readonly manner: StreamManner;
  hear(stream: string, text: string): void;
}

interface Channel {
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
  readonly #channels = new Map<string, Channel>();

  constructor(world: World) {
    this.#world = world;
  }

  /** A name that means nothing is taken, and stays silent: the exchange does the same. */
  subscribe(stream: string, listener: StreamListener): void {
    const channel = this.#channels.get(stream) ?? this.#open(stream);
    channel?.listeners.add(listener);
  }

  unsubscribe(stream: string, listener: StreamListener): void {
    const channel = this.#channels.get(stream);
    if (channel?.listeners.delete(listener) === true && channel.listeners.size === 0) {
      this.#channels.delete(stream);
    }
  }

  event(event: ExchangeEvent): void {
    const symbol = symbolOf(event);
    if (symbol === null) return;
    for (const channel of this.#channels.values()) {
      if (channel.symbol === null || channel.symbol === symbol) channel.feed.event(event);
    }
  }

  /** Market time has come to `now`. */
  advance(now: number): void {
    for (const { feed } of this.#channels.values()) feed.advance(now);
  }

  #open(name: string): Channel | undefined {
    const stream = parseStream(name);
    if (stream === null) return undefined;
    const listeners = new Set<StreamListener>();
    const feed = openFeed(stream, this.#world, (payload) => tell(name, payload, listeners));
    if (feed === null) return undefined;
    const channel = { symbol: 'symbol' in stream ? stream.symbol : null, feed, listeners };
    this.#channels.set(name, channel);
    return channel;
  }
}

function tell(stream: string, payload: Payload, listeners: ReadonlySet<StreamListener>): void {
  const written = new Map<string, string>();
  for (const listener of listeners) {
    const { isCombined, unit } = listener.manner;
    const manner = `${unit} ${isCombined}`;
    const text = written.get(manner) ?? write(stream, payload, listener.manner);
    written.set(manner, text);
    listener.hear(stream, text);
  }
}

function write(stream: string, payload: Payload, { isCombined, unit }: StreamManner): string {
  const data = payload(timeIn(unit));
  return JSON.stringify(isCombined ? { stream, data } : data);
}

function symbolOf(event: ExchangeEvent): string | null {
  switch (event.kind) {
    case 'marketTrade':
    case 'levelChanged':
      return event.symbol;
    case 'symbolChanged':
      return event.rules.symbol;
    default:
      return null;
  }
}
