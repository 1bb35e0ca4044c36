import type { CandleSeries } from '@org/domain';
import { INTERVAL_MS } from '@org/domain';

/** 2023-01-01 00:00 UTC. */
const START_MS = Date.UTC(2023, 0);

/** Minutes of a market whose price walks by cents, from a seed: as many different numbers as a real one has. */
export function minutes(bars: number, seed: number): CandleSeries {
  const next = chance(seed);
  const column = () => new Float64Array(bars);
  const series: CandleSeries = {
    ...{ symbol: 'BTCUSDT', interval: '1m', openTime: column(), open: column(), high: column() },
    ...{ low: column(), close: column(), volume: column() },
  };
  let cents = 4_000_000;
  for (let bar = 0; bar < bars; bar++) {
    const open = cents;
    cents = Math.max(100_000, open + Math.round((next() - 0.5) * 4000));
    series.openTime[bar] = START_MS + bar * INTERVAL_MS['1m'];
    series.open[bar] = open / 100;
    series.high[bar] = (Math.max(open, cents) + Math.round(next() * 1000)) / 100;
    series.low[bar] = (Math.min(open, cents) - Math.round(next() * 1000)) / 100;
    series.close[bar] = cents / 100;
    series.volume[bar] = Math.round(next() * next() * 1e8) / 1e5;
  }
  return series;
}

/** Numbers from 0 to 1 by a linear congruence: the same ones for the same seed. */
function chance(seed: number): () => number {
  let state = BigInt(seed);
  return () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number(state >> 32n) / 2 ** 32;
  };
}
