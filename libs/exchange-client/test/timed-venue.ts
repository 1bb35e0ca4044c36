import { ManualClock } from '@org/domain/testing';
import type { SeenRequest } from '@org/local-binance';
import type { LocalVenue, LocalVenueOptions } from './local-venue.ts';
import { openLocalVenue } from './local-venue.ts';

/** A request as it reached the exchange, and when by the exchange's clock. */
export interface SeenAt {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

/** A client and an exchange with one clock, which only a test moves. */
export interface TimedVenue extends LocalVenue {
  readonly clock: ManualClock;
  readonly seen: readonly SeenAt[];
  /** Lets time pass, a tenth of a second at a time, and whatever is sent in it arrive and be answered. */
  pass(ms: number): Promise<void>;
  /** Lets whatever is under way arrive and be answered. */
  settle(): Promise<void>;
}

const STEP_MS = 100;
/** Turns of the event loop that a request, its answer and what follows from it take at most. */
const TURNS = 8;

export async function openTimedVenue(options: LocalVenueOptions = {}): Promise<TimedVenue> {
  const clock = new ManualClock();
  const seen: SeenAt[] = [];
  let opened: LocalVenue | null = null;
  const venue = await openLocalVenue({
    ...options,
    clock,
    exchange: {
      clock,
      interfere: (request: SeenRequest) => {
        const { method, path, query } = request.request;
        seen.push({ at: clock.now(), method, path, query: new URLSearchParams(query) });
        return opened?.exchange.faults.interfere(request) ?? null;
      },
      ...options.exchange,
    },
  });
  opened = venue;
  const settle = async () => {
    for (let turn = 0; turn < TURNS; turn++) await new Promise(setImmediate);
  };
  return {
    ...venue,
    ...{ clock, seen, settle },
    pass: async (ms) => {
      for (let left = ms; left > 0; left -= STEP_MS) {
        clock.pass(Math.min(left, STEP_MS));
        await settle();
      }
    },
  };
}
