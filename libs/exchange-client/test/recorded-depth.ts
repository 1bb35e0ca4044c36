import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { shared } from './shared-data.ts';

/** One line of a capture: the name of its stream, empty for an answer of REST, and its `data` as it was written. */
export interface RecordedMessage {
  readonly stream: string;
  readonly text: string;
}

const COMBINED = /^\{"stream":"([^"]+)","data":(.*)\}$/s;

/** The capture of BTCUSDT from 2024-08-08 to 09, in the order in which it was received. */
export function recordedDepth(): readonly RecordedMessage[] {
  const text = ['08', '09'].map((day) => captureOf(`BTCUSDT-spot-2024-08-${day}.ws.gz`)).join('');
  return text.split('\n').filter(Boolean).map(messageIn);
}

const captureOf = (name: string) => gunzipSync(readFileSync(shared('depth', name))).toString();

function messageIn(line: string): RecordedMessage {
  const body = line.slice(line.indexOf(' ') + 1);
  const [, stream = '', text = body] = COMBINED.exec(body) ?? [];
  return { stream, text };
}
