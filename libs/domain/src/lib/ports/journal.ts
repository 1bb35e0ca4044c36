import type { Command } from '../commands/command.ts';
import type { TradingEvent } from '../events/trading-event.ts';

/** The durable, ordered record. An entry must be written before the command in it is sent. */
export interface Journal {
  append(entry: JournalEntry): void;
  close(): Promise<void>;
}

/** What came into the step, or what it asked for. */
export type JournalEntry =
  | { readonly kind: 'event'; readonly event: TradingEvent }
  | { readonly kind: 'command'; readonly command: Command };
