import { AccountStory } from '../../../../../test/account-story.ts';
import { cancelOf, resting } from '../../../../../test/local-venue.ts';

let story: AccountStory;
let asked: () => number;
beforeEach(async () => {
  story = await AccountStory.open();
  const id = story.fault({ kind: 'request', match: { path: '/api/v3/account' } });
  asked = () => story.exchange.faults.list().find((fault) => fault.id === id)?.struck ?? 0;
});
afterEach(() => story.close());

const lockedUsdt = async () => {
  const reading = await story.binance.account.balances();
  return reading.kind === 'read'
    ? reading.value.find(({ asset }) => asset.code === 'USDT')?.locked
    : reading.reason;
};

describe('the account as it was read', () => {
  it('is kept as long as nothing happens on it', async () => {
    expect([await lockedUsdt(), await lockedUsdt(), await lockedUsdt()]).toEqual([0n, 0n, 0n]);
    expect(asked()).toBe(1);
  });

  it('is over with an event of the account', async () => {
    await lockedUsdt();
    await story.binance.orders.place(resting('os-1'));
    await story.until(() => story.of('balanceSet').length > 3);
    // 0.1 BTC at 20,000.
    expect([await lockedUsdt(), await lockedUsdt()]).toEqual([200_000_000_000n, 200_000_000_000n]);
    await story.binance.orders.cancel(cancelOf('os-1'));
    await story.until(() => story.of('balanceSet').length > 4);
    expect(await lockedUsdt()).toBe(0n);
    expect(asked()).toBe(3);
  });

  it('is over with an event that comes while it is being read', async () => {
    const match = { path: '/api/v3/account' };
    story.exchange.faults.clear();
    const underWay = story.struck({ kind: 'request', match, delayAfterMs: 300, times: 1 });
    const reading = lockedUsdt();
    await underWay;
    await story.binance.orders.place(resting('os-1'));
    await story.until(() => story.of('balanceSet').length > 3);
    expect(await lockedUsdt()).toBe(200_000_000_000n);
    // The answer from before is told to who asked for it, and not kept.
    expect([await reading, await lockedUsdt()]).toEqual([0n, 200_000_000_000n]);
  });

  it('is asked for each time where nobody hears of changes', async () => {
    story.stop();
    await lockedUsdt();
    await lockedUsdt();
    expect(asked()).toBe(2);
  });

  it('is over with the connection', async () => {
    await lockedUsdt();
    story.fault({ kind: 'refuseConnections', path: '/ws-api', times: 3 });
    story.fault({ kind: 'connection', what: 'cut' });
    await story.hears('connectionLost');
    await lockedUsdt();
    expect(asked()).toBeGreaterThanOrEqual(2);
  });
});
