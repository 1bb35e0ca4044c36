import type { Field, LooseBar, WholeBar } from './bar.ts';

/** Takes what an indicator needs out of a bar; false at a hole, where something is missing or not finite. */
export type BarReader = (bar: LooseBar) => boolean;

/**
 * What is read into. A class of its own keeps it apart from records that hold columns or functions under the same names: an
 * engine that has met one takes every field of all of them for a reference, and makes an object of each number.
 */
class BarRead implements Record<Field, number> {
  time = NaN;
  open = NaN;
  high = NaN;
  low = NaN;
  close = NaN;
  volume = NaN;
  benchmark = NaN;
}

/** The bar that was read last, for the readers. */
export const read = /* @__PURE__ */ new BarRead();

/**
 * The same, for the step that takes it at once. All steps read it, so it never leaves the nearest cache; and numbers that
 * stand in it need not be wrapped into objects to be handed from function to function.
 */
export const barRead: WholeBar = read;

/** Takes the value of one field; false when it is not finite. Each writes under a name of its own, as is fastest. */
export const valueReaders: Readonly<Record<Field, (value: number) => boolean>> = {
  time: (value) => {
    read.time = value;
    return value - value === 0;
  },
  open: (value) => {
    read.open = value;
    return value - value === 0;
  },
  high: (value) => {
    read.high = value;
    return value - value === 0;
  },
  low: (value) => {
    read.low = value;
    return value - value === 0;
  },
  close: (value) => {
    read.close = value;
    return value - value === 0;
  },
  volume: (value) => {
    read.volume = value;
    return value - value === 0;
  },
  benchmark: (value) => {
    read.benchmark = value;
    return value - value === 0;
  },
};

const readClose: BarReader = ({ close = NaN }) => {
  read.close = close;
  return close - close === 0;
};

const readRange: BarReader = ({ high = NaN, low = NaN }) => {
  read.high = high;
  read.low = low;
  return high - high + (low - low) === 0;
};

const readPrices: BarReader = ({ high = NaN, low = NaN, close = NaN }) => {
  read.high = high;
  read.low = low;
  read.close = close;
  return high - high + (low - low) + (close - close) === 0;
};

const readTrades: BarReader = ({ high = NaN, low = NaN, close = NaN, volume = NaN }) => {
  read.high = high;
  read.low = low;
  read.close = close;
  read.volume = volume;
  return high - high + (low - low) + (close - close) + (volume - volume) === 0;
};

const readVolume: BarReader = ({ close = NaN, volume = NaN }) => {
  read.close = close;
  read.volume = volume;
  return close - close + (volume - volume) === 0;
};

const readSession: BarReader = ({ time = NaN, high = NaN, low = NaN, close = NaN, volume = NaN }) => {
  read.time = time;
  read.high = high;
  read.low = low;
  read.close = close;
  read.volume = volume;
  return time - time + (high - high) + (low - low) + (close - close) + (volume - volume) === 0;
};

/** Each field is read under its own name, which is several times as fast as under one that changes. */
const written = new Map<string, BarReader>([
  ['close', readClose],
  ['high,low', readRange],
  ['high,low,close', readPrices],
  ['high,low,close,volume', readTrades],
  ['close,volume', readVolume],
  ['time,high,low,close,volume', readSession],
]);

/** How the inputs are read out of a bar, each from the field of the same place in `fields`. */
export function barReader(inputs: readonly Field[], fields: readonly Field[]): BarReader {
  const reader = inputs.join() === fields.join() ? written.get(inputs.join()) : undefined;
  if (reader !== undefined) return reader;
  const readers = inputs.map((input) => valueReaders[input]);
  return (bar) => {
    let isWhole = true;
    for (let i = 0; i < readers.length; i += 1) {
      if (!readers[i]!(bar[fields[i]!] ?? NaN)) isWhole = false;
    }
    return isWhole;
  };
}
