import { Every } from './every.ts';
import type { Feed, SymbolFeedOptions } from './feed.ts';
import { feedOf } from './feed.ts';

/** `<symbol>@referencePrice`: every second that there is none, as this exchange's symbols have none. */
export function referencePriceFeed({ symbol, world, publish }: SymbolFeedOptions): Feed {
  const due = new Every(1000, world.marketTime.now());
  return feedOf({
    advance: (now) => {
      if (due.isDue(now)) publish((time) => ({ e: 'referencePrice', s: symbol, r: null, t: time(now) }));
    },
  });
}
