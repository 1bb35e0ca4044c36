import type { Json } from '../json/json.ts';

/** A timer that a strategy set has come. */
export interface TimerFired {
  readonly kind: 'timerFired';
  readonly time: number;
  readonly strategyId: string;
  readonly name: string;
}

/** Heavy work that a strategy asked for is done. */
export interface Computed {
  readonly kind: 'computed';
  readonly time: number;
  readonly strategyId: string;
  readonly task: string;
  readonly result: Json;
}

/** From now on nothing that this stream has told is fresh, and there are no new entries. */
export interface ConnectionLost {
  readonly kind: 'connectionLost';
  readonly time: number;
  readonly stream: string;
}

/** The stream is back, and what it missed has been told. */
export interface ConnectionRestored {
  readonly kind: 'connectionRestored';
  readonly time: number;
  readonly stream: string;
}

/**
 * Somebody takes over. `noEntries` refuses new entries and cancels resting ones, and leaves protection where it is;
 * `flatten` cancels everything and sells every position.
 */
export interface KillSwitch {
  readonly kind: 'killSwitch';
  readonly time: number;
  readonly mode: 'noEntries' | 'flatten';
  readonly reason: string;
}

/** A person has looked and allows entries again after a limit or the kill switch stopped them. */
export interface RiskReset {
  readonly kind: 'riskReset';
  readonly time: number;
  readonly by: string;
}

/** What happens to the session itself, and what it has asked for. */
export type SessionEvent =
  TimerFired | Computed | ConnectionLost | ConnectionRestored | KillSwitch | RiskReset;
