import type { TimeUnit } from '../wire/time-unit.ts';

/** Which letters are times, by the event that they stand in: the same letter means other things in others. */
const TIMES: Readonly<Record<string, readonly string[]>> = {
  executionReport: ['E', 'T', 'O', 'W', 'D'],
  outboundAccountPosition: ['E', 'u'],
};
const TIMES_OF_OTHERS: readonly string[] = ['E', 'T'];

/** An event of an account as it is sent. Its times are in ms, and are written in the unit asked for. */
export function userDataText(subscriptionId: number | null, event: object, unit: TimeUnit): string {
  const told = unit === 'MILLISECOND' ? event : inMicroseconds(event);
  return JSON.stringify(subscriptionId === null ? { event: told } : { subscriptionId, event: told });
}

function inMicroseconds(event: object): object {
  const kind = 'e' in event && typeof event.e === 'string' ? event.e : '';
  const times = TIMES[kind] ?? TIMES_OF_OTHERS;
  return Object.fromEntries(
    Object.entries(event).map(([name, value]: [string, unknown]) => [
      name,
      times.includes(name) && typeof value === 'number' ? value * 1000 : value,
    ]),
  );
}
