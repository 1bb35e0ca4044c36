import { sentNames } from './sent-names.ts';

describe('the names that a client has sent', () => {
  it('are each for one attempt, in each market', () => {
    const { sending } = sentNames();
    expect(sending('BTCUSDT', ['os-1', 'os-2'])).toBeNull();
    expect(sending('BTCUSDT', ['os-3', 'os-2'])).toBe(
      'os-2 was used before: each attempt takes a new client order id',
    );
    // Nothing of what was refused is left behind.
    expect([sending('BTCUSDT', ['os-3']), sending('ETHBTC', ['os-1'])]).toEqual([null, null]);
  });

  it('are remembered back to the 10,000th, and are let go before the 20,000th', () => {
    const { sending } = sentNames();
    for (let index = 0; index < 20_000; index += 1) sending('BTCUSDT', [`os-${index}`]);
    expect(sending('BTCUSDT', ['os-10000'])).toContain('was used before');
    sending('BTCUSDT', ['os-20000']);
    expect([sending('BTCUSDT', ['os-10001']), sending('BTCUSDT', ['os-9999'])]).toEqual([
      expect.stringContaining('was used before'),
      null,
    ]);
  });

  it('know nothing of what became of an order', () => {
    const names = sentNames();
    names.sending('BTCUSDT', ['os-1']);
    expect(names.known('BTCUSDT', 'os-1')).toBeNull();
  });
});
