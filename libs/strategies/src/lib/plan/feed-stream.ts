import type { Candle, Json } from '@org/domain';
import { InputError, canonicalJson, parseCanonicalJson } from '@org/domain';
import { z } from 'zod';
import type { FeedLayout } from './feed-layout.ts';
import type { FeedStream } from './feed-plan.ts';

const savedNumber = z.union([z.number(), z.enum(['NaN', '-0', 'Infinity', '-Infinity'])]);

const savedIndicator = z.object({
  indicator: z.string(),
  options: z.record(z.string(), z.union([z.number(), z.string()])),
  cells: z.array(savedNumber),
});

/** The newest values are canonical JSON, which keeps NaN, and every bit of the others. */
const savedFeed = z.object({ values: z.string(), indicators: z.array(savedIndicator) });

const savedValues = z.array(z.union([z.number(), z.nan()]));

/** Computes values bar by bar. */
export function openFeedStream({ symbol, interval, width, indicators }: FeedLayout): FeedStream {
  const streams = Array.from(indicators.values(), ({ row, options, source, depth, address }) => {
    return { outputs: row.outputs, depth, address, stream: row.open(options, source ?? undefined) };
  });
  let newest = new Array<number>(width).fill(NaN);

  const next = ({ openTime: time, open, high, low, close, volume }: Candle): number[] => {
    const values = newest.slice();
    for (const { outputs, depth, address, stream } of streams) {
      const computed = stream.next({ time, open, high, low, close, volume });
      let at = address;
      for (const output of outputs) {
        values.copyWithin(at + 1, at, at + depth - 1);
        values[at] = computed[output] ?? NaN;
        at += depth;
      }
    }
    newest = values;
    return values.slice();
  };

  const snapshot = (): Json => ({
    values: canonicalJson(newest),
    indicators: streams.map(({ stream }) => {
      const { indicator, options, cells } = stream.snapshot();
      return { indicator, options, cells: [...cells] };
    }),
  });

  const restore = (saved: Json): void => {
    const feed = savedFeed.safeParse(saved);
    if (!feed.success || feed.data.indicators.length !== streams.length) {
      throw new InputError('feed-snapshot', {
        what: `the saved indicator values of ${symbol} ${interval} cannot be gone on with`,
        found: feed.success ? `${feed.data.indicators.length} indicators` : 'something else',
        allowed: `a snapshot of ${streams.length} indicators`,
      });
    }
    const values = savedValues.parse(parseCanonicalJson(feed.data.values));
    streams.forEach(({ stream }, index) => {
      const part = feed.data.indicators[index];
      if (part !== undefined) stream.restore(part);
    });
    newest = values;
  };

  return { next, snapshot, restore };
}
