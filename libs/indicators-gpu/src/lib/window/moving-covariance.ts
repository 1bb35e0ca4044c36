import type { Memory } from '../indicator/memory.ts';
import { refreshEvery } from './moving-sum.ts';
import { meanFrom } from './moving-variance.ts';

/** How two series move together over a window, each as a sum of products of the distances to the window's means. */
export interface Covariance {
  /** Takes the next pair; true when the window is full. A pair with a NaN before the first one is passed over. */
  next(x: number, y: number): boolean;
  xx(): number;
  yy(): number;
  xy(): number;
}

/** See movingVariance: the same anchors and the same fresh sums, for two series. */
const worstCancellation = 1e4;

export function movingCovariance(memory: Memory, period: number): Covariance {
  const xs = memory.cells(period);
  const ys = memory.cells(period);
  const place = memory.fields({ seen: 0, oldest: 0, anchorX: 0, anchorY: 0 });
  const sums = memory.fields({ x: 0, y: 0, xx: 0, yy: 0, xy: 0, peakX: 0, peakY: 0 });
  const xx = () => sums.xx - (sums.x * sums.x) / period;
  const yy = () => sums.yy - (sums.y * sums.y) / period;
  const refresh = (): void => {
    const { oldest } = place;
    place.anchorX = meanFrom(xs, oldest);
    place.anchorY = meanFrom(ys, oldest);
    Object.assign(sums, { x: 0, y: 0, xx: 0, yy: 0, xy: 0 });
    for (let i = 0; i < period; i += 1) {
      const at = oldest + i < period ? oldest + i : oldest + i - period;
      add(xs[at]! - place.anchorX, ys[at]! - place.anchorY, 1);
    }
    sums.peakX = sums.xx;
    sums.peakY = sums.yy;
  };
  const add = (x: number, y: number, sign: 1 | -1): void => {
    sums.x += sign * x;
    sums.y += sign * y;
    sums.xx += sign * x * x;
    sums.yy += sign * y * y;
    sums.xy += sign * x * y;
  };
  const slide = (x: number, y: number, goneX: number, goneY: number): void => {
    add(x - place.anchorX, y - place.anchorY, 1);
    add(goneX - place.anchorX, goneY - place.anchorY, -1);
    sums.peakX = Math.max(sums.peakX, sums.xx);
    sums.peakY = Math.max(sums.peakY, sums.yy);
    if (xx() * worstCancellation < sums.peakX || yy() * worstCancellation < sums.peakY) refresh();
  };
  return {
    next: (x, y) => {
      if (x !== x || y !== y) return false;
      const { oldest, seen } = place;
      const goneX = xs[oldest]!;
      const goneY = ys[oldest]!;
      xs[oldest] = x;
      ys[oldest] = y;
      place.oldest = oldest + 1 === period ? 0 : oldest + 1;
      place.seen = seen + 1;
      if (seen + 1 < period) return false;
      if (seen + 1 === period || seen % refreshEvery === 0) refresh();
      else slide(x, y, goneX, goneY);
      return true;
    },
    xx: () => Math.max(xx(), 0),
    yy: () => Math.max(yy(), 0),
    xy: () => sums.xy - (sums.x * sums.y) / period,
  };
}
