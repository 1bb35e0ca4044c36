import {
  brief,
  BTCUSDT,
  BUY,
  cancelled,
  closedBar,
  ETHUSDT,
  limitBuy,
  limitSell,
  OPEN_LIMITS,
  Session,
  wanting,
} from '../../testing/desk-fixture.ts';

describe('a slot', () => {
  it('holds one order at a time', () => {
    const session = new Session([wanting([[BUY], [BUY], [BUY]])]);
    session.take(closedBar(0, 50_000));
    expect(session.take(closedBar(1, 50_000))).toEqual([
      {
        kind: 'refused',
        time: 120_000,
        strategyId: 'scripted',
        slot: 'main',
        refusals: [
          {
            limit: 'slot',
            allowed: 'one order in a slot',
            observed: 'os-1',
            reason: 'slot main still holds an order: cancel or replace it first',
          },
        ],
      },
    ]);
    session.take(cancelled('os-1'));
    expect(brief(session.take(closedBar(2, 50_000)))).toEqual(['place os-2 entry']);
  });

  it('is the strategy’s own: two may use one name', () => {
    const session = new Session([wanting([[BUY]]), wanting([[BUY]], { id: 'other' })]);
    expect(brief(session.take(closedBar(0, 50_000)))).toEqual(['place os-1 entry', 'place os-2 entry']);
  });
});

describe('two strategies on one market', () => {
  it('have their own money, positions and protection', () => {
    const session = new Session([wanting([[BUY]]), wanting([[], [BUY]], { id: 'other' })], {
      ...OPEN_LIMITS,
      stopLoss: 0.02,
    });
    session.take(closedBar(0, 50_000));
    session.fill('os-1', 0.02, 50_000);
    expect(brief(session.take(closedBar(1, 40_000)))).toEqual(['place os-3 entry']);
    expect(brief(session.fill('os-3', 0.025, 40_000))).toEqual(['place os-4 stop']);
    const [first, second] = session.state.workers;
    expect(first).toMatchObject({ cash: 400_000_000_000n, positions: [{ size: 0.02 }] });
    expect(second).toMatchObject({ cash: 400_000_000_000n, positions: [{ size: 0.025 }] });
    expect(session.state.account).toMatchObject({ cash: 8_000, sizes: [0.045] });
    session.fill('os-2', 0.02, 39_000, { feeAsset: 'USDT' });
    expect(session.state.workers[0]?.positions[0]?.size).toBe(0);
    expect(session.state.workers[1]).toEqual(second);
  });

  it('are held together to the limits of the account', () => {
    const dip = limitBuy('dip', 40_000, 0.01);
    const session = new Session([wanting([[dip]]), wanting([[dip]], { id: 'other' })], {
      ...OPEN_LIMITS,
      maxOpenOrders: 1,
    });
    expect(brief(session.take(closedBar(0, 50_000)))).toEqual(['place os-1 entry', 'refused maxOpenOrders']);
  });
});

describe('an order', () => {
  it('on a market out of the session is refused', () => {
    const session = new Session([wanting([[{ ...BUY, symbol: 'XRPUSDT' }]])], OPEN_LIMITS, [
      BTCUSDT,
      ETHUSDT,
    ]);
    expect(session.take(closedBar(0, 50_000))).toMatchObject([
      { kind: 'refused', refusals: [{ limit: 'market', allowed: 'BTCUSDT, ETHUSDT', observed: 'XRPUSDT' }] },
    ]);
  });

  it('on a market without a price is refused, whatever else stands in the way', () => {
    const session = new Session([wanting([[{ ...BUY, symbol: 'ETHUSDT' }]])], OPEN_LIMITS, [
      BTCUSDT,
      ETHUSDT,
    ]);
    expect(brief(session.take(closedBar(0, 50_000)))).toEqual(['refused price']);
  });

  it('sells no more than is not on offer yet', () => {
    const session = new Session([
      wanting(
        [[BUY], [limitSell('a', 60_000, 0.015), limitSell('b', 61_000, 0.01), limitSell('c', 62_000, 0.005)]],
        { protection: 'inventory' },
      ),
    ]);
    session.take(closedBar(0, 50_000));
    session.fill('os-1', 0.02, 50_000);
    expect(brief(session.take(closedBar(1, 50_000)))).toEqual([
      'place os-2 exit',
      'refused holding',
      'place os-3 exit',
    ]);
  });

  it('spends no more than is not reserved yet', () => {
    const session = new Session([
      wanting([[limitBuy('a', 40_000, 0.2), limitBuy('b', 40_000, 0.06), limitBuy('c', 40_000, 0.05)]]),
    ]);
    expect(brief(session.take(closedBar(0, 50_000)))).toEqual([
      'place os-1 entry',
      'refused cash',
      'place os-2 entry',
    ]);
  });
});

describe('what is no order', () => {
  it('goes to the shell as it is', () => {
    const session = new Session([
      wanting([
        [
          { kind: 'setTimer', name: 'wake', time: 90_000 },
          { kind: 'compute', task: 'model', input: [1] },
        ],
      ]),
    ]);
    expect(session.take(closedBar(0, 50_000))).toEqual([
      { kind: 'setTimer', time: 60_000, strategyId: 'scripted', name: 'wake', fireTime: 90_000 },
      { kind: 'compute', time: 60_000, strategyId: 'scripted', task: 'model', input: [1] },
    ]);
  });

  it('is not guessed at', () => {
    const unheardOf = JSON.parse('{"kind":"pray"}');
    const session = new Session([wanting([[unheardOf]])]);
    expect(() => session.take(closedBar(0, 50_000))).toThrow(/unknown intent {"kind":"pray"}/);
  });
});
