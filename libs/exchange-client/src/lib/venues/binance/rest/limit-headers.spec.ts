import { reportedUse, silenceUntil } from './limit-headers.ts';

const NOW = 1_700_000_000_000;
const reply = (status: number, headers: Record<string, string>, body = '') =>
  ({ kind: 'reply', status, headers, body }) as const;

describe('the headers of an answer', () => {
  it('tell what the exchange counts', () => {
    expect(
      reportedUse({
        'content-type': 'application/json',
        'x-mbx-used-weight': '25',
        'x-mbx-used-weight-1m': '25',
        'x-mbx-order-count-10s': '3',
        'x-mbx-order-count-1d': '77',
        'x-mbx-uuid': 'abc',
      }),
    ).toEqual([
      { kind: 'weight', intervalMs: 60_000, used: 25 },
      { kind: 'orders', intervalMs: 10_000, used: 3 },
      { kind: 'orders', intervalMs: 86_400_000, used: 77 },
    ]);
  });
});

describe('the silence that the exchange asks for', () => {
  it('is as long as the header says', () => {
    expect(silenceUntil(reply(429, { 'retry-after': '7' }), NOW)).toBe(NOW + 7000);
  });

  it('is as long as the ban that the text names, if that is longer', () => {
    const text = `{"code":-1003,"msg":"Way too much request weight used; IP banned until ${NOW + 120_000}. Please use WebSocket Streams."}`;
    expect(silenceUntil(reply(418, {}, text), NOW)).toBe(NOW + 120_000);
    expect(silenceUntil(reply(418, { 'retry-after': '1' }, text), NOW)).toBe(NOW + 120_000);
    expect(silenceUntil(reply(418, { 'retry-after': '300' }, text), NOW)).toBe(NOW + 300_000);
  });

  it('is a minute where nothing is told', () => {
    expect(silenceUntil(reply(429, {}), NOW)).toBe(NOW + 60_000);
  });

  it('is two minutes after a page of the firewall, and none after a refusal that says why', () => {
    expect(silenceUntil(reply(403, {}, '<html>Forbidden</html>'), NOW)).toBe(NOW + 120_000);
    expect(silenceUntil(reply(403, {}, '{"code":-2015,"msg":"Invalid API-key."}'), NOW)).toBeNull();
  });

  it('is none after every other answer', () => {
    expect([200, 400, 503].map((status) => silenceUntil(reply(status, { 'retry-after': '5' }), NOW))).toEqual(
      [null, null, null],
    );
  });
});
