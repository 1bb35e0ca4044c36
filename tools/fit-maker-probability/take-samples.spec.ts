import { SeededRng } from '@org/simulator';
import type { Capture, Level, LevelsChanged, Recorded } from './capture.ts';
import { recordedInstrument } from './recorded-capture.ts';
import { takeSamples } from './take-samples.ts';

const bids: readonly Level[] = [
  [10_000, 100_000],
  [9_900, 300_000],
];
const asks: readonly Level[] = [[10_001, 200_000]];

/** A market at 100 that shows a level a second, for so many seconds, and trades as given. */
function quiet(seconds: number, trades: readonly Recorded[] = []): Capture {
  const levels = Array.from({ length: seconds }, (_, second): LevelsChanged => ({
    kind: 'levels',
    time: second * 1_000,
    firstUpdateId: second + 2,
    lastUpdateId: second + 2,
    bids: [],
    asks: [],
  }));
  const events = [...trades, ...levels].sort((a, b) => a.time - b.time);
  return { snapshot: { lastUpdateId: 1, bids, asks }, events };
}

const sample = (capture: Capture, horizonMs = 2_000) =>
  takeSamples(capture, { instrument: recordedInstrument(), horizonMs, rng: new SeededRng(3) });

describe('samples of a capture', () => {
  it('start when volatility is known, and end when the horizon is', () => {
    // Eleven middles are there after 10 s; an order of 13 s ends after 15 s, which the message of 16 s shows.
    const times = sample(quiet(17)).map(({ time }) => time);
    expect([...new Set(times)]).toEqual([10_000, 11_000, 12_000, 13_000]);
    expect(times).toHaveLength(4 * 16);
  });

  it('are one moment a second, however often the levels change', () => {
    const { snapshot, events } = quiet(17);
    const twice = events.flatMap((event) => [event, { ...event, time: event.time + 100 }]);
    const ofOneSecond = sample({ snapshot, events: twice }).filter(
      ({ time }) => Math.floor(time / 1_000) === 11,
    );
    expect(ofOneSecond).toHaveLength(16);
  });

  it('rest half at the best price, half up to ten dollars behind it', () => {
    const behind = sample(quiet(17)).map(({ ticksBehind }) => ticksBehind);
    expect(behind.filter((ticks) => ticks === 0)).toHaveLength(32);
    const others = behind.filter((ticks) => ticks > 0);
    expect(others).toHaveLength(32);
    expect(Math.min(...others)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...others)).toBeLessThanOrEqual(1_000);
  });

  it('know the market at that moment', () => {
    const [first] = sample(quiet(17));
    expect(first?.features).toMatchObject({ spreadTicks: 1, volatilityBps: 0 });
    // 1 BTC rests at 100.00, 2 at 100.01
    expect(first?.features.depthAheadQuote).toBeCloseTo(100, 9);
    expect(first?.features.depthAgainstQuote).toBeCloseTo(200.02, 9);
  });

  it('have all that is better ahead of them', () => {
    const far = sample(quiet(17)).filter(
      ({ ticksBehind, features }) => ticksBehind > 100 && features.depthAheadQuote > 201,
    );
    // 100.00 · 1 + 99.00 · 3 for buyers far behind the best
    far.forEach(({ features }) => expect(features.depthAheadQuote).toBeCloseTo(397, 9));
    expect(far.length).toBeGreaterThan(0);
  });

  it('are not filled where nothing trades', () => {
    expect(sample(quiet(17)).filter(({ isFilled }) => isFilled)).toEqual([]);
  });

  it('are filled by trades that reach them within the horizon', () => {
    const flood = { kind: 'trade', time: 12_500, ticks: 8_000, lots: 10_000_000, aggressor: 'sell' } as const;
    const filled = sample(quiet(17, [flood])).filter(({ isFilled }) => isFilled);
    // All buyers of 11 and 12 s; the horizon of those of 10 s has ended.
    expect([...new Set(filled.map(({ time }) => time))]).toEqual([11_000, 12_000]);
    expect(filled).toHaveLength(16);
  });

  it('count a trade at the very end of the horizon, and none after', () => {
    const at = (time: number) =>
      ({ kind: 'trade', time, ticks: 8_000, lots: 10_000_000, aggressor: 'sell' }) as const;
    const filledOfFirst = (time: number) =>
      sample(quiet(17, [at(time)])).filter((each) => each.time === 10_000 && each.isFilled).length;
    expect([filledOfFirst(12_000), filledOfFirst(12_001)]).toEqual([8, 0]);
  });

  it('are the same for the same seed', () => {
    expect(sample(quiet(20))).toEqual(sample(quiet(20)));
  });
});
