import type { DepthUpdate, SpotInstrument } from '@org/domain';
import { parsedJson } from '../../../transport/parsed-json.ts';
import { depthUpdateSchema } from './depth-schema.ts';
import { LevelBuffer } from './level-buffer.ts';
import { fillLevels } from './market-steps.ts';
import { byteAt, scanQuantity, TickScanner } from './decimal-scanner.ts';

/** A message that is no change of this market's book, and why. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly reason: 'notJson' | 'notDepth' | 'otherSymbol' | 'offTick';
}

/** What a message of the stream is: a change of the book, or nothing that can be read. */
export type DepthMessage = { readonly kind: 'depth'; readonly update: DepthUpdate } | Unreadable;

const COMMA = 44;
const OPEN = 91;
const CLOSE = 93;
const QUOTE = 34;

const bytesOf = (text: string) => new TextEncoder().encode(text);

/**
 * Reads the messages of one market's stream `<symbol>@depth` from their bytes, in the layout in which the exchange has
 * written them for years; what is laid out otherwise goes through `JSON.parse` and a schema, and means the same.
 *
 * @example
 * const scanner = new DepthScanner(instrument);
 * const message = scanner.scan(bytes);
 * if (message.kind === 'depth') book.apply(message.update);
 */
export class DepthScanner {
  readonly #instrument: SpotInstrument;
  readonly #prices: TickScanner;
  readonly #bids = new LevelBuffer();
  readonly #asks = new LevelBuffer();
  readonly #update = { time: 0, firstId: 0, lastId: 0, bids: this.#bids, asks: this.#asks };
  readonly #message: DepthMessage = { kind: 'depth', update: this.#update };
  readonly #head = bytesOf('{"e":"depthUpdate","E":');
  readonly #firstIdName: Uint8Array;
  readonly #lastIdName = bytesOf(',"u":');
  readonly #bidsName = bytesOf(',"b":');
  readonly #asksName = bytesOf(',"a":');
  readonly #tail = bytesOf('}');
  #fallbacks = 0;
  #number = 0;

  constructor(instrument: SpotInstrument) {
    this.#instrument = instrument;
    this.#prices = new TickScanner(instrument.tick);
    this.#firstIdName = bytesOf(`,"s":${JSON.stringify(instrument.symbol)},"U":`);
  }

  /** How many messages had to go through `JSON.parse`. */
  get fallbacks(): number {
    return this.#fallbacks;
  }

  /**
   * The update in `bytes` from `start` to `end`. It lives in arrays that the next message overwrites.
   */
  scan(bytes: Uint8Array, start = 0, end = bytes.length): DepthMessage {
    if (this.#scanLayout(bytes, start) === end) return this.#message;
    this.#fallbacks++;
    return this.#parse(new TextDecoder().decode(bytes.subarray(start, end)));
  }

  /** Gives the place behind the message, or -1 where the layout is another. */
  #scanLayout(bytes: Uint8Array, start: number): number {
    const update = this.#update;
    let at = this.#scanNumber(bytes, skip(bytes, start, this.#head));
    update.time = this.#number;
    at = this.#scanNumber(bytes, skip(bytes, at, this.#firstIdName));
    update.firstId = this.#number;
    at = this.#scanNumber(bytes, skip(bytes, at, this.#lastIdName));
    update.lastId = this.#number;
    at = this.#scanLevels(bytes, skip(bytes, at, this.#bidsName), this.#bids);
    at = this.#scanLevels(bytes, skip(bytes, at, this.#asksName), this.#asks);
    return skip(bytes, at, this.#tail);
  }

  #scanNumber(bytes: Uint8Array, start: number): number {
    let at = start;
    let value = 0;
    for (let digit = byteAt(bytes, at) - 48; digit >= 0 && digit <= 9; digit = byteAt(bytes, at) - 48) {
      value = value * 10 + digit;
      at++;
    }
    this.#number = value;
    if (at > start + 1 && byteAt(bytes, start) === 48) return -1;
    return at > start && value <= Number.MAX_SAFE_INTEGER ? at : -1;
  }

  /** `[["61837.64000000","1.54698000"],…]`, also without any level. */
  #scanLevels(bytes: Uint8Array, start: number, levels: LevelBuffer): number {
    levels.count = 0;
    if (byteAt(bytes, start) !== OPEN) return -1;
    if (byteAt(bytes, start + 1) === CLOSE) return start + 2;
    for (let at = start + 1; ; at++) {
      if (byteAt(bytes, at) !== OPEN || byteAt(bytes, at + 1) !== QUOTE) return -1;
      levels.reserve();
      const price = this.#prices.scan(bytes, at + 2, levels.ticks, levels.count);
      if (price < 0 || byteAt(bytes, price + 1) !== COMMA || byteAt(bytes, price + 2) !== QUOTE) return -1;
      const quantity = scanQuantity(bytes, price + 3, levels.quantities, levels.count);
      if (quantity < 0 || byteAt(bytes, quantity + 1) !== CLOSE) return -1;
      levels.count++;
      at = quantity + 2;
      if (byteAt(bytes, at) === CLOSE) return at + 1;
      if (byteAt(bytes, at) !== COMMA) return -1;
    }
  }

  #parse(text: string): DepthMessage {
    const body = parsedJson(text);
    if (body === undefined) return { kind: 'unreadable', reason: 'notJson' };
    const wire = depthUpdateSchema.safeParse(body);
    if (!wire.success) return { kind: 'unreadable', reason: 'notDepth' };
    const { E: time, s: symbol, U: firstId, u: lastId, b: bids, a: asks } = wire.data;
    if (symbol !== this.#instrument.symbol) return { kind: 'unreadable', reason: 'otherSymbol' };
    Object.assign(this.#update, { time, firstId, lastId });
    const fits =
      fillLevels(this.#bids, bids, this.#instrument) && fillLevels(this.#asks, asks, this.#instrument);
    return fits ? this.#message : { kind: 'unreadable', reason: 'offTick' };
  }
}

/** The place behind `text` where it stands at `at`, else -1. A place before it that is none gives -1 too. */
function skip(bytes: Uint8Array, at: number, text: Uint8Array): number {
  if (at < 0) return -1;
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text[i]) return -1;
  return at + text.length;
}
