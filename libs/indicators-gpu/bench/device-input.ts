import type { Bar, DeviceInput } from '../src/index.ts';

type SeriesColumns = Readonly<Record<keyof Bar, Float64Array>>;

/** Series of the same length, one behind the other, as a device takes them. */
export function deviceInput(series: readonly SeriesColumns[]): DeviceInput {
  const bars = series[0]?.close.length ?? 0;
  const joined = (field: keyof Bar): Float64Array => {
    const column = new Float64Array(series.length * bars);
    series.forEach((columns, s) => column.set(columns[field], s * bars));
    return column;
  };
  return {
    ...{ series: series.length, bars, time: joined('time'), open: joined('open'), high: joined('high') },
    ...{ low: joined('low'), close: joined('close'), volume: joined('volume') },
  };
}
