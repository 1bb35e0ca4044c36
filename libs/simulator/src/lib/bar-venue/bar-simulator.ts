import type { SelectiveBarVenue, SpotInstrument } from '@org/domain';
import type { Balance, Deposit, FeesPaid } from './account/account.ts';
import type { FeeSchedule } from '../fees/fee-schedule.ts';
import type { Fraction } from '../fractions/fraction.ts';
import type { OpenOrder } from './open-order.ts';
import { SimulatedBars } from './simulated-bars.ts';
import type { BarSimulatorSnapshot } from './snapshot.ts';

export interface BarSimulatorOptions {
  /** The markets that can be traded. For fees in BNB also the one that says what BNB is worth, such as BNBUSDT. */
  readonly instruments: readonly SpotInstrument[];
  readonly deposits: readonly Deposit[];
  readonly fees: FeeSchedule;
  /** What market orders and stops lose, as a fraction of the price. Default 0. */
  readonly slippage?: Fraction;
  /** The most of a bar's volume that one order takes, above 0 and at most 1. Default 0.1. */
  readonly participation?: number;
}

/** A simulated exchange that is shown the market bar by bar, and keeps an account like one. */
export interface BarSimulator extends SelectiveBarVenue {
  /** Every asset that was deposited or can be traded. */
  balances(): readonly Balance[];
  feesPaid(): readonly FeesPaid[];
  openOrders(): readonly OpenOrder[];
  /** All that the venue knows, as plain data; between bars only. */
  snapshot(): BarSimulatorSnapshot;
  /** Goes on from a snapshot of a simulator that was made with the same options. */
  restore(snapshot: BarSimulatorSnapshot): void;
}

/**
 * Makes a simulated exchange for a backtest. What is decided on the close of bar N trades from bar N+1:
 *
 * - Commands from between bars are answered when the next bar of their market opens, at its open time; what is
 *   submitted in answer to that still makes the open. Then the open trades, then the rest of the bar, in which commands
 *   are answered at once. A market order that comes after the open waits for the next.
 * - A market order trades at the open, moved against it by the slippage. A stop trades at its price, or at the open
 *   that has gapped over it, moved likewise. A limit trades at its price when the market trades strictly through it, or
 *   at an open that is better. Where a bar touches stops and limits, the stops come first.
 * - A command of a time inside a bar, such as that of a timer, is answered when the next bar of its market opens.
 * - A limit that arrives after a limit of the other side was filled in the same bar cannot trade in that bar.
 * - An order takes at most `participation` of a bar's volume, in whole lots; the rest stays open for the next bar, and a limit
 *   that comes in the place of one that took its share waits for it as well. A bar without a lot to take trades nothing.
 * - Either leg of a pair ends the other, by its first trade as by its cancel.
 * - Events at the open carry the bar's open time, those after it the last millisecond before its close.
 *
 * Bars of several markets that close at one time are opened together, before the first `nextEvent`, or where nothing
 * would happen in one, before the first command to it. The markets have their turns in the order of their symbols.
 *
 * @throws InputError where a fee, the slippage, the participation or a deposit is out of range
 */
export function createBarSimulator(options: BarSimulatorOptions): BarSimulator {
  return new SimulatedBars(options);
}
