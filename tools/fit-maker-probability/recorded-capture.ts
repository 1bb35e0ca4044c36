import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { SpotInstrument } from '@org/domain';
import { BUILT_IN_INSTRUMENTS, OnestepError } from '@org/domain';
import type { Capture } from './capture.ts';
import { readCapture } from './capture.ts';

/** One recording, cut at midnight between 2024-08-08 and 2024-08-09. */
const FILES = ['BTCUSDT-spot-2024-08-08.ws.gz', 'BTCUSDT-spot-2024-08-09.ws.gz'];

/** Where fitting ends and judging begins. */
export const JUDGED_FROM = Date.UTC(2024, 7, 9);

export function recordedInstrument(): SpotInstrument {
  const instrument = BUILT_IN_INSTRUMENTS.get('BTCUSDT');
  if (instrument !== undefined) return instrument;
  throw new OnestepError('instrument-missing', { what: 'BTCUSDT is built in' });
}

/** The recorded capture below `folder`, the shared data. */
export function recordedCapture(folder: string): Capture {
  const texts = FILES.map((name) => gunzipSync(readFileSync(join(folder, 'depth', name))).toString());
  return readCapture(texts.join(''), recordedInstrument());
}
