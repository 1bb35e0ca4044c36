import { join } from 'node:path';
import { WebSocket } from 'ws';
import { setTimeout } from 'node:timers/promises';
import type { Figure } from '@org/bench';
import { endChild, startChild } from '@org/bench';
import { servedBy } from './served.ts';

const STREAM = 'ethusdt@depth@100ms';

/** What one subscriber has heard: every message tells the ids of its changes. */
interface Heard {
  messages: number;
  missed: number;
  last: number;
  readonly delays: number[];
}

/** A thousand subscribers of a book that changes ten times a second: every message must come, to everyone. */
export async function subscribers(isSmall: boolean): Promise<readonly Figure[]> {
  const count = isSmall ? 20 : 1000;
  const seconds = isSmall ? 1 : 20;
  const { child, said } = await startChild(join(import.meta.dirname, 'server.ts'), []);
  const { streamUrl } = servedBy(said);
  const sockets = await Promise.all(Array.from({ length: count }, () => open(`${streamUrl}/ws/${STREAM}`)));
  const heard = sockets.map(listen);
  await setTimeout(seconds * 1000);
  for (const socket of sockets) socket.terminate();
  await endChild(child);
  const missed = heard.reduce((sum, one) => sum + one.missed, 0);
  const least = Math.min(...heard.map(({ messages }) => messages));
  const delays = heard.flatMap((one) => one.delays).sort((a, b) => a - b);
  const p99 = delays[Math.floor(delays.length * 0.99)] ?? NaN;
  const note = `${missed} messages missing, everyone heard; p99 ${p99.toFixed(0)} ms after their time`;
  if (missed > 0) throw new Error(`${missed} messages are missing`);
  const name = `messages a second to the least served of ${count} subscribers`;
  const bar = { kind: 'atLeast', value: 9.5, isScaled: false } as const;
  return [{ name, value: least / seconds, unit: 'messages/s', bar, note }];
}

function listen(socket: WebSocket): Heard {
  const heard: Heard = { messages: 0, missed: 0, last: 0, delays: [] };
  socket.on('message', (data: Buffer) => {
    const message: unknown = JSON.parse(data.toString());
    if (heard.last > 0) heard.missed += numberIn(message, 'U') - heard.last - 1;
    heard.last = numberIn(message, 'u');
    heard.messages += 1;
    heard.delays.push(Date.now() - numberIn(message, 'E'));
  });
  return heard;
}

function numberIn(message: unknown, name: string): number {
  return typeof message === 'object' && message !== null ? Number(Reflect.get(message, name)) : NaN;
}

function open(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  return new Promise((resolve, reject) => {
    socket.on('open', () => resolve(socket));
    socket.on('error', reject);
  });
}
