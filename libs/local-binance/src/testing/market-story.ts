import { price, quantity } from '@org/domain';
import type { LocalBinance } from '../lib/start/start-local-binance.ts';

const MINUTE_MS = 60_000;

/**
 * What happens to BTCUSDT in the first two and a half minutes, in ticks of 0.01 and lots of 0.00001:
 *
 * - at 0:00 somebody buys 0.5 at 42,000, from a seller of 2;
 * - at 0:00.2 somebody buys 2 at up to 42,100: 1.5 at 42,000 and 0.5 at 42,100;
 * - at 1:00.2 somebody sells 1 at 41,900 to a buyer of 3;
 * - at 2:30.2 it is now: bids 2 at 41,900 and 1 at 41,800, an ask of 1.5 at 42,100.
 */
export function tellStory(exchange: LocalBinance): void {
  const hand = exchange.world.exchange.market('BTCUSDT');
  const now = () => exchange.world.marketTime.now();
  hand.place('sell', price(4_200_000), quantity(200_000), now());
  hand.place('sell', price(4_210_000), quantity(200_000), now());
  hand.place('buy', price(4_190_000), quantity(300_000), now());
  hand.place('buy', price(4_180_000), quantity(100_000), now());
  hand.take('buy', price(4_200_000), quantity(50_000), now());
  exchange.advance(200);
  hand.take('buy', price(4_210_000), quantity(200_000), now());
  exchange.advance(MINUTE_MS);
  hand.take('sell', price(4_190_000), quantity(100_000), now());
  exchange.advance(1.5 * MINUTE_MS);
}
