import type { World } from '../../world/world.ts';
import type { Stream, SymbolStream } from '../stream-name.ts';
import { aggregateTradeFeed } from './aggregate-trade-feed.ts';
import { averagePriceFeed } from './average-price-feed.ts';
import { bookTickerFeed } from './book-ticker-feed.ts';
import { depthFeed } from './depth-feed.ts';
import type { Feed, Publish, SymbolFeedOptions } from './feed.ts';
import { feedOf } from './feed.ts';
import { klineFeed } from './kline-feed.ts';
import { partialDepthFeed } from './partial-depth-feed.ts';
import { referencePriceFeed } from './reference-price-feed.ts';
import { DAY_TICKER } from './tickers/day-ticker.ts';
import { MINI_TICKER } from './tickers/mini-ticker.ts';
import { allTickersFeed, tickerFeed } from './tickers/ticker-feed.ts';
import { windowTicker } from './tickers/window-ticker.ts';
import { tradeFeed } from './trade-feed.ts';

const UTC_8_MS = 8 * 3_600_000;

/** What makes the messages of a stream; null for a market that does not exist. */
export function openFeed(stream: Stream, world: World, publish: Publish): Feed | null {
  if (stream.kind === 'allMiniTickers') return allTickersFeed(world, publish, MINI_TICKER);
  if (stream.kind === 'allWindowTickers') return allTickersFeed(world, publish, windowTicker(stream.window));
  const { symbol } = stream;
  const record = world.records.markets.market(symbol);
  return record === undefined ? null : openOfSymbol(stream, { symbol, world, record, publish });
}

function openOfSymbol(stream: SymbolStream, options: SymbolFeedOptions): Feed {
  switch (stream.kind) {
    case 'trade':
      return tradeFeed(options);
    case 'aggTrade':
      return aggregateTradeFeed(options);
    case 'bookTicker':
      return bookTickerFeed(options);
    case 'depth':
      return depthFeed(options, stream.speedMs);
    case 'partialDepth':
      return partialDepthFeed(options, stream.levels, stream.speedMs);
    case 'kline':
      return klineFeed(options, stream.interval, stream.offset === null ? 0 : UTC_8_MS);
    case 'avgPrice':
      return averagePriceFeed(options);
    case 'miniTicker':
      return tickerFeed(options, MINI_TICKER);
    case 'ticker':
      return tickerFeed(options, DAY_TICKER);
    case 'windowTicker':
      return tickerFeed(options, windowTicker(stream.window));
    case 'referencePrice':
      return referencePriceFeed(options);
    case 'blockTrade':
      // Blocks are dealt off the book, and nobody deals in them here.
      return feedOf({});
  }
}
