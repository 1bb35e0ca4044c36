import type { Rng } from '@org/domain';
import { ManualClock } from '@org/domain/testing';
import type { ConnectionEvents } from './connection-line.ts';
import { ConnectionLine } from './connection-line.ts';
import { Pace } from './pace.ts';

const HOUR_MS = 3_600_000;
/** Chance that makes every wait as long as it can be. */
const LONGEST: Rng = { uniform: () => 0, normal: () => 0 };

function openLine(
  silenceMs = (_now: number) => 0,
  attempts = new Pace(100, 1000),
  clock = new ManualClock(),
) {
  const made: (ConnectionEvents & { isClosed: boolean; close(): void })[] = [];
  const told: string[] = [];
  const line = new ConnectionLine({
    ...{ clock, rng: LONGEST, attempts, silenceMs: () => silenceMs(clock.now()) },
    open: (events) => {
      const connection = { ...events, isClosed: false, close: () => void (connection.isClosed = true) };
      made.push(connection);
      return connection;
    },
    listener: {
      connected: (wasLost) => told.push(wasLost ? 'connected again' : 'connected'),
      renewed: () => told.push('renewed'),
      disconnected: (reason) => told.push(`disconnected: ${reason}`),
      attemptFailed: (reason, failures) => told.push(`failed ${failures}: ${reason}`),
    },
  });
  clock.pass(0);
  return { clock, made, told, line };
}

describe('a line of connections', () => {
  it('tells that one is there, that it was lost, and that there is another', () => {
    const { clock, made, told } = openLine();
    made[0]?.ready();
    made[0]?.ended('cut');
    clock.pass(500);
    made[1]?.ready();
    expect(told).toEqual(['connected', 'disconnected: cut', 'failed 1: cut', 'connected again']);
  });

  it('waits twice as long after each failure', () => {
    const { clock, made, told } = openLine();
    made[0]?.ended('no');
    clock.pass(500);
    made[1]?.ended('no');
    clock.pass(999);
    expect(made.length).toBe(2);
    clock.pass(1);
    expect(made.length).toBe(3);
    expect(told).toEqual(['failed 1: no', 'failed 2: no']);
  });

  it('E4: has another take over before the 24 hours are over, and closes the old one only then', () => {
    const { clock, made, told } = openLine();
    made[0]?.ready();
    clock.pass(23.5 * HOUR_MS);
    expect([made.length, made[0]?.isClosed]).toEqual([2, false]);
    made[1]?.ready();
    expect([made[0]?.isClosed, told]).toEqual([true, ['connected', 'renewed']]);
  });

  it('D5: shares its attempts with all others from this address', () => {
    const [attempts, clock] = [new Pace(2, 1000), new ManualClock()];
    const lines = [1, 2, 3].map(() => openLine(() => 0, attempts, clock));
    const made = () => lines.map((line) => line.made.length);
    expect(made()).toEqual([1, 1, 0]);
    clock.pass(999);
    expect(made()).toEqual([1, 1, 0]);
    clock.pass(1);
    expect(made()).toEqual([1, 1, 1]);
  });

  it('I6: makes no connection while the exchange wants silence', () => {
    const clock = new ManualClock();
    let quietUntil = clock.now() + 30_000;
    const { made } = openLine((now) => quietUntil - now, undefined, clock);
    clock.pass(29_000);
    expect(made.length).toBe(0);
    quietUntil += 60_000;
    clock.pass(60_999);
    expect(made.length).toBe(0);
    clock.pass(1);
    expect(made.length).toBe(1);
  });
});
