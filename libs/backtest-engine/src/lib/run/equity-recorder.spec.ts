import type { CandleSeries } from '@org/domain';
import { sampleMarket } from '../../../test/sample-market.ts';
import { EquityRecorder } from './equity-recorder.ts';
import { RunMemory } from './run-memory.ts';

const HOUR_MS = 3_600_000;
const START = Date.UTC(2022, 0, 1);

/** Hours of which the third is missing. */
const [first, second, fourth] = [START + HOUR_MS, START + 2 * HOUR_MS, START + 4 * HOUR_MS];
const series: CandleSeries = {
  ...sampleMarket({ bars: 3 }),
  openTime: Float64Array.of(START, START + HOUR_MS, START + 3 * HOUR_MS),
};

describe('the equity at the closes of one series', () => {
  it('has the times of those closes, gaps and all', () => {
    const recorder = new EquityRecorder([series], new RunMemory());
    for (const [bar, time] of [first, second, fourth].entries()) recorder.record(time, 100 + bar);
    const { time, value } = recorder.columns();
    expect([...value]).toEqual([100, 101, 102]);
    expect(time).toHaveLength(3);
    expect([0, 1, 2, 3, -1, -3, -4].map((place) => time.at(place))).toEqual([
      ...[first, second, fourth, undefined],
      ...[fourth, first, undefined],
    ]);
  });

  it('takes in what was written behind it, without times', () => {
    const recorder = new EquityRecorder([series], new RunMemory());
    recorder.record(first, 100);
    recorder.value[recorder.length] = 101;
    expect(recorder.growTo(2)).toBe(1);
    recorder.record(fourth, 102);
    const { time, value } = recorder.columns();
    expect(recorder).toHaveLength(3);
    expect([...value]).toEqual([100, 101, 102]);
    expect([0, 1, 2, 3].map((place) => time.at(place))).toEqual([first, second, fourth, undefined]);
  });

  it('begins at the first bar that counts', () => {
    const recorder = new EquityRecorder([series], new RunMemory());
    recorder.record(second, 100);
    recorder.record(fourth, 101);
    const { time, value } = recorder.columns();
    expect([...value]).toEqual([100, 101]);
    expect([0, 1, 2].map((place) => time.at(place))).toEqual([second, fourth, undefined]);
  });
});

describe('the equity at the closes of several series', () => {
  it('has one point where they close together, the last', () => {
    const recorder = new EquityRecorder([series, series], new RunMemory());
    recorder.record(first, 100);
    recorder.record(first, 90);
    recorder.record(fourth, 95);
    const { time, value } = recorder.columns();
    expect([...value]).toEqual([90, 95]);
    expect([0, 1, 2].map((place) => time.at(place))).toEqual([first, fourth, undefined]);
  });
});
