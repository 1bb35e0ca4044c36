import { cpus } from 'node:os';
import { cmo, dema, ema, indicators, kama, rsi, sma, tema, wma } from '../src/index.ts';
import type { Row, RowStream } from '../src/index.ts';
import { agreeingPeers, timePeers } from './against-peers.ts';
import type { Rivalry } from './against-peers.ts';
import { worstDifference } from './difference.ts';
import { limits, measured, ofSession, ours } from './ours.ts';
import { median, timeInterleaved } from './rounds.ts';
import { randomBars } from './series.ts';
import type { AllColumns } from './series.ts';
import { yardstick } from './yardstick.ts';

/**
 * What a study of a long history and a live session of many symbols stand on: whole columns, bars one by one, and a
 * closed candle of 400 symbols. Every answer is checked first; figures are medians of five interleaved rounds. With
 * `--small` the answers are checked on little data, and nothing is timed.
 */
const seed = 41;
const isSmall = process.argv.includes('--small');
const barCount = isSmall ? 20_000 : 1_000_000;
const rounds = 5;

const bars = randomBars(barCount, seed, { step: 0.001 });
const misses: string[] = [];

/** One line: what was to be reached, what was, and whether it is enough. */
function report(target: string, figure: number, isMet: boolean, unit = ''): void {
  console.log(`${target}, ${figure.toPrecision(3)}${unit}, ${isMet ? 'met' : 'missed'}`);
  if (!isMet) misses.push(target);
}

function slice(columns: AllColumns, end: number): AllColumns {
  const { time, open, high, low, close, volume, benchmark } = columns;
  const cut = (column: Float64Array) => column.subarray(0, end);
  return {
    time: cut(time),
    open: cut(open),
    high: cut(high),
    low: cut(low),
    close: cut(close),
    volume: cut(volume),
    benchmark: cut(benchmark),
  };
}

const barAt = (columns: AllColumns, i: number) => ({
  time: columns.time[i] ?? NaN,
  open: columns.open[i] ?? NaN,
  high: columns.high[i] ?? NaN,
  low: columns.low[i] ?? NaN,
  close: columns.close[i] ?? NaN,
  volume: columns.volume[i] ?? NaN,
});

/** Batch and stream are written apart: where they agree to the bit, and with the peers, the answer is taken for right. */
function checkAgainstStream(row: Row): void {
  const part = slice(bars, 20_000);
  const batch = row.run(part);
  const stream = row.open();
  const streamed = row.outputs.map(() => new Float64Array(part.close.length));
  for (let i = 0; i < part.close.length; i += 1) {
    const values = stream.next(barAt(part, i));
    row.outputs.forEach((name, k) => streamed[k]?.fill(values[name] ?? NaN, i, i + 1));
  }
  row.outputs.forEach((name, k) => {
    if (worstDifference(batch[name] ?? [], streamed[k] ?? []) !== 0) throw new Error(`${row.name} is wrong`);
  });
}

const sums = new Float64Array(barCount);
const timeYardstick = () => yardstick(bars.close, sums);

/** What the yardstick takes just now, told: the machine is not as fast in every second. */
function yardNow(what: string): number {
  const yard = median(timeInterleaved({ yardstick: timeYardstick }, rounds).get('yardstick') ?? []);
  console.log(`yardstick ${yard.toFixed(3)} ms before ${what}`);
  return yard;
}

function timeColumns(): Map<string, number> {
  const jobs = { yardstick: timeYardstick, ...ours(bars), session: ofSession(bars) };
  const times = timeInterleaved(jobs, rounds, 8);
  return new Map(Array.from(times, ([name, all]) => [name, median(all)]));
}

function reportColumns(times: ReadonlyMap<string, number>, yard: number): void {
  for (const name of measured) {
    const figure = (times.get(name) ?? NaN) / yard;
    report(
      `${name} over 1,000,000 bars in at most ${limits[name]} yardsticks`,
      figure,
      figure <= limits[name],
    );
  }
  const session = (times.get('session') ?? NaN) / yard;
  report('vwap of the session in at most 4 yardsticks', session, session <= 4);
}

/** For each indicator how many times as fast as the fastest of all packages, and for each package over the ten. */
function reportPeers(rivalries: readonly Rivalry[]): void {
  for (const { name, own, copying, peers } of rivalries) {
    const all = peers.map(({ peer, time, isSame }) => {
      const ratio = `${peer} ${time.toFixed(1)} ms, ${(time / own).toFixed(1)} times`;
      return isSame ? ratio : `${ratio} (another definition)`;
    });
    console.log(`  ${name} ${own.toFixed(2)} ms (copying ${copying.toFixed(2)}): ${all.join('; ')}`);
  }
  for (const peer of new Set(rivalries.flatMap(({ peers }) => peers.map((one) => one.peer)))) {
    const ratios = rivalries.flatMap(({ own, peers }) =>
      peers.filter((one) => one.peer === peer).map(({ time }) => time / own),
    );
    console.log(`  ${peer}: the median of its ${ratios.length} is ${median(ratios).toFixed(1)} times`);
  }
  const fastest = rivalries.map(({ peers }) => Math.min(...peers.map(({ time }) => time)));
  const bounds = rivalries.map(({ copying }, i) => (fastest[i] ?? NaN) / copying);
  console.log(`  with nothing to compute: ${bounds.map((bound) => bound.toFixed(1)).join(', ')} times`);
  const figure = median(rivalries.map(({ own }, i) => (fastest[i] ?? NaN) / own));
  report('median of ten at least 10 times the fastest peer of each', figure, figure >= 10);
}

