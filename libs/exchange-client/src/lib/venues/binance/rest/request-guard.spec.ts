import { RequestGuard } from './request-guard.ts';
import type { RestOutcome } from './rest-outcome.ts';

const ANSWER: RestOutcome = { kind: 'answer', body: {} };
const OUTAGE: RestOutcome = {
  ...{ kind: 'unknown', reason: 'cut', status: null, code: null, message: 'other side closed' },
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('the guard before the exchange', () => {
  it('asks again after growing pauses, which chance makes different', async () => {
    const pausesOf = async () => {
      const times: number[] = [];
      const guard = new RequestGuard({ retries: 3 });
      const asking = guard.again(() => {
        times.push(Date.now());
        return Promise.resolve(OUTAGE);
      });
      await jest.advanceTimersByTimeAsync(60_000);
      expect(await asking).toBe(OUTAGE);
      return times.slice(1).map((time, index) => time - (times[index] ?? 0));
    };
    const [one, other] = [await pausesOf(), await pausesOf()];
    expect([one.length, other.length]).toEqual([3, 3]);
    expect(one).not.toEqual(other);
    expect(Math.max(...one, ...other)).toBeLessThanOrEqual(5000);
  });

  it('gives up an answer to a question that takes too long', async () => {
    const guard = new RequestGuard({ timeoutMs: 1000 });
    const asking = guard.inTime(() => new Promise(() => undefined));
    await jest.advanceTimersByTimeAsync(1000);
    expect(await asking).toMatchObject({ kind: 'unknown', reason: 'replyTimeout' });
  });

  it('opens after some outages, lets one request try, and opens again where that fails', async () => {
    const circuit: string[] = [];
    const guard = new RequestGuard({
      ...{ failuresToOpen: 2, openForMs: 1000, onCircuit: (state) => circuit.push(state) },
    });
    const send = (outcome: RestOutcome) => guard.once('protect', () => Promise.resolve(outcome));
    await send(OUTAGE);
    await send(OUTAGE);
    expect([guard.isOpen, await send(ANSWER)]).toMatchObject([
      true,
      { kind: 'notSent', reason: 'circuitOpen' },
    ]);
    await jest.advanceTimersByTimeAsync(1000);
    await send(OUTAGE);
    expect(guard.isOpen).toBe(true);
    await jest.advanceTimersByTimeAsync(1000);
    expect(await send(ANSWER)).toBe(ANSWER);
    expect(circuit).toEqual(['open', 'halfOpen', 'open', 'halfOpen', 'closed']);
  });

  it('has room for so many at once, and rooms of their own for bulk and for the rest', async () => {
    const guard = new RequestGuard({ inFlight: 1, bulkInFlight: 1 });
    const under: string[] = [];
    const hang = (name: string) => () => {
      under.push(name);
      return new Promise<RestOutcome>(() => undefined);
    };
    void guard.once('bulk', hang('history'));
    void guard.once('bulk', hang('more history'));
    void guard.once('protect', hang('cancel'));
    void guard.once('trade', hang('order'));
    await jest.advanceTimersByTimeAsync(0);
    expect(under).toEqual(['history', 'cancel']);
  });

  it('turns away what finds no room to wait either', async () => {
    const guard = new RequestGuard({ inFlight: 1 });
    const all = Array.from({ length: 5002 }, () => guard.once('protect', () => new Promise(() => undefined)));
    expect(await all.at(-1)).toMatchObject({ kind: 'notSent', reason: 'limit' });
  });
});
