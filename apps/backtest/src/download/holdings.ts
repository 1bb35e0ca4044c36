import type { Interval } from '@org/domain';
import type { CandleStore, Stretch, TimeSpan } from '@org/market-data';
import { gapsWithin, spansBeside } from '@org/market-data';
import type { Surroundings } from '../surroundings.ts';

/** What is to be said of the store after a download. */
export interface Holdings {
  readonly symbols: readonly string[];
  readonly interval: Interval;
  readonly span: TimeSpan;
  /** How many bars have been added. */
  readonly added: number;
  readonly paint: Surroundings['paint'];
}

/** More gaps of a market than these are counted, not shown. */
const SHOWN_GAPS = 10;

/** What the store holds of each market in a span: its bars, where the market has none, and what is still missing. */
export async function describeHoldings(store: CandleStore, holdings: Holdings): Promise<string> {
  const { symbols, interval, span, added, paint } = holdings;
  const lines: string[] = [];
  let bars = 0;
  for (const symbol of symbols) {
    const { series, covered } = await store.read({ symbol, interval }, span);
    const { fromMs, toMs } = {
      fromMs: covered[0]?.fromMs ?? span.fromMs,
      toMs: covered.at(-1)?.toMs ?? span.fromMs,
    };
    bars += series.openTime.length;
    const missing = spansBeside(covered, span);
    const gaps = gapsWithin(series, fromMs, toMs).filter(
      ({ openTime }) => !missing.some((open) => openTime >= open.fromMs && openTime < open.toMs),
    );
    lines.push(
      `${paint('bold', `${symbol} ${interval}`)}  ${counted(series.openTime.length, 'bar')} from ${text(fromMs)} to ${text(toMs)}, ${gapsText(gaps)}`,
      ...gaps
        .slice(0, SHOWN_GAPS)
        .map((gap) => `  gap: ${counted(gap.bars, 'bar')} from ${text(gap.openTime)}`),
      ...(gaps.length > SHOWN_GAPS ? [`  and ${gaps.length - SHOWN_GAPS} further gaps`] : []),
      ...missing.map(
        (open) => `  ${paint('yellow', 'not downloaded yet')}: ${text(open.fromMs)} to ${text(open.toMs)}`,
      ),
    );
  }
  lines.push(
    `${counted(added, 'bar')} added; ${counted(bars, 'bar')} of this span ${bars === 1 ? 'is' : 'are'} in ${store.folder}`,
  );
  return `${lines.join('\n')}\n`;
}

function gapsText(gaps: readonly Stretch[]): string {
  if (gaps.length === 0) return 'no gap';
  const bars = gaps.reduce((sum, gap) => sum + gap.bars, 0);
  return `${counted(gaps.length, 'gap')} of ${counted(bars, 'bar')}`;
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;
}

function text(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 16).replace('T', ' ');
}
