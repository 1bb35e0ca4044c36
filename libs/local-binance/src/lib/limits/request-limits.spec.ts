import { RequestLimits } from './request-limits.ts';

/** 12:00:30 UTC: half a minute into a window of a minute. */
const NOON = Date.UTC(2024, 0, 1, 12, 0, 30);
const ADDRESS = '127.0.0.1';

const limits = [
  { rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', intervalNum: 1, limit: 100 },
  { rateLimitType: 'RAW_REQUESTS', interval: 'MINUTE', intervalNum: 5, limit: 20 },
] as const;
const terms = { refusals: 2, shortestMs: 120_000, longestMs: 300_000 };

describe('limits by address', () => {
  function spent(weight: number): RequestLimits {
    const all = new RequestLimits(limits, terms);
    all.charge(ADDRESS, weight, NOON);
    return all;
  }

  it('admit what fits, to the last unit', () => {
    expect(spent(90).admit(ADDRESS, 10, NOON)).toBeNull();
  });

  it('refuse what does not, until the minute of the clock is over', () => {
    expect(spent(90).admit(ADDRESS, 11, NOON)).toEqual({
      kind: 'error',
      status: 429,
      code: -1003,
      msg:
        'Too much request weight used; current limit is 100 request weight per 1 MINUTE. ' +
        'Please use WebSocket Streams for live updates to avoid polling the API.',
      retryAfterS: 30,
      retryAtMs: NOON + 30_000,
    });
  });

  it('start anew with the next window', () => {
    const all = spent(100);
    expect(all.counts(ADDRESS, NOON + 29_999)).toMatchObject([{ count: 100 }, { count: 0 }]);
    expect(all.counts(ADDRESS, NOON + 30_000)).toMatchObject([{ count: 0 }, { count: 0 }]);
    expect(all.admit(ADDRESS, 1, NOON + 30_000)).toBeNull();
  });

  it('count each address for itself', () => {
    expect(spent(100).admit('127.0.0.2', 1, NOON)).toBeNull();
  });

  it('count requests by number too, whatever they weigh', () => {
    const all = new RequestLimits(limits, terms);
    for (let sent = 0; sent < 20; sent += 1) expect(all.admit(ADDRESS, 0, NOON)).toBeNull();
    expect(all.admit(ADDRESS, 0, NOON)).toMatchObject({ status: 429, retryAfterS: 270 });
  });

  it('ban who goes on, longer each time, up to the longest', () => {
    const all = spent(100);
    const statuses = [1, 2, 3].map(() => all.admit(ADDRESS, 1, NOON)?.status);
    expect(statuses).toEqual([429, 429, 418]);
    expect(all.admit(ADDRESS, 0, NOON + 60_000)).toMatchObject({
      status: 418,
      msg:
        `Way too much request weight used; IP banned until ${NOON + 120_000}. ` +
        'Please use WebSocket Streams for live updates to avoid bans.',
      retryAfterS: 60,
    });
    const lengths: number[] = [];
    for (let now = NOON + 120_000; lengths.length < 3;) {
      all.charge(ADDRESS, 100, now);
      const last = [1, 2, 3].map(() => all.admit(ADDRESS, 1, now)).at(-1);
      const until = last?.retryAtMs ?? 0;
      lengths.push(until - now);
      now = until;
    }
    expect(lengths).toEqual([240_000, 300_000, 300_000]);
  });

  it('let a banned address in again when its time is over', () => {
    const all = spent(100);
    all.bans.shutOut(ADDRESS, NOON + 60_000);
    expect(all.admit(ADDRESS, 1, NOON + 59_999)).toMatchObject({ status: 418 });
    expect(all.admit(ADDRESS, 1, NOON + 60_000)).toBeNull();
  });

  it('let in whoever is no longer shut out, but for a ban of his own', () => {
    const all = spent(100);
    const letIn = all.bans.shutOut(ADDRESS, NOON + 600_000);
    expect(all.bans.until(ADDRESS, NOON)).toBe(NOON + 600_000);
    for (let refused = 0; refused < 3; refused += 1) all.bans.refuse(ADDRESS, NOON);
    letIn();
    expect(all.bans.until(ADDRESS, NOON)).toBe(NOON + 120_000);
  });

  it('may be lowered more than once, and are exactly what they were when nothing lowers them', () => {
    const all = new RequestLimits(limits, terms);
    const undos = [0.1, 0.3, 0.7].map((fraction) => all.lower(fraction));
    expect(all.limits[0]?.limit).toBe(2);
    for (const undo of undos) undo();
    expect(all.limits).toEqual(limits);
  });

  it('forget refusals after two minutes without', () => {
    const all = spent(100);
    all.admit(ADDRESS, 1, NOON);
    all.admit(ADDRESS, 1, NOON);
    const later = NOON + 120_001;
    all.charge(ADDRESS, 100, later);
    expect(all.admit(ADDRESS, 1, later)).toMatchObject({ status: 429 });
  });
});
