import { amount, InputError, price, quantity } from '@org/domain';
import { account, openDesk, symbolRules } from '../../../testing/exchange/desk.ts';

const refusal = (reason: string) => ({ kind: 'refused', refusal: { reason } });

describe('an account', () => {
  it('gets deposits, and gives up no more than is free', () => {
    const desk = openDesk();
    desk.place('a', 'bid', { price: 900 });
    expect(desk.exchange.deposit('a', 'Y', amount(-100_001n), 2)).toBe(false);
    expect(desk.exchange.deposit('a', 'Y', amount(-100_000n), 2)).toBe(true);
    expect(desk.told().slice(-2)).toEqual(['a got -100000 Y', 'a has 0/900000 Y']);
  });

  it('that may not trade is refused', () => {
    const desk = openDesk();
    desk.exchange.changeAccount(account('a', { canTrade: false }));
    expect(desk.place('a', 'bid', { price: 100 })).toEqual(refusal('mayNotTrade'));
    expect(desk.exchange.account('a')).toMatchObject({ canTrade: false });
  });

  it('is opened once, and known by its id', () => {
    const { exchange } = openDesk();
    exchange.openAccount(account('late'));
    expect(exchange.balances('late')).toEqual([]);
    expect(exchange.account('nobody')).toBeUndefined();
    expect(() => exchange.openAccount(account('late'))).toThrow(InputError);
    expect(() => exchange.deposit('nobody', 'Y', amount(1n), 0)).toThrow('nobody');
  });

  it('without limits owes what it trades, pays no fee and hears nothing', () => {
    const desk = openDesk({ accounts: [account('a'), account('m', { funding: 'unlimited' })] });
    desk.place('m', 'ask', { side: 'sell', price: 100 });
    desk.place('a', 'bid', { price: 100 });
    expect([desk.balance('m', 'X'), desk.balance('m', 'Y')]).toEqual(['-1000/0', '100000/0']);
    expect(desk.told().filter((what) => what.startsWith('ask') || what.startsWith('m '))).toEqual([]);
  });
});

describe('a fee', () => {
  const BNB = { asset: 'B', isEnabled: true, multiplier: '0.75' };
  const symbols = [symbolRules(), symbolRules({ symbol: 'BY', base: { code: 'B', decimals: 3 } })];
  const traded = (deposit: bigint) => {
    const accounts = [account('a', { discount: BNB }), account('b')];
    const desk = openDesk({ symbols, accounts, deposit: amount(deposit) });
    // B is worth 20 Y.
    desk.exchange.market('BY').place('sell', price(20), quantity(1), 1);
    desk.exchange.market('BY').take('buy', price(20), quantity(1), 1);
    desk.place('b', 'bid', { price: 400, quantity: 2 });
    desk.place('a', 'ask', { side: 'sell', price: 400, quantity: 2 });
    return desk;
  };

  it('is paid in the other asset at a discount, at its last price', () => {
    // A thousandth of 800 Y, times three quarters, is 0.6 Y: 0.03 B.
    expect(traded(1_000_000n).exchange.feesTaken()).toEqual([
      { asset: 'B', amount: 30n },
      { asset: 'X', amount: 2n },
    ]);
  });

  it('is paid from what is received where there is too little of the other asset', () => {
    const desk = traded(1_000_000n);
    desk.exchange.deposit('a', 'B', amount(-999_970n), 3);
    desk.place('b', 'bid', { price: 100 });
    desk.place('a', 'ask', { side: 'sell', price: 100 });
    expect(desk.exchange.feesTaken()).toContainEqual({ asset: 'Y', amount: 100n });
  });
});
