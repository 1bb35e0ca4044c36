import type { Intent, SlotOrder } from '@org/domain';
import { quantity } from '@org/domain';
import type { RehearsedDecision } from '../../testing.ts';
import { closingAt, rehearse } from '../../testing.ts';
import { smaCross } from './sma-cross.ts';

/** What is wanted on which bar, counted from 0. */
function wanted(closes: readonly number[], set: { confirm?: number } = {}): readonly [number, Intent][] {
  return byBar(rehearse(smaCross, { set: { fast: 2, slow: 4, ...set }, markets: [closingAt(closes)] }));
}

function byBar(decisions: readonly RehearsedDecision[]): readonly [number, Intent][] {
  return decisions.flatMap(({ intents }, bar) => intents.map((intent): [number, Intent] => [bar, intent]));
}

/** What is wanted on which bar by a strategy whose entry always rests, and never fills. */
function wantedWhileEntryRests(closes: readonly number[]): readonly [number, Intent][] {
  const entry: SlotOrder = {
    ...{ slot: 'main', symbol: 'BTCUSDT', state: 'open', filled: 0 },
    request: { type: 'market', side: 'buy', quantity: quantity(1) },
  };
  const decisions = rehearse(smaCross, {
    set: { fast: 2, slow: 4 },
    markets: [closingAt(closes)],
    ask: (strategy, state, facts) =>
      strategy.decide(state, { ...facts, order: (slot) => (slot === 'main' ? entry : undefined) }),
  });
  return byBar(decisions);
}

const FALL_THEN_RISE = [104, 103, 102, 101, 100, 104, 108, 112];

describe('sma-cross', () => {
  it('buys when the fast average crosses above the slow one', () => {
    // Bar 5: fast (100 + 104) / 2 = 102, slow (102 + 101 + 100 + 104) / 4 = 101.75; the bar before 100.5 and 101.5.
    expect(wanted(FALL_THEN_RISE)).toEqual([
      [
        5,
        {
          kind: 'place',
          slot: 'main',
          symbol: 'BTCUSDT',
          side: 'buy',
          size: { by: 'risk' },
          pricing: { type: 'market' },
          reason: 'sma(2) 102 crossed above sma(4) 101.75',
        },
      ],
    ]);
  });

  it('sells all that it holds when they cross back', () => {
    // Bar 9: fast (112 + 104) / 2 = 108, slow (108 + 112 + 112 + 104) / 4 = 109; bar 8 has 112 and 109.
    const [, leaving] = wanted([...FALL_THEN_RISE, 112, 104, 100]);
    expect(leaving).toEqual([
      9,
      {
        kind: 'place',
        slot: 'exit',
        symbol: 'BTCUSDT',
        side: 'sell',
        size: { by: 'position' },
        pricing: { type: 'market' },
        reason: 'sma(2) 108 crossed below sma(4) 109',
      },
    ]);
  });

  it('waits until the cross has held for as many closes as it is told', () => {
    expect(wanted(FALL_THEN_RISE, { confirm: 2 }).map(([bar]) => bar)).toEqual([6]);
    expect(wanted(FALL_THEN_RISE, { confirm: 3 })).toMatchObject([
      [7, { reason: 'sma(2) 110 crossed above sma(4) 106, held for 3 closes' }],
    ]);
  });

  it('takes no notice of a cross that does not hold', () => {
    // The fast average is above the slow one on bar 5 alone, by 0.25.
    const oneBarAbove = [104, 103, 102, 101, 100, 104, 96, 90, 84];
    expect(wanted(oneBarAbove).map(([bar]) => bar)).toEqual([5, 6]);
    expect(wanted(oneBarAbove, { confirm: 2 })).toEqual([]);
  });

  it('holds on to a position through a dip that does not hold', () => {
    const dip = [...FALL_THEN_RISE, 112, 104, 120, 130];
    // Bar 10 has 112 and 112, no cross yet; bar 11 has 125 and 116.5.
    expect(wanted(dip).map(([bar]) => bar)).toEqual([5, 9, 11]);
    expect(wanted(dip, { confirm: 2 }).map(([bar]) => bar)).toEqual([6]);
  });

  it('buys nothing on top of what it holds', () => {
    // As above, and one bar more: with two closes of confirmation bar 12 is a new cross above.
    const dip = [...FALL_THEN_RISE, 112, 104, 120, 130, 140];
    expect(wanted(dip, { confirm: 2 }).map(([bar]) => bar)).toEqual([6]);
  });

  it('buys nothing while its entry rests, and calls it off when they cross back', () => {
    expect(wantedWhileEntryRests(FALL_THEN_RISE)).toEqual([]);
    expect(wantedWhileEntryRests([...FALL_THEN_RISE, 112, 104, 100])).toEqual([
      [9, { kind: 'cancel', slot: 'main', reason: 'sma(2) 108 crossed below sma(4) 109' }],
    ]);
  });

  it('goes by these numbers where none are given', () => {
    expect(smaCross.parameters.parse({})).toEqual({ fast: 20, slow: 50, confirm: 1 });
  });

  it('does nothing in a market that only rises, or does not move', () => {
    expect(wanted([100, 101, 102, 103, 104, 105, 106])).toEqual([]);
    expect(wanted([100, 100, 100, 100, 100, 100, 100])).toEqual([]);
  });

  it('sells nothing where nothing is held', () => {
    expect(wanted([100, 101, 102, 103, 104, 100, 96, 90])).toEqual([]);
  });
});
