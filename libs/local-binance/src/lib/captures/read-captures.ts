import { InputError } from '@org/domain';
import { readSourceFile } from '@org/market-data';
import type { SymbolRules } from '@org/simulator';
import { readCaptureLine } from './capture-line.ts';
import type { CaptureMessage } from './capture-message.ts';
import { readMessage } from './capture-message.ts';
import type { CaptureProblem } from './capture-problems.ts';
import { CaptureProblems } from './capture-problems.ts';
import type { Capture } from './symbol-capture.ts';
import { SymbolCapture } from './symbol-capture.ts';

/** What was read from captures, and what in them could not be used. */
export interface Captures {
  /** Of each market that the files have a book of, in the order of `symbols`. */
  readonly captures: readonly Capture[];
  readonly problemCount: number;
  /** The first of them. */
  readonly problems: readonly CaptureProblem[];
}

/**
 * Reads captures of the exchange's streams as recorders write them: a line for each message, with depth differences,
 * trades and at least one REST snapshot of a market. Files may be packed; several are one capture, in the order given.
 * What cannot be used is told and left out.
 *
 * @param symbols the markets that are wanted
 * @throws InputError `capture` where no wanted market is whole; and what `readSourceFile` throws
 */
export function readCaptures(paths: readonly string[], symbols: readonly SymbolRules[]): Captures {
  const problems = new CaptureProblems();
  const bySymbol = new Map(symbols.map((rules) => [rules.symbol, new SymbolCapture(rules)]));
  for (const path of paths) readFile(path, bySymbol, problems);
  const captures = [...bySymbol.values()]
    .map((capture) => capture.finish())
    .filter(({ recording }) => recording.events.length > 0);
  if (captures.length === 0) throw nothingWhole(paths, [...bySymbol.keys()]);
  return { captures, problemCount: problems.count, problems: problems.first };
}

function readFile(
  path: string,
  bySymbol: ReadonlyMap<string, SymbolCapture>,
  problems: CaptureProblems,
): void {
  let number = 0;
  /** A snapshot of REST that says no symbol is of the market that the file speaks of. */
  let lastSymbol = bySymbol.size === 1 ? [...bySymbol.keys()][0] : undefined;
  for (const text of linesOf(readSourceFile(path).bytes)) {
    number++;
    const tell = (what: string) => problems.add({ place: { file: path, line: number }, what });
    const read = readCaptureLine(text);
    if (read.kind === 'bad') tell(read.what);
    if (read.kind !== 'line') continue;
    const message = readMessage(read.line.message);
    if (message.kind === 'bad') tell(message.what);
    if (message.kind === 'bad' || message.kind === 'other') continue;
    const symbol = read.line.symbol ?? symbolOf(message) ?? lastSymbol;
    lastSymbol = symbol;
    const problem =
      symbol === undefined
        ? 'a snapshot of no market that was named before'
        : bySymbol.get(symbol)?.add(message, read.line.receivedAt);
    if (typeof problem === 'string') tell(problem);
  }
}

function symbolOf({ kind, message }: CaptureMessage): string | undefined {
  return kind === 'snapshot' ? undefined : message.s;
}

function* linesOf(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder();
  let start = 0;
  while (start < bytes.length) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline;
    yield decoder.decode(bytes.subarray(start, end));
    start = end + 1;
  }
}

function nothingWhole(paths: readonly string[], symbols: readonly string[]): InputError {
  return new InputError('capture', {
    what: 'the capture has the book of no wanted market',
    found: paths.join(', '),
    allowed: `a REST snapshot of one of ${symbols.join(', ')}, and the depth differences that follow it`,
  });
}
