import { openDesk } from '../../../testing/exchange/desk.ts';

/** `b` sells one at 100, one at 100 later, and one at 101. */
function asked() {
  const desk = openDesk();
  desk.place('b', 'first', { side: 'sell', price: 100 });
  desk.place('b', 'second', { side: 'sell', price: 100 });
  desk.place('b', 'dearer', { side: 'sell', price: 101 });
  desk.told();
  return desk;
}

describe('a limit order', () => {
  it('that reaches nothing rests, and holds back what it may cost', () => {
    const desk = openDesk();
    const outcome = desk.place('a', 'bid', { price: 90, quantity: 2 });
    expect(outcome).toMatchObject({ kind: 'placed', order: { status: 'new', isWorking: true }, fills: [] });
    // Two at 90 are 180, in thousandths.
    expect(desk.told()).toEqual(['bid new new 0/2', 'buy 2 at 90', 'a has 820000/180000 Y']);
  });

  it('takes the best price first and at one price who came first, and is told once what it has', () => {
    const desk = asked();
    desk.place('a', 'bid', { price: 101, quantity: 2 });
    expect(desk.told()).toEqual([
      'bid new new 0/2',
      'trade 1 at 100',
      'bid trade partiallyFilled 1/2',
      'first trade filled 1/1',
      'trade 1 at 100',
      'bid trade filled 2/2',
      'second trade filled 1/1',
      'sell 0 at 100',
      // What it saved against its limit is free again; a thousandth of what it bought is the fee.
      'a has 800000/0 Y, 1001998/0 X',
      'b has 997000/1000 X, 1199800/0 Y',
    ]);
  });

  it('rests with what it does not find', () => {
    const desk = asked();
    const outcome = desk.place('a', 'bid', { price: 100, quantity: 5 });
    expect(outcome).toMatchObject({ order: { status: 'partiallyFilled', executed: 2 } });
    expect(desk.exchange.book('XY', 5)).toEqual({
      updateId: 5,
      bids: [{ price: 100, quantity: 3 }],
      asks: [{ price: 101, quantity: 1 }],
    });
  });

  it('gives up its rest where it is to trade at once', () => {
    const desk = asked();
    const outcome = desk.place('a', 'bid', { price: 100, quantity: 5, timeInForce: 'ioc' });
    expect(outcome).toMatchObject({ order: { status: 'expired', executed: 2, expiryReason: 'iocRest' } });
    expect(desk.balance('a', 'Y')).toBe('800000/0');
  });

  it('that is to be filled whole or not at all trades nothing where it cannot be', () => {
    const desk = asked();
    const outcome = desk.place('a', 'bid', { price: 100, quantity: 3, timeInForce: 'fok' });
    expect(outcome).toMatchObject({
      order: { status: 'expired', executed: 0, expiryReason: 'fokUnfilled' },
      fills: [],
    });
    const whole = desk.place('a', 'bid', { price: 101, quantity: 3, timeInForce: 'fok' });
    expect(whole).toMatchObject({ order: { status: 'filled' } });
  });

  it('is refused where it may only make and would take', () => {
    const desk = asked();
    const outcome = desk.place('a', 'bid', { type: 'limitMaker', price: 100 });
    expect(outcome).toEqual({ kind: 'refused', refusal: { reason: 'wouldTake' } });
    expect(desk.place('a', 'bid', { type: 'limitMaker', price: 99 }).kind).toBe('placed');
  });

  it('is refused where its account has too little, a name that is open, or nothing of worth', () => {
    const desk = openDesk({ rules: { quote: { code: 'Y', decimals: 0 }, filters: [] } });
    const reasonOf = (outcome: ReturnType<typeof desk.place>) =>
      outcome.kind === 'refused' ? outcome.refusal.reason : outcome.kind;
    expect(reasonOf(desk.place('a', 'bid', { price: 1_000_001 }))).toBe('insufficientBalance');
    expect(reasonOf(desk.place('a', 'bid', { price: 90 }))).toBe('placed');
    expect(reasonOf(desk.place('a', 'bid', { price: 90 }))).toBe('duplicateOrder');
    // A thousandth at 5 is less than the smallest unit of quote.
    expect(reasonOf(desk.place('a', 'dust', { price: 5, quantity: '0.001' }))).toBe('worthNothing');
  });

  it('may go by the name of an order that has closed', () => {
    const desk = asked();
    desk.place('a', 'bid', { price: 100 });
    expect(desk.place('a', 'bid', { price: 100 })).toMatchObject({ order: { status: 'filled' } });
  });
});

