import { isBinanceError } from '../errors/binance-error.ts';
import { apiKey } from '../../testing/accounts.ts';
import { Subscriptions } from './subscriptions.ts';

const keyOf = (accountId: number) => apiKey({ accountId: String(accountId) });

describe('the subscriptions of a connection', () => {
  it('are at most 1000 at a time', () => {
    const subscriptions = new Subscriptions();
    const added = Array.from({ length: 1001 }, (_, index) => subscriptions.add(keyOf(index), false));
    expect(added.filter(isBinanceError)).toMatchObject([{ code: -1191 }]);
    subscriptions.remove(({ subscriptionId }) => subscriptionId === 0);
    expect(subscriptions.add(keyOf(1001), false)).toMatchObject({ subscriptionId: 1000 });
  });

  it('are at most 65535 in all', () => {
    const subscriptions = new Subscriptions();
    for (let count = 0; count < 65_535; count += 1) {
      subscriptions.add(keyOf(1), false);
      subscriptions.remove(() => true);
    }
    expect(subscriptions.add(keyOf(1), false)).toMatchObject({
      code: -2042,
      msg: 'Maximum subscription ID reached for this connection.',
    });
  });
});
