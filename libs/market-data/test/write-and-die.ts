import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CandleStore } from '../src/lib/store/candle-store.ts';
import { MINUTE, range, sampleSeries, START } from '../src/testing/sample-candles.ts';

/** A process of its own that writes minutes, so many at a time, and kills itself in the midst of it: `folder from times`. */
const [folder = '', from = '0', times = '1'] = process.argv.slice(2);
const MANY = 5000;
const PARTIAL = join(folder, 'BTCUSDT', '1m', '.2024-01.parquet.partial');

const store = await CandleStore.open(folder);
const write = (bar: number) => {
  const series = sampleSeries('BTCUSDT', '1m', range(bar + MANY).slice(bar));
  return store.add(series, { fromMs: START + bar * MINUTE, toMs: START + (bar + MANY) * MINUTE });
};
let bar = Number(from);
for (let count = 0; count < Number(times); count++, bar += MANY) await write(bar);
void write(bar);
setInterval(() => {
  if (existsSync(PARTIAL)) process.kill(process.pid, 'SIGKILL');
});
