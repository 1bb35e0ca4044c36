import type { BarVenue, CandleClosed, TradingEvent } from '@org/domain';
import type { Observable, OperatorFunction } from 'rxjs';
import { concatMap, Observable as RxObservable } from 'rxjs';
import { Agenda } from '../agenda/agenda.ts';

/** An event of a time slice; `matched` is the bar that the venue trades on, which it does on the lowest interval only. */
export interface SliceEvent {
  readonly event: TradingEvent;
  readonly matched: CandleClosed | null;
}

/**
 * Lets closed bars pass through a simulated venue, time slice by time slice: first the timers and results that were due
 * by the open of its bars, then everything that happens to our orders inside them, with what is due then at its time, then
 * the slice's own events. Each event
 * waits until the one before has been answered, so that a stop sent in answer to a fill still lives in the bar of that
 * fill, however long the answer takes.
 *
 * @param answered$ the events whose commands have been carried out
 * @param agenda where commands put timers and computations
 */
export function throughBarVenue(
  venue: BarVenue,
  answered$: Observable<TradingEvent>,
  agenda: Agenda = new Agenda(),
): OperatorFunction<readonly SliceEvent[], TradingEvent> {
  return concatMap((slice) => sliceEvents$(new VenueSlice(venue, agenda, slice), answered$));
}

function sliceEvents$(slice: VenueSlice, answered$: Observable<TradingEvent>): Observable<TradingEvent> {
  return new RxObservable((subscriber) => {
    let awaited: TradingEvent | undefined;
    const next = (): void => {
      awaited = slice.next();
      if (awaited === undefined) subscriber.complete();
      else subscriber.next(awaited);
    };
    const pump = trampoline(next);
    const subscription = answered$.subscribe((answered) => {
      if (answered === awaited) pump();
    });
    pump();
    return subscription;
  });
}

/** What happens in one time slice, asked for one by one. */
class VenueSlice {
  readonly #venue: BarVenue;
  readonly #agenda: Agenda;
  readonly #slice: readonly SliceEvent[];
  /** When the bars that it trades on opened, ms UTC; -Infinity where it has none. */
  readonly #openTime: number;
  /** When its bars closed, those of higher intervals as well, ms UTC; -Infinity where it has none. */
  readonly #closeTime: number;
  #opened = false;
  /** What the venue has told, and what is due before it keeps waiting. */
  #told: TradingEvent | undefined;
  #given = 0;

  constructor(venue: BarVenue, agenda: Agenda, slice: readonly SliceEvent[]) {
    this.#venue = venue;
    this.#agenda = agenda;
    this.#slice = slice;
    this.#openTime = slice.find(({ matched }) => matched !== null)?.matched?.candle.openTime ?? -Infinity;
    this.#closeTime = slice.find(({ event }) => event.kind === 'candleClosed')?.event.time ?? -Infinity;
  }

  next(): TradingEvent | undefined {
    if (!this.#opened) {
      const due = this.#agenda.takeBefore(this.#openTime + 1);
      if (due !== undefined) return due;
      this.#openBars();
    }
    return this.#nextInside() ?? this.#slice[this.#given++]?.event;
  }

  #nextInside(): TradingEvent | undefined {
    this.#told ??= this.#venue.nextEvent();
    const due = this.#agenda.takeBefore(this.#told?.time ?? this.#closeTime);
    if (due !== undefined) return due;
    const told = this.#told;
    this.#told = undefined;
    return told;
  }

  #openBars(): void {
    this.#opened = true;
    for (const { matched } of this.#slice) {
      if (matched !== null) this.#venue.openBar(matched.symbol, matched.candle, matched.time);
    }
  }
}

/** Calls made while `task` runs are made after it: a bar full of fills must not fill the stack. */
function trampoline(task: () => void): () => void {
  let wanted = false;
  let running = false;
  return () => {
    wanted = true;
    if (running) return;
    running = true;
    while (wanted) {
      wanted = false;
      task();
    }
    running = false;
  };
}
