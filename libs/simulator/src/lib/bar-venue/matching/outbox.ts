import type { OrderEvent } from '@org/domain';
import { emptyList } from '@org/domain';

/** Events that have happened and are not told yet, oldest first. */
export class Outbox {
  /** The events from `told` to `end` wait; the array is not emptied, since that would free it. */
  private readonly events = emptyList<OrderEvent>();
  private told = 0;
  private end = 0;

  put(event: OrderEvent): void {
    this.events[this.end++] = event;
  }

  /** The oldest event not told yet. */
  take(): OrderEvent | undefined {
    if (this.told === this.end) return undefined;
    const event = this.events[this.told++];
    if (this.told === this.end) {
      this.told = 0;
      this.end = 0;
    }
    return event;
  }
}