describe('a market order', () => {
  it('takes what there is, at any price', () => {
    const desk = asked();
    const outcome = desk.place('a', 'now', { type: 'market', quantity: 3 });
    expect(outcome).toMatchObject({
      order: { status: 'filled', price: 0, executedQuote: 301_000n },
      fills: [{ price: 100 }, { price: 100 }, { price: 101 }],
    });
  });

  it('expires where the book has no more', () => {
    const desk = asked();
    const outcome = desk.place('a', 'now', { type: 'market', quantity: 4 });
    expect(outcome).toMatchObject({
      order: { status: 'expired', executed: 3, expiryReason: 'insufficientLiquidity' },
    });
    expect(desk.told().at(-4)).toBe('sell 0 at 101');
  });

  it('is refused as a whole where its account cannot pay the whole', () => {
    const desk = asked();
    desk.exchange.deposit('a', 'Y', desk.exchange.balances('a')[1]!.free, 0);
    desk.place('b', 'dearest', { side: 'sell', price: 2_000, quantity: 1 });
    const outcome = desk.place('a', 'now', { type: 'market', quantity: 4 });
    expect(outcome).toEqual({ kind: 'refused', refusal: { reason: 'insufficientBalance' } });
  });

  it('by quote buys as many whole lots as the quote pays', () => {
    const desk = asked();
    // 250 buy two at 100, and the 50 that are left no third.
    const outcome = desk.place('a', 'now', { type: 'market', quote: 250 });
    expect(outcome).toMatchObject({
      order: { status: 'filled', quantity: 2, quoteQuantity: 250_000n, executedQuote: 200_000n },
    });
  });

  it('by quote sells what brings no more than the quote', () => {
    const desk = openDesk();
    desk.place('b', 'bid', { price: 100, quantity: 5 });
    const outcome = desk.place('a', 'now', { side: 'sell', type: 'market', quote: 399 });
    expect(outcome).toMatchObject({ order: { executed: 3, executedQuote: 300_000n } });
  });

  it('by quote is refused where the book, or the quote, is less than the least lot', () => {
    const desk = openDesk();
    const empty = desk.place('a', 'now', { type: 'market', quote: 250 });
    expect(empty).toEqual({ kind: 'refused', refusal: { reason: 'noLiquidity' } });
    desk.place('b', 'ask', { side: 'sell', price: 100 });
    const small = desk.place('a', 'now', { type: 'market', quote: 99 });
    expect(small).toEqual({ kind: 'refused', refusal: { reason: 'filter', filter: 'lotSize' } });
  });
});

describe('an iceberg', () => {
  it('shows its tip, and goes to the back of the queue with each new one', () => {
    const desk = openDesk();
    desk.place('b', 'ice', { side: 'sell', price: 100, quantity: 5, iceberg: 2 });
    desk.place('b', 'plain', { side: 'sell', price: 100, quantity: 1 });
    expect(desk.exchange.book('XY', 1)?.asks).toEqual([{ price: 100, quantity: 3 }]);
    desk.told();
    desk.place('a', 'bid', { price: 100, quantity: 4 });
    const trades = desk.told().filter((what) => what.startsWith('ice') || what.startsWith('plain'));
    expect(trades).toEqual([
      'ice trade partiallyFilled 2/5',
      'plain trade filled 1/1',
      'ice trade partiallyFilled 3/5',
    ]);
    expect(desk.exchange.book('XY', 1)?.asks).toEqual([{ price: 100, quantity: 1 }]);
    desk.place('a', 'bid', { price: 100, quantity: 1 });
    // The last tip is what is left: one.
    expect(desk.exchange.book('XY', 1)?.asks).toEqual([{ price: 100, quantity: 1 }]);
  });
});
