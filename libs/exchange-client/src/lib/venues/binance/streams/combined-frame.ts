const NAME_AT = bytesOf('{"stream":"');
const DATA_AT = bytesOf('","data":');
const QUOTE = 34;
const TEXT = new TextDecoder();

/** A message of a combined connection: of a stream, whose data lie at `start` to `end`, or something else. */
export interface CombinedFrame {
  readonly stream: string;
  readonly start: number;
  readonly end: number;
}

/** Reads `{"stream":"…","data":…}` as far as its data; null for whatever is laid out otherwise. */
export function combinedFrame(bytes: Uint8Array): CombinedFrame | null {
  if (!stands(bytes, 0, NAME_AT)) return null;
  const nameEnd = bytes.indexOf(QUOTE, NAME_AT.length);
  if (nameEnd < 0 || !stands(bytes, nameEnd, DATA_AT)) return null;
  const stream = TEXT.decode(bytes.subarray(NAME_AT.length, nameEnd));
  return { stream, start: nameEnd + DATA_AT.length, end: bytes.length - 1 };
}

function stands(bytes: Uint8Array, at: number, text: Uint8Array): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text[i]) return false;
  return true;
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
