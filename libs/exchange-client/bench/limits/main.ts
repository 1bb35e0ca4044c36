import { join } from 'node:path';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { Figure } from '@org/bench';
import { isMet, lineOf, machine, startChild } from '@org/bench';
import { connectBinance, hmacSigner, systemClock } from '../../src/index.ts';
import { httpTransport } from '../../src/lib/transport/http-transport.ts';
import type { Offered } from './load.ts';
import { offer } from './load.ts';
import { HALF_A_MINUTE, TEN_MINUTES } from './permitted.ts';
import type { CountedWindow, Seen } from './served.ts';
import { isSeen, servedBy } from './served.ts';
import { watchedTransport } from './watched-transport.ts';

/**
 * Ten real minutes against an exchange with limits a tenth as high, with three times the permitted load: no ban, nothing
 * sent during a back-off, and the permitted weight used. `--small` is half a minute with as much for windows of ten
 * seconds; with `--check` a miss is exit code 1.
 */
const isSmall = process.argv.includes('--small');
const permitted = isSmall ? HALF_A_MINUTE : TEN_MINUTES;
const AROUND_MS = 300;

const { child, said } = await startChild(join(import.meta.dirname, 'exchange.ts'), isSmall ? ['small'] : []);
const { restUrl, apiKey, secret } = servedBy(said);
const transport = watchedTransport(httpTransport({ origin: restUrl }));
const signer = hmacSigner(apiKey, secret);
const binance = connectBinance({ origin: restUrl, transport, signer, clock: systemClock });
const read = await binance.markets.read();
if (read.kind === 'unread') throw new Error(read.reason);

const offered: Offered = { weight: 0, orders: 0, ordersPlaced: 0, refusals: 0 };
const firstMs = (Math.floor(Date.now() / permitted.windowMs) + 1) * permitted.windowMs;
const endMs = firstMs + permitted.windows * permitted.windowMs;
await setTimeout(firstMs - Date.now());
const stop = offer(binance, permitted, offered);
await setTimeout(endMs - Date.now() - AROUND_MS);
stop();
const wanted = { ...offered };
await setTimeout(AROUND_MS / 2);
const asked = new Promise<unknown>((resolve) => child.once('message', resolve));
const ended = once(child, 'exit');
child.send('end');
const seen = await asked;
if (!isSeen(seen)) throw new Error(`The exchange has seen something else: ${JSON.stringify(seen)}`);
await binance.close();
await ended;

console.log(`${machine()}; ${new Date(firstMs).toISOString()}`);
const windows = seen.windows.filter(({ startMs }) => startMs >= firstMs && startMs < endMs);
for (const window of windows) console.log(lineOfWindow(window));
for (const figure of figuresOf(seen, wanted, windows, transport.sentDuringBackOff)) {
  console.log(lineOf(figure, 1));
  if (process.argv.includes('--check') && !isMet(figure, 1)) process.exitCode = 1;
}

function lineOfWindow({ startMs, weight }: CountedWindow): string {
  const time = new Date(startMs).toISOString().slice(11, 19);
  return `${time}  ${weight} of ${permitted.weight} used`;
}

function figuresOf(
  { bans, silences, duringSilence }: Seen,
  { weight, orders, ordersPlaced, refusals }: Offered,
  counted: readonly CountedWindow[],
  sentDuringBackOff: number,
): readonly Figure[] {
  const weightPermitted = permitted.windows * permitted.weight;
  const ordersPermitted = (permitted.windows * permitted.windowMs * permitted.ordersEach10s) / 10_000;
  const used = counted.reduce((sum, window) => sum + window.weight, 0) / weightPermitted;
  const atMost = (value: number) => ({ kind: 'atMost', value, isScaled: false }) as const;
  const atLeast = (value: number) => ({ kind: 'atLeast', value, isScaled: false }) as const;
  const tries = `${orders} wanted, ${ordersPlaced} placed of ${ordersPermitted} permitted`;
  return [
    { name: 'bans', value: bans, unit: 'bans', bar: atMost(0), note: '' },
    {
      ...{ name: 'requests sent during a back-off', value: sentDuringBackOff, unit: 'requests' },
      ...{ bar: atMost(0), note: `silence was asked for ${silences} times though there was room` },
    },
    {
      ...{ name: 'requests that came later than a second into a back-off', value: duringSilence },
      ...{ unit: 'requests', bar: atMost(0), note: '' },
    },
    {
      ...{
        name: 'answers with 429 or 418 besides',
        value: refusals - silences,
        unit: 'answers',
        bar: atMost(0),
      },
      note: '',
    },
    {
      ...{ name: 'offered weight over permitted', value: weight / weightPermitted, unit: 'times' },
      ...{ bar: atLeast(2.9), note: `${weight} of ${weightPermitted}` },
    },
    { name: 'used weight over permitted', value: used, unit: 'times', bar: atLeast(0.9), note: '' },
    {
      ...{ name: 'offered orders over permitted', value: orders / ordersPermitted, unit: 'times' },
      ...{ bar: atLeast(2.9), note: tries },
    },
  ];
}
