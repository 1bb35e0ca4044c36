import { barOpen, INTERVAL_MS, InputError } from '@org/domain';
import type { FeedName, TimeSpan } from '@org/market-data';
import { spansBeside } from '@org/market-data';
import type { TradedSpan } from '../time/parse-span.ts';

/** The bars that are wanted, and of which store. */
export type WantedSpan = FeedName & TradedSpan & { readonly store: string };

/**
 * What to read for a span: all of it, and what lies before without a hole, for the warm-up. Without bounds it is all
 * that the store covers.
 *
 * @throws InputError `store-span` where some of it is not there, with what is.
 */
export function heldSpan(covered: readonly TimeSpan[], wanted: WantedSpan): TimeSpan {
  const first = covered[0]?.fromMs ?? 0;
  const last = covered.at(-1)?.toMs ?? 0;
  const span = { fromMs: wanted.fromMs ?? first, toMs: wanted.toMs ?? last };
  const [missing] = spansBeside(covered, span).filter((beside) => opensBar(beside, wanted));
  if (missing !== undefined || covered.length === 0) throw notHeld(missing ?? span, covered, wanted);
  const start = nextOpen(span.fromMs, wanted);
  const around = covered.find(({ fromMs, toMs }) => fromMs <= start && start < toMs);
  return { fromMs: around?.fromMs ?? span.fromMs, toMs: span.toMs };
}

/** Time in which no bar opens needs none. */
function opensBar({ fromMs, toMs }: TimeSpan, { interval }: WantedSpan): boolean {
  return nextOpen(fromMs, { interval }) < toMs;
}

function nextOpen(timeMs: number, { interval }: Pick<WantedSpan, 'interval'>): number {
  const open = barOpen(timeMs, interval);
  return open < timeMs ? open + INTERVAL_MS[interval] : open;
}

function notHeld(missing: TimeSpan, covered: readonly TimeSpan[], wanted: WantedSpan): InputError {
  const { store, symbol, interval } = wanted;
  const text = ({ fromMs, toMs }: TimeSpan) => `${timeText(fromMs)} to ${timeText(toMs)}`;
  const flags = `--store ${store} --symbols ${symbol} --interval ${interval}`;
  return new InputError('store-span', {
    what: `the store does not hold ${symbol} ${interval} from ${text(missing)}`,
    place: { file: store },
    found: covered.length === 0 ? 'nothing' : covered.map(text).join(', '),
    allowed: 'a span that is there',
    hint: `Bring it with backtest download ${flags} --from ${timeText(missing.fromMs)} --to ${timeText(missing.toMs)}, or set --from and --to.`,
  });
}

/** As `--from` and `--to` take it. */
function timeText(timeMs: number): string {
  return new Date(timeMs)
    .toISOString()
    .replace(/T00:00:00\.000Z$/, '')
    .replace(/:00\.000Z$/, '');
}
