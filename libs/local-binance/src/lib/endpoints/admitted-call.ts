import type { BinanceError } from '../errors/binance-error.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import type { OrderCount } from '../limits/order-counts.ts';
import type { Timing } from '../security/timing.ts';
import { outsideWindow } from '../security/timing.ts';
import type { RunningWorld } from '../world/running-world.ts';
import type { Answer, Caller, PreparedCall } from './endpoint.ts';

/** A call that is understood, and in whose name it is made. */
export interface ReadyCall {
  /** Null for what anybody may ask. */
  readonly caller: Caller | null;
  readonly timing: Timing | null;
  readonly prepared: PreparedCall;
}

/** What came of a call. */
export interface CallOutcome {
  readonly answer: Answer | BinanceError;
  /** What the caller's account has placed of late, where the call counts towards that. */
  readonly orderCounts: readonly OrderCount[];
}

/** A call that has been let in: does it, once. */
export type AdmittedCall = () => CallOutcome;

/** What a call weighs that is not understood. */
const LEAST_WEIGHT = 1;

/** Lets in a call, or what was wrong with it, as far as the limits of its address allow; whatever it came over. */
export function admitCall(
  call: ReadyCall | BinanceError,
  address: string,
  world: RunningWorld,
): AdmittedCall {
  const weight = isBinanceError(call) ? LEAST_WEIGHT : call.prepared.weight.weight;
  const refused = world.requestLimits.admit(address, weight, world.protocolTime.now());
  if (refused !== null) return () => ({ answer: refused, orderCounts: [] });
  return () => {
    if (!isBinanceError(call)) return done(call, address, world);
    world.requestLimits.charge(address, LEAST_WEIGHT, world.protocolTime.now());
    return { answer: call, orderCounts: [] };
  };
}

function done({ caller, timing, prepared }: ReadyCall, address: string, world: RunningWorld): CallOutcome {
  // A request that has lain about for too long is turned away here, before it can do anything; so late, its orders count.
  const tooLate = timing === null ? null : outsideWindow(timing, world.protocolTime.now());
  if (tooLate !== null && caller !== null) {
    world.orderCounts.add(caller.account.accountId, prepared.ordersPlaced, world.protocolTime.now());
  }
  const answer = tooLate ?? prepared.run(caller);
  world.settle();
  const now = world.protocolTime.now();
  const isRefused = isBinanceError(answer);
  const { weight, isFreeOnSuccess } = prepared.weight;
  if (isRefused || !(isFreeOnSuccess || answer.isFree === true))
    world.requestLimits.charge(address, weight, now);
  const counted = prepared.ordersPlaced > 0 && !isRefused ? caller : null;
  return {
    answer,
    orderCounts: counted === null ? [] : world.orderCounts.counts(counted.account.accountId, now),
  };
}
