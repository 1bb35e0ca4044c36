import { ConnectionAttempts } from './connection-attempts.ts';
import { MessageRate } from './message-rate.ts';

describe('the messages of a connection', () => {
  it('may be five in a second, and five in the next', () => {
    const rate = new MessageRate(5);
    const times = [0, 100, 200, 300, 999, 1000, 1001, 1002, 1003, 1999];
    expect(times.filter((time) => rate.isExceededBy(time))).toEqual([]);
    expect(rate.isExceededBy(1999)).toBe(true);
    expect(rate.isExceededBy(2000)).toBe(false);
  });

  it('are not counted where there is no limit', () => {
    const rate = new MessageRate(null);
    expect(Array.from({ length: 1000 }, () => rate.isExceededBy(0)).some(Boolean)).toBe(false);
  });
});

describe('connections from one address', () => {
  it('may be 300 in five minutes', () => {
    const attempts = new ConnectionAttempts();
    const admitted = Array.from({ length: 301 }, () => attempts.admit('127.0.0.1', 299_999));
    expect(admitted.filter(Boolean)).toHaveLength(300);
    expect(attempts.admit('127.0.0.2', 299_999)).toBe(true);
    expect(attempts.admit('127.0.0.1', 300_000)).toBe(true);
  });
});
