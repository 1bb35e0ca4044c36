import { format, inspect } from 'node:util';
import { Secret } from './secret.ts';

describe('a secret', () => {
  const secret = new Secret('hunter2');

  it.each([
    ['text', `${String(secret)}`],
    ['JSON', JSON.stringify({ secret })],
    ['inspection', inspect({ deep: { secret } }, { showHidden: true, depth: null })],
    ['the console', format('%s %o %O %j', secret, secret, secret, secret)],
    ['concatenation', [secret].join()],
    ['enumeration', JSON.stringify(Object.entries(secret))],
  ])('does not show in %s', (_where, shown) => {
    expect(shown).not.toContain('hunter2');
  });

  it('shows that it is one', () => {
    expect(String(secret)).toBe('[secret]');
    expect(inspect(secret)).toBe('[secret]');
    expect(JSON.stringify(secret)).toBe('"[secret]"');
  });

  it('is given away only when asked', () => {
    expect(secret.reveal()).toBe('hunter2');
  });
});
