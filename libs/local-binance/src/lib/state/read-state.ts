import { InputError } from '@org/domain';
import type { AccountRecordsSnapshot } from '../records/accounts/account-records.ts';
import type { FileLine } from './file-lines.ts';
import { fileLines } from './file-lines.ts';
import { SavedState } from './saved-state.ts';
import type { HeadLine, StateLine } from './state-line.ts';
import { decodeLine, isStateLine, STATE_FORMAT, STATE_VERSION } from './state-line.ts';

/** What a file holds, and what is to be said about it. */
export interface ReadState {
  readonly state: SavedState;
  readonly notes: readonly string[];
}

/**
 * Reads a state file. A last line that was not written to its end is dropped: nobody was told of it.
 *
 * @throws InputError `state-file` for a file that is none, is of another version, or is damaged before its end.
 */
export function readState(file: string): ReadState {
  const lines = new GoodLines(file);
  const head = lines.next();
  const historyLines = head?.kind === 'head' ? head.historyLines : 0;
  if (head?.kind !== 'head') throw damaged(file, 'no state at its beginning');
  const state = new SavedState(head, readHistory(file, lines, historyLines));
  for (let line = lines.next(); line !== null; line = lines.next()) {
    if (line.kind === 'change') state.apply(line);
    else if (line.kind === 'reserve') state.reserve(line);
    else throw damaged(file, `a line of ${line.kind} among its changes`);
  }
  return { state, notes: lines.notes };
}

function readHistory(file: string, lines: GoodLines, count: number): AccountRecordsSnapshot {
  const parts: AccountRecordsSnapshot[] = [];
  for (let line = 0; line < count; line += 1) {
    const part = lines.next();
    if (part?.kind !== 'history') throw damaged(file, `${line} of ${count} lines of history`);
    parts.push(part.records);
  }
  return {
    orders: parts.flatMap(({ orders }) => orders),
    fills: parts.flatMap(({ fills }) => fills),
    preventedMatches: parts.flatMap(({ preventedMatches }) => preventedMatches),
    amendments: parts.flatMap(({ amendments }) => amendments),
    lists: parts.flatMap(({ lists }) => lists),
    updates: parts.flatMap(({ updates }) => updates),
  };
}

/** The lines of a file up to where it breaks off. */
class GoodLines {
  readonly notes: string[] = [];
  readonly #file: string;
  readonly #lines: Iterator<FileLine>;
  #isFirst = true;

  constructor(file: string) {
    this.#file = file;
    this.#lines = fileLines(file)[Symbol.iterator]();
  }

  next(): StateLine | null {
    const step = this.#lines.next();
    if (step.done === true) return null;
    const line = step.value;
    const value = line.isEnded ? decodeLine(line.text) : undefined;
    if (this.#isFirst) checkVersion(this.#file, value);
    this.#isFirst = false;
    if (isStateLine(value)) return value;
    if (value !== undefined) throw damaged(this.#file, `an unknown line at byte ${line.at}`);
    this.#breakOff(line);
    return null;
  }

  /** A write that was cut off spoils the end. Where good lines follow, something else has happened. */
  #breakOff(bad: FileLine): void {
    let bytes = Buffer.byteLength(bad.text);
    for (let next = this.#lines.next(); next.done !== true; next = this.#lines.next()) {
      const { text, isEnded, at } = next.value;
      if (isEnded && decodeLine(text) !== undefined) {
        throw damaged(this.#file, `a damaged line at byte ${bad.at}, and whole ones from byte ${at}`);
      }
      bytes += Buffer.byteLength(text);
    }
    this.notes.push(
      `${this.#file}: its last ${bytes} bytes, from byte ${bad.at}, were not written to their end and are dropped.`,
    );
  }
}

function checkVersion(file: string, value: unknown): void {
  const head: Partial<Record<keyof HeadLine, unknown>> =
    typeof value === 'object' && value !== null ? value : {};
  if (head.format !== STATE_FORMAT) throw damaged(file, 'no state at its beginning');
  if (head.version !== STATE_VERSION) throw damaged(file, `version ${String(head.version)}`);
}

function damaged(file: string, found: string): InputError {
  return new InputError('state-file', {
    what: `${file} is not a state file that can be read`,
    found,
    allowed: `a whole state file of version ${STATE_VERSION}`,
    hint: 'Name another file to start anew, or put back a copy of this one.',
  });
}
