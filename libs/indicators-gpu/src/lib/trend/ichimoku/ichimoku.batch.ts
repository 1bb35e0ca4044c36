import { sumOfNothing } from '../../window/finite.ts';
import { middleBatch } from '../../window/extremes/extreme-batch.ts';

/** The bars of the three windows. */
export interface IchimokuPeriods {
  readonly tenkan: number;
  readonly kijun: number;
  readonly senkou: number;
}

/** All five lines; false when a value was not finite. */
export function ichimokuBatch(
  periods: IchimokuPeriods,
  high: Float64Array,
  low: Float64Array,
  close: Float64Array,
  lines: readonly Float64Array[],
): boolean {
  const [tenkan, kijun, senkouA, senkouB, chikou] = lines;
  if (!tenkan || !kijun || !senkouA || !senkouB || !chikou) return false;
  const isDone =
    sumOfNothing(close) === 0 &&
    middleBatch(periods.tenkan, high, low, tenkan) &&
    middleBatch(periods.kijun, high, low, kijun) &&
    middleBatch(periods.senkou, high, low, senkouB);
  if (!isDone) return false;
  for (let i = 0; i < close.length; i += 1) senkouA[i] = (tenkan[i]! + kijun[i]!) / 2;
  chikou.set(close);
  return true;
}
