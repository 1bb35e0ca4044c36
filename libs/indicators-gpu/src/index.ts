export { indicators } from './lib/catalogue.ts';
export { accbands, alma, bbands, dema, donchian, ema, hma, kama, keltner } from './lib/chapters/overlap.ts';
export { ma, midpoint, midprice, rollingVwap, sar, sarext, sma, t3, tema } from './lib/chapters/overlap.ts';
export { trima, vwap, wma } from './lib/chapters/overlap.ts';
export { atrStop, chandelier, ichimoku, supertrend, vortex } from './lib/chapters/trend.ts';
export { adx, adxr, apo, aroon, aroonosc, bop, cci, cmo, connorsRsi, dx } from './lib/chapters/momentum.ts';
export { elderRay, fisher, imi, macd, macdext, macdfix, mfi, minusDi } from './lib/chapters/momentum.ts';
export { minusDm, mom, plusDi, plusDm, ppo, roc, rocp, rocr, rocr100, rsi } from './lib/chapters/momentum.ts';
export { stoch, stochf, stochrsi, trix, tsi, ultosc, willr } from './lib/chapters/momentum.ts';
export { atr, chop, natr, trange } from './lib/chapters/volatility.ts';
export { ad, adosc, cmf, kvo, obv } from './lib/chapters/volume.ts';
export { avgprice, heikinAshi, medprice, typprice, wclprice } from './lib/chapters/price.ts';
export { avgdev, beta, correl, linearreg, linearregAngle } from './lib/chapters/statistics.ts';
export { linearregIntercept, linearregSlope, max, min, stddev, tsf } from './lib/chapters/statistics.ts';
export { variance } from './lib/chapters/statistics.ts';
export { pivotPoints, pivots, rollingPivots, zigzag } from './lib/chapters/structure.ts';

export { createDevice } from './lib/device/create-device.ts';
export { acceleratedIndicators } from './lib/device/backends/accelerator.ts';
export { grid } from './lib/device/input/parameter-sets.ts';
export { BackendUnavailableError } from './lib/errors/backend-unavailable-error.ts';
export { ColumnError } from './lib/errors/column-error.ts';
export { DeviceError } from './lib/errors/device-error.ts';
export { IndicatorError } from './lib/errors/indicator-error.ts';
export { OptionError } from './lib/errors/option-error.ts';
export { OutputError } from './lib/errors/output-error.ts';
export { SnapshotError } from './lib/errors/snapshot-error.ts';
export { UnknownIndicatorError } from './lib/errors/unknown-indicator-error.ts';
export { memoise } from './lib/indicator/memoise.ts';
export { maTypes } from './lib/smoothing/moving-average.ts';

export type { Adapter, Backend } from './lib/device/backend.ts';
export type { DeviceOptions } from './lib/device/create-device.ts';
export type { ChunkTaker, Device, DeviceChunk, DeviceResult } from './lib/device/device.ts';
export type { DeviceRequest } from './lib/device/input/job.ts';
export type { DeviceInput } from './lib/device/input/market.ts';
export type { Grid, ParameterLists, ParameterSet } from './lib/device/input/parameter-sets.ts';
export type { Bar, Field, LooseBar } from './lib/indicator/bar.ts';
export type { Column, LooseColumns, OutColumn } from './lib/indicator/column.ts';
export type { Group, Refusal, TalibTwin, Unit } from './lib/indicator/definition.ts';
export type {
  ChoiceOption,
  GivenOptions,
  LooseOptions,
  NumberOption,
  OptionSpecs,
  OptionsOf,
} from './lib/indicator/option.ts';
export type { Registry } from './lib/indicator/registry.ts';
export type { OptionRow, Row, RowStream } from './lib/indicator/row.ts';
export type { SavedNumber, Snapshot } from './lib/indicator/snapshot.ts';
export type { StreamControl } from './lib/indicator/live.ts';
export type { LineIndicator, LineStream, LinesIndicator, LinesStream } from './lib/indicator/typed.ts';
export type { MaType } from './lib/smoothing/moving-average.ts';
