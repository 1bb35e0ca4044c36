import type { ExchangeEvent } from '@org/simulator';
import type { MarketRecord } from '../../records/markets/market-records.ts';
import type { World } from '../../world/world.ts';
import type { TellTime } from '../../wire/time-unit.ts';

/** What a stream says, written in the unit of time that a client has chosen. */
export type Payload = (time: TellTime) => object;

export type Publish = (payload: Payload) => void;

/** Makes the messages of one stream while somebody listens. */
export interface Feed {
  /** Something is about to be heard that happens at `now`: tells what was due until then from what came before it. */
  before(now: number): void;
  /** Something has happened on one of its markets; the records have it. */
  event(event: ExchangeEvent): void;
  /** Everything that happens up to `now` has been heard. */
  advance(now: number): void;
}

/** What a feed does of its own; the rest is nothing. */
export function feedOf(parts: Partial<Feed>): Feed {
  return { before: nothing, event: nothing, advance: nothing, ...parts };
}

/** What a feed of one market is made from. */
export interface SymbolFeedOptions {
  readonly symbol: string;
  readonly world: World;
  readonly record: MarketRecord;
  readonly publish: Publish;
}

function nothing(): void {
  // There are streams that have nothing to say then.
}
