import type { Observable } from 'rxjs';
import type { CandleClosed } from '../events/market-event.ts';
import type { Interval } from '../time/interval.ts';

/** Closed bars as they come. The stream is cold: subscribing starts it. */
export interface CandleSource {
  candles$(symbol: string, interval: Interval): Observable<CandleClosed>;
}
