import { amount } from '@org/domain';
import { KnownBalances } from './known-balances.ts';

const of = (code: string, free: bigint, locked = 0n) => ({
  ...{ asset: { code, decimals: 8 }, free: amount(free), locked: amount(locked) },
});
const short = (events: ReturnType<KnownBalances['change']>) =>
  events.map(({ asset, free, locked }) => `${asset} ${free} + ${locked}`);

describe('balances', () => {
  it('F7: that an event does not name stay as they are', () => {
    const known = new KnownBalances();
    known.replace({ asOf: 1, balances: [of('USDT', 100n), of('BTC', 5n)] }, known.events);
    expect(short(known.change({ asOf: 2, balances: [of('USDT', 90n, 10n)] }))).toEqual(['USDT 90 + 10']);
    // Nothing is new: neither BTC, which no event has named, nor USDT.
    const all = { asOf: 2, balances: [of('USDT', 90n, 10n), of('BTC', 5n)] };
    expect(known.replace(all, known.events)).toEqual([]);
  });

  it('that a reading lacks are nothing any more', () => {
    const known = new KnownBalances();
    known.replace({ asOf: 1, balances: [of('USDT', 100n), of('BTC', 5n)] }, known.events);
    expect(short(known.replace({ asOf: 2, balances: [of('USDT', 100n)] }, known.events))).toEqual([
      'BTC 0 + 0',
    ]);
  });

  it('of an older event change nothing', () => {
    const known = new KnownBalances();
    known.replace({ asOf: 5, balances: [of('USDT', 100n)] }, known.events);
    expect(known.change({ asOf: 4, balances: [of('USDT', 90n)] })).toEqual([]);
    expect(short(known.change({ asOf: 5, balances: [of('USDT', 80n)] }))).toEqual(['USDT 80 + 0']);
  });

  it('of a reading that was under way when an event of the same time came change nothing', () => {
    const known = new KnownBalances();
    const asked = known.events;
    known.change({ asOf: 5, balances: [of('USDT', 80n)] });
    expect(known.replace({ asOf: 5, balances: [of('USDT', 100n)] }, asked)).toEqual([]);
    expect(short(known.replace({ asOf: 6, balances: [of('USDT', 70n)] }, asked))).toEqual(['USDT 70 + 0']);
  });
});