/** As in a session: other kinds have been streamed before, and the engine knows that anything may come. */
function reportStreams(): void {
  const feed = (open: () => { next(value: number): number }, length: number) => () => {
    const stream = open();
    let last = 0;
    for (let i = 0; i < length; i += 1) last = stream.next(bars.close[i]!);
    return last;
  };
  for (const other of [wma, dema, tema, cmo, kama]) feed(() => other.stream(), 100_000)();
  const length = 1_000_000;
  const scale = yardNow('the streams');
  const jobs = {
    sma: feed(() => sma.stream(), length),
    ema: feed(() => ema.stream(), length),
    rsi: feed(() => rsi.stream(), length),
  };
  for (const [name, all] of timeInterleaved(jobs, rounds, 8)) {
    const figure = (median(all) * 1e6) / length / scale;
    report(`a streaming ${name} in at most 10 ns a bar`, figure, figure <= 10, ' ns');
  }
}

function reportSymbols(): void {
  const names = [
    ...measured,
    'wma',
    'dema',
    'kama',
    'cci',
    'mfi',
    'willr',
    'aroon',
    'supertrend',
    'keltner',
    'stddev',
  ];
  const streams: RowStream[] = [];
  for (let symbol = 0; symbol < 400; symbol += 1) {
    for (const name of names) streams.push(indicators.get(name).open());
  }
  const candles = Array.from({ length: 400 }, (_, i) => barAt(bars, i));
  const close = (candle: (typeof candles)[number]) => () => {
    for (const stream of streams) stream.next(candle);
  };
  const scale = yardNow('the candle');
  for (const candle of candles) close(candle)();
  const jobs = Object.fromEntries(candles.slice(0, 9).map((candle, i) => [`candle ${i}`, close(candle)]));
  const figure = median([...timeInterleaved(jobs, rounds).values()].map(median)) / scale;
  report(
    'a closed candle of 400 symbols with 20 indicators each in at most 1.5 ms',
    figure,
    figure <= 1.5,
    ' ms',
  );
}

function reportGrowth(): void {
  const tenth = slice(bars, barCount / 10);
  const job = (name: string, columns: AllColumns, options: Record<string, number>) => {
    const row = indicators.get(name);
    const out = Object.fromEntries(
      row.outputs.map((output) => [output, new Float64Array(columns.close.length)]),
    );
    return () => row.fill(columns, out, options);
  };
  for (const name of ['sma', 'bbands', 'stoch', 'wma', 'max']) {
    const jobs = {
      short: job(name, bars, { period: 20 }),
      long: job(name, bars, { period: 1000 }),
      tenth: job(name, tenth, { period: 20 }),
    };
    const times = timeInterleaved(jobs, rounds, 4);
    const [short, long, part] = ['short', 'long', 'tenth'].map((key) => median(times.get(key) ?? []));
    const byPeriod = (long ?? NaN) / (short ?? NaN);
    report(`${name} over 1,000 bars takes at most 1.5 times that over 20`, byPeriod, byPeriod <= 1.5);
    const byBars = (short ?? NaN) / (part ?? NaN) / 10;
    report(`${name} of ten times the bars takes at most 1.5 times ten times as long`, byBars, byBars <= 1.5);
  }
}

const processor = cpus()[0]?.model ?? 'unknown processor';
console.log(`${processor} × ${cpus().length}, Node ${process.version}, seed ${seed}, ${barCount} bars`);
for (const name of measured) checkAgainstStream(indicators.get(name === 'vwap' ? 'rollingVwap' : name));
const same = agreeingPeers(bars);
if (isSmall) {
  for (const [name, names] of same)
    console.log(`${name}: stream and batch agree; the same from ${names.join(', ') || 'no peer'}`);
} else {
  const times = timeColumns();
  const yard = times.get('yardstick') ?? NaN;
  console.log(`yardstick ${yard.toFixed(3)} ms (absolute targets are for 1.0 ms)`);
  reportColumns(times, yard);
  reportStreams();
  reportSymbols();
  reportGrowth();
  reportPeers(timePeers(bars, same, rounds));
}
if (process.argv.includes('--check') && misses.length > 0) process.exitCode = 1;
