import type { OrderCommand } from '@org/domain';
import { emptyList } from '@org/domain';
import type { BarBook } from './matching/bar-book.ts';

/** A command, and the market that it is for. */
export interface Waiting {
  readonly book: BarBook;
  readonly command: OrderCommand;
}

/**
 * Commands that wait for their answer, oldest first. One whose market is not open lets the others pass, and so does one
 * that was given inside the bar that its market is in.
 */
export class CommandQueue {
  /** The commands from `head` to `end` wait; the array is not emptied, since that would free it. */
  private readonly commands = emptyList<Waiting>();
  private head = 0;
  private end = 0;
  /** The first command not looked at in this time slice. */
  private cursor = 0;

  get isEmpty(): boolean {
    return this.head === this.end;
  }

  put(book: BarBook, command: OrderCommand): void {
    this.commands[this.end++] = { book, command };
  }

  /** Looks at every command again: other markets are open now. */
  rewind(): void {
    this.cursor = this.head;
  }

  /** Takes out the oldest command of a market that is open in this time slice, unless it came too late for its bar. */
  take(slice: number): Waiting | undefined {
    for (; this.cursor < this.end; this.cursor++) {
      const waiting = this.commands[this.cursor]!;
      if (waiting.book.slice !== slice || waiting.book.isBefore(waiting.command.time)) continue;
      this.removeAtCursor();
      return waiting;
    }
    return undefined;
  }

  waiting(): readonly OrderCommand[] {
    return this.commands.slice(this.head, this.end).map(({ command }) => command);
  }

  private removeAtCursor(): void {
    if (this.cursor > this.head) {
      this.commands.splice(this.cursor, 1);
      this.end--;
      return;
    }
    this.cursor = ++this.head;
    if (this.isEmpty) this.clear();
  }

  /** Forgets what waits. */
  clear(): void {
    this.head = 0;
    this.end = 0;
    this.cursor = 0;
  }
}
