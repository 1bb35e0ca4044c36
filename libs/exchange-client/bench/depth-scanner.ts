import { cpus } from 'node:os';
import { BUILT_IN_INSTRUMENTS } from '@org/domain';
import { DepthScanner } from '../src/index.ts';

/**
 * What a depth message of 20 bids and 20 asks costs from its bytes to typed arrays, beside `JSON.parse` and `Number` on the
 * same bytes. Both must read the same sum. Medians of nine interleaved rounds.
 *
 * node --conditions=@org/source libs/exchange-client/bench/depth-scanner.ts
 */
const ROUNDS = 9;
const MESSAGES = 10_000;
const SEED = 7;
const MIDDLE_TICKS = 6_183_763;

const instrument = BUILT_IN_INSTRUMENTS.get('BTCUSDT');
if (instrument === undefined) throw new Error('BTCUSDT is not built in.');
const scanner = new DepthScanner(instrument);

let state = SEED;
const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;

function level(sign: number): readonly [string, string] {
  const ticks = MIDDLE_TICKS + sign * (1 + Math.floor(next() * 3000));
  const quantity = next() < 0.5 ? 0 : next() * 3;
  return [`${(ticks / 100).toFixed(2)}000000`, `${quantity.toFixed(5)}000`];
}

const messages = Array.from({ length: MESSAGES }, (_, id) => {
  const [b, a] = [-1, 1].map((sign) => Array.from({ length: 20 }, () => level(sign)));
  return Buffer.from(
    JSON.stringify({ e: 'depthUpdate', E: 1_723_161_255_208, s: 'BTCUSDT', U: id, u: id, b, a }),
  );
});

function scanned(): number {
  let sum = 0;
  for (const bytes of messages) {
    const message = scanner.scan(bytes);
    if (message.kind !== 'depth') throw new Error(message.reason);
    const { ticks, quantities, count } = message.update.asks;
    sum += (ticks[count - 1] ?? NaN) + (quantities[count - 1] ?? NaN);
  }
  return sum;
}

interface Wire {
  readonly b: readonly (readonly [string, string])[];
  readonly a: readonly (readonly [string, string])[];
}

const isWire = (body: unknown): body is Wire => typeof body === 'object' && body !== null && 'b' in body;

function wireOf(bytes: Buffer): Wire {
  const body: unknown = JSON.parse(bytes.toString());
  if (isWire(body)) return body;
  throw new Error('not a depth message');
}

function parsed(): number {
  let sum = 0;
  for (const bytes of messages) {
    const wire = wireOf(bytes);
    const [bids, asks] = [wire.b, wire.a].map((side) =>
      side.map(([p, q]) => [Math.round(Number(p) * 100), Number(q)]),
    );
    if (bids?.length !== 20) throw new Error('20 bids are due');
    const [ticks = NaN, quantity = NaN] = asks?.at(-1) ?? [];
    sum += ticks + quantity;
  }
  return sum;
}

if (scanned() !== parsed()) throw new Error('the two ways disagree');
if (scanner.fallbacks > 0) throw new Error('the fast way was not taken');

const ways = [scanned, parsed];
const rounds = Array.from({ length: ROUNDS }, () =>
  ways.map((way) => {
    const start = performance.now();
    way();
    return ((performance.now() - start) / MESSAGES) * 1000;
  }),
);

console.log(
  `node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, seed ${SEED}; µs a message of 20+20 levels`,
);
ways.forEach((way, i) => {
  const times = rounds.map((round) => round[i] ?? NaN).toSorted((a, b) => a - b);
  console.log(`${way.name.padEnd(8)} ${(times[Math.floor(ROUNDS / 2)] ?? NaN).toFixed(2)}`);
});
