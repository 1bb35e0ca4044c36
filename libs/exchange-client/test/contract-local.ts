import { price, quantity } from '@org/domain';
import type { LocalBinance } from '@org/local-binance';
import { startLocalBinance } from '@org/local-binance';
import { connectBinance } from '../src/lib/venues/binance/connect-binance.ts';
import { hmacSigner } from '../src/lib/signing/signer.ts';
import type { Scene, Situation } from '../src/testing.ts';
import { CONTRACT_CANDLES, LISTS, RESTING } from '../src/testing.ts';
import { HastyClock } from './hasty-clock.ts';

const KEY = { apiKey: 'k'.repeat(64), secret: 's'.repeat(64) };

/** A scene of the contract on an exchange of its own. */
export async function openLocalScene(situation: Situation): Promise<Scene> {
  const exchange = await startLocalBinance({
    ...{ speed: 0, market: [], startTime: CONTRACT_CANDLES.startMs },
    accounts: [{ accountId: 'me', balances: { USDT: '100000', BTC: '1' }, keys: [KEY] }],
  });
  makeMarket(exchange);
  const venue = connectBinance({
    ...{ origin: exchange.restUrl, signer: hmacSigner(KEY.apiKey, KEY.secret), clock: new HastyClock() },
    guard: { retries: 0 },
  });
  await venue.rest.synchronise();
  await venue.markets.read();
  if (situation === 'resting' || situation === 'traded') await venue.orders.place(RESTING);
  if (situation === 'listed') await venue.lists.placeList(LISTS.otoco);
  if (situation === 'traded') trade(exchange);
  if (situation === 'silent') exchange.faults.add({ kind: 'request', match: {}, answer: 'drop' });
  const close = async () => {
    await venue.close();
    await exchange.close();
  };
  return { venue, close };
}

/** Asks of 1 BTC at 40,000 and bids of 1 BTC at 39,000, and a last price of 40,000. */
function makeMarket({ world }: LocalBinance): void {
  const [hand, now] = [world.exchange.market('BTCUSDT'), world.marketTime.now()];
  hand.place('sell', price(4_000_000), quantity(100_000), now);
  hand.place('buy', price(3_900_000), quantity(100_000), now);
  hand.take('buy', price(4_000_000), quantity(1), now);
}

/** Somebody sells down to 20,000, where the order rests; then some minutes pass. */
function trade(exchange: LocalBinance): void {
  const { exchange: market, marketTime } = exchange.world;
  market.market('BTCUSDT').take('sell', price(2_000_000), quantity(110_000), marketTime.now());
  exchange.advance(10 * 60_000);
}
