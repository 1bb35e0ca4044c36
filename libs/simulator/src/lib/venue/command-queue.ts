import type { OrderCommand } from '@org/domain';

/** Commands that wait for their answer, oldest first. One whose market is not open lets the others pass. */
export class CommandQueue {
  /** The commands from `head` to `end` wait; the array is not emptied, since that would free it. */
  private readonly commands: OrderCommand[] = [];
  private head = 0;
  private end = 0;
  /** The first command not looked at in this time slice. */
  private cursor = 0;

  get isEmpty(): boolean {
    return this.head === this.end;
  }

  put(command: OrderCommand): void {
    this.commands[this.end++] = command;
  }

  /** Looks at every command again: other markets are open now. */
  rewind(): void {
    this.cursor = this.head;
  }

  /** Takes out the oldest command of an open market. */
  take(isOpen: (symbol: string) => boolean): OrderCommand | undefined {
    for (; this.cursor < this.end; this.cursor++) {
      const command = this.commands[this.cursor]!;
      if (!isOpen(command.symbol)) continue;
      this.removeAtCursor();
      return command;
    }
    return undefined;
  }

  waiting(): readonly OrderCommand[] {
    return this.commands.slice(this.head, this.end);
  }

  /** Forgets what waits, and waits with these instead. */
  replace(commands: readonly OrderCommand[]): void {
    this.clear();
    for (const command of commands) this.put(command);
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

  private clear(): void {
    this.head = 0;
    this.end = 0;
    this.cursor = 0;
  }
}
