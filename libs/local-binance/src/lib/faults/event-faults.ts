import type { Clock } from '@org/domain';
import type { LeavingEvent, Send } from '../sockets/socket-interference.ts';
import type { FaultOf } from './fault.ts';

type EventFault = FaultOf<'event'>;

/** Whether a fault is meant for an event. */
export function fitsEvent({ match, what }: EventFault, event: LeavingEvent): boolean {
  const { stream, account, fields } = match;
  switch (event.kind) {
    case 'stream':
      return (
        account === undefined && fields === undefined && (stream === undefined || stream === event.stream)
      );
    case 'account':
      if (what === 'garble') return false;
      if (stream !== undefined || (account !== undefined && account !== event.accountId)) return false;
      return fields === undefined || hasFields(event.event, fields);
  }
}

/** Sends an event that was struck, or does not. */
export function deliverStruck(
  { what, delayMs }: EventFault,
  send: Send,
  held: HeldEvents,
  clock: Clock,
): void {
  switch (what) {
    case 'drop':
      return;
    case 'duplicate':
      send();
      send();
      return;
    case 'delay':
      clock.schedule(delayMs, () => send());
      return;
    case 'swap':
      held.hold(() => send());
      return;
    case 'garble':
      send((text) => text.slice(0, text.length / 2));
  }
}

/** Events that let others go first. */
export class HeldEvents {
  #sends: readonly (() => void)[] = [];

  hold(send: () => void): void {
    this.#sends = [...this.#sends, send];
  }

  /** Another has gone: now they may. */
  release(): void {
    const sends = this.#sends;
    this.#sends = [];
    for (const send of sends) send();
  }
}

function hasFields(event: object, fields: Readonly<Record<string, string | number | boolean>>): boolean {
  const told = new Map<string, unknown>(Object.entries(event));
  return Object.entries(fields).every(([name, value]) => told.get(name) === value);
}
