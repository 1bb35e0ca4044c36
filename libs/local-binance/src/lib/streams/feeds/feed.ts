import type { ExchangeEvent } from '@org/simulator';
import type { MarketRecord } from '../../records/markets/market-records.ts';
import type { World } from '../../world/world.ts';
import type { TellTime } from '../time-unit.ts';

/** What a stream says, written in the unit of time that a client has chosen. */
export type Payload = (time: TellTime) => object;

export type Publish = (payload: Payload) => void;

/** Makes the messages of one stream while somebody listens. */
export interface Feed {
  /** Something has happened on one of its markets; the records have it. */
  event(event: ExchangeEvent): void;
  /** Market time has come to `now`. */
  advance(now: number): void;
}

/** What a feed of one market is made from. */
export interface SymbolFeedOptions {
  readonly symbol: string;
  readonly world: World;
  readonly record: MarketRecord;
  readonly publish: Publish;
}
