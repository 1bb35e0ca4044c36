import { closeSync, openSync, readSync } from 'node:fs';

/** A line of a file, without its end. */
export interface FileLine {
  readonly text: string;
  /** Where it begins, in bytes. */
  readonly at: number;
  /** Whether it has an end: what was cut off in the middle of a line has none. */
  readonly isEnded: boolean;
}

const CHUNK_BYTES = 1 << 20;
const LINE_END = 10;

/** The lines of a file of any size, one after the other. */
export function* fileLines(file: string): Generator<FileLine> {
  const descriptor = openSync(file, 'r');
  try {
    let rest = Buffer.alloc(0);
    let at = 0;
    for (let chunk = nextChunk(descriptor); chunk.length > 0; chunk = nextChunk(descriptor)) {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let start = 0;
      for (let end = rest.indexOf(LINE_END); end >= 0; end = rest.indexOf(LINE_END, start)) {
        yield { text: rest.toString('utf8', start, end), at: at + start, isEnded: true };
        start = end + 1;
      }
      rest = rest.subarray(start);
      at += start;
    }
    if (rest.length > 0) yield { text: rest.toString('utf8'), at, isEnded: false };
  } finally {
    closeSync(descriptor);
  }
}

function nextChunk(descriptor: number): Buffer<ArrayBuffer> {
  const chunk = Buffer.alloc(CHUNK_BYTES);
  return chunk.subarray(0, readSync(descriptor, chunk));
}
