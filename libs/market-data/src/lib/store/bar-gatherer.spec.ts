import type { CandleSeries } from '@org/domain';
import { DAY, HOUR, MINUTE, range, sampleSeries, START } from '../../testing/sample-candles.ts';
import { seriesOf } from '../series/candle-columns.ts';
import { BarGatherer } from './bar-gatherer.ts';
import type { TimeSpan } from './time-spans.ts';

/** A store that only remembers what it was given. */
function gathering() {
  const written: { readonly series: CandleSeries; readonly span: TimeSpan }[] = [];
  const add = (series: CandleSeries, { fromMs, toMs }: TimeSpan) => {
    written.push({ series, span: { fromMs, toMs } });
    return Promise.resolve();
  };
  return { written, gatherer: new BarGatherer({ add }) };
}

const minutes = (from: number, to: number, symbol = 'BTCUSDT') =>
  sampleSeries(symbol, '1m', range(to).slice(from));
const span = (from: number, to: number) => ({ fromMs: START + from * MINUTE, toMs: START + to * MINUTE });
/** January 2024 has so many minutes. */
const JANUARY = 31 * 24 * 60;

describe('pages of bars', () => {
  it('are gathered until a file is full, and then written as one', async () => {
    const { written, gatherer } = gathering();
    const days = Array.from({ length: 15 }, (_, day) => day);
    for (const day of days)
      await gatherer.add(minutes(day * 1440, (day + 1) * 1440), span(day * 1440, (day + 1) * 1440));
    expect(written).toEqual([]);
    await gatherer.add(seriesOf('BTCUSDT', '1m', []), span(15 * 1440, JANUARY));
    expect(written).toEqual([{ series: minutes(0, 15 * 1440), span: span(0, JANUARY) }]);
  });

  it('are written before there are too many of them', async () => {
    const { written, gatherer } = gathering();
    for (let page = 0; page < 26; page++) {
      await gatherer.add(minutes(page * 1000, (page + 1) * 1000), span(page * 1000, (page + 1) * 1000));
    }
    expect(written.map(({ span: { toMs } }) => toMs)).toEqual([span(0, 25_000).toMs]);
    await gatherer.flush();
    expect(written.at(-1)).toEqual({ series: minutes(25_000, 26_000), span: span(25_000, 26_000) });
    await gatherer.flush();
    expect(written).toHaveLength(2);
  });

  it('of several markets, and of several spans of one, are kept apart', async () => {
    const { written, gatherer } = gathering();
    await Promise.all([
      gatherer.add(minutes(0, 10), span(0, 10)),
      gatherer.add(minutes(100, 110), span(100, 110)),
      gatherer.add(minutes(0, 10, 'ETHUSDT'), span(0, 10)),
    ]);
    await Promise.all([
      gatherer.add(minutes(10, 20), span(10, 20)),
      gatherer.add(minutes(110, 120), span(110, 120)),
    ]);
    await gatherer.flush();
    expect(written).toEqual([
      { series: minutes(0, 10, 'ETHUSDT'), span: span(0, 10) },
      { series: minutes(0, 20), span: span(0, 20) },
      { series: minutes(100, 120), span: span(100, 120) },
    ]);
  });

  it('reach over the end of a file where a page does', async () => {
    const { written, gatherer } = gathering();
    const day = { fromMs: START + 365 * DAY, toMs: START + 367 * DAY };
    const series = sampleSeries('BTCUSDT', '1h', range(48), day.fromMs);
    await gatherer.add(series, day);
    expect(written).toEqual([{ series, span: day }]);
    expect(series.openTime.length * HOUR).toBe(2 * DAY);
  });
});
