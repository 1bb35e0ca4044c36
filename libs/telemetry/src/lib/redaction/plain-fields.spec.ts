import fc from 'fast-check';
import { plainFields, plainText } from './plain-fields.ts';
import { Redactor } from './redactor.ts';

function plain(fields: Record<string, unknown>, secrets: readonly string[] = []) {
  const redactor = new Redactor();
  secrets.forEach((secret) => redactor.protect(secret));
  return plainFields(fields, redactor);
}

describe('fields of a log line', () => {
  it('become plain data that JSON holds', () => {
    const fields = {
      text: 'a',
      number: 1.5,
      nothing: null,
      missing: undefined,
      yes: true,
      exact: 10n ** 20n,
      nan: NaN,
      date: new Date(0),
      map: new Map<unknown, unknown>([
        ['a', 1],
        [2, { b: 3 }],
      ]),
      set: new Set([1]),
      bytes: new Uint8Array(3),
      list: [1, [2]],
      act: () => 1,
      symbol: Symbol('x'),
    };
    expect(plain(fields)).toEqual({
      text: 'a',
      number: 1.5,
      nothing: null,
      missing: undefined,
      yes: true,
      exact: '100000000000000000000',
      nan: 'NaN',
      date: '1970-01-01T00:00:00.000Z',
      map: { a: 1, '2': { b: 3 } },
      set: [1],
      bytes: '[Uint8Array of 3 bytes]',
      list: [1, [2]],
      act: '[function]',
      symbol: '[symbol]',
    });
  });

  it('are hidden when they are called as secrets are, at any depth', () => {
    const fields = {
      apiKey: 'a',
      order: { headers: { 'X-MBX-APIKEY': 'b', accept: '*' } },
      passwords: ['c'],
    };
    expect(plain(fields)).toEqual({
      apiKey: '[secret]',
      order: { headers: { 'X-MBX-APIKEY': '[secret]', accept: '*' } },
      passwords: '[secret]',
    });
    expect(plain({ map: new Map([['token', 'd']]) })).toEqual({ map: { token: '[secret]' } });
  });

  it('are hidden where they follow the name of a secret in a list, as headers do', () => {
    expect(plain({ headers: ['X-MBX-APIKEY', 'hunter2', 'Accept', 'text'] })).toEqual({
      headers: ['X-MBX-APIKEY', '[secret]', 'Accept', 'text'],
    });
  });

  it('are hidden when they hold a protected value, in names too', () => {
    expect(plain({ a: ['x hunter2'], hunter2: 1, n: 123456789012n }, ['hunter2', '123456789012'])).toEqual({
      a: ['x [secret]'],
      '[secret]': 1,
      n: '[secret]',
    });
  });

  it('show of an error all that it says, without secrets', () => {
    const cause = new RangeError('hunter2 again');
    const error = Object.assign(new TypeError('hunter2', { cause }), { code: 'E', apiKey: 'k' });
    expect(plain({ error }, ['hunter2'])).toEqual({
      error: {
        name: 'TypeError',
        message: '[secret]',
        code: 'E',
        apiKey: '[secret]',
        stack: expect.stringMatching(/^TypeError: \[secret\]\n {4}at /),
        cause: expect.objectContaining({ name: 'RangeError', message: '[secret] again' }),
      },
    });
  });

  it('show what an object says of itself', () => {
    expect(plain({ key: { toJSON: () => ({ hidden: '[secret]', token: 'x' }) } })).toEqual({
      key: { hidden: '[secret]', token: '[secret]' },
    });
  });

  it('end where they contain themselves', () => {
    const order: Record<string, unknown> = { id: 1 };
    order['self'] = { order };
    const error = new Error('x');
    error.cause = error;
    const shown = plain({ order, again: order, error });
    expect(shown).toMatchObject({
      order: { id: 1, self: { order: '[circular]' } },
      again: { id: 1, self: { order: '[circular]' } },
      error: { cause: '[circular]' },
    });
  });

  it('are cut where they are deep, long or many', () => {
    let deep: unknown = 'bottom';
    for (let level = 0; level < 20; level++) deep = { deep };
    expect(JSON.stringify(plain({ deep }))).toContain('[too deep]');
    expect(plain({ list: Array.from({ length: 150 }, () => 0) })['list']).toHaveLength(101);
    expect(plain({ text: 'x'.repeat(10_005) })['text']).toBe(`${'x'.repeat(10_000)}… 5 more`);
  });

  it('lose no secret to the cut', () => {
    const redactor = new Redactor();
    redactor.protect('hunter2');
    expect(plainText(`${'x'.repeat(9_996)}hunter2`, redactor)).toBe(`${'x'.repeat(9_996)}[sec… 4 more`);
  });

  it('are soon searched, however long', () => {
    const started = performance.now();
    const text = `${'tokens'.repeat(200_000)}`;
    expect(plain({ text })['text']).toMatch(/… 1190000 more$/);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('say so when they cannot be read', () => {
    const fields = {
      get broken(): string {
        throw new Error('no');
      },
    };
    expect(plain(fields)).toEqual({ broken: '[unreadable]' });
  });

  it('can be written as JSON whatever they hold', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.anything({ withBigInt: true, withMap: true, withDate: true })),
        (fields) => {
          expect(() => JSON.stringify(plain(fields))).not.toThrow();
        },
      ),
    );
  });
});
