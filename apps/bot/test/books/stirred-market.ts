import { price, quantity } from '@org/domain';
import type { LocalBinance } from '@org/local-binance';
import { SeededRng } from '@org/simulator';

const MOST_RESTING = 40;
const SPREAD_TICKS = 300;

/** Lets somebody place, take and cancel near the best prices of BTCUSDT: what they do is drawn from a seed. */
export function stirredMarket({ world }: LocalBinance, seed: string): () => void {
  const rng = new SeededRng(seed);
  const hand = world.exchange.market('BTCUSDT');
  const resting: number[] = [];
  const size = () => quantity(1 + Math.floor(rng.uniform() * 50_000));

  const place = (now: number) => {
    const isBuy = rng.uniform() < 0.5;
    const best = hand.best(isBuy ? 'sell' : 'buy');
    if (best === null) return;
    const away = 1 + Math.floor(rng.uniform() * SPREAD_TICKS);
    const id = hand.place(isBuy ? 'buy' : 'sell', price(isBuy ? best - away : best + away), size(), now);
    if (id !== 0) resting.push(id);
  };
  const take = (now: number) => {
    const side = rng.uniform() < 0.5 ? 'buy' : 'sell';
    const best = hand.best(side === 'buy' ? 'sell' : 'buy');
    if (best !== null) hand.take(side, best, size(), now);
  };

  return () => {
    const now = world.marketTime.now();
    place(now);
    if (rng.uniform() < 0.3) take(now);
    const oldest = resting.length > MOST_RESTING ? resting.shift() : undefined;
    if (oldest !== undefined) hand.cancel(oldest, now);
  };
}
