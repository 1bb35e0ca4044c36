import type { OrderCommand, OrderEvent } from '@org/domain';
import { price, quantity } from '@org/domain';
import type { Script } from '../../testing/bar-tape.ts';
import type { BarSimulator } from './bar-simulator.ts';
import {
  ABC,
  bar,
  BNBUSD,
  cancel,
  deposit,
  drain,
  limit,
  market,
  MINUTE_MS,
  place,
  simulator,
  tell,
  work,
} from '../../testing/bar-tape.ts';

const QUIET = bar(1, 100, 100, 100, 100);

/**
 * Opens both markets for one minute and gives what happened, with its time; `answers` are submitted behind a line. A
 * market that was not opened is when the first command is sent to it.
 */
function slice(
  sim: BarSimulator,
  minute: number,
  prices: readonly [number, number, number, number],
  { answers = {}, symbols = ['ABCUSD', 'BNBUSD'] }: { answers?: Script; symbols?: readonly string[] } = {},
) {
  const opened = new Set<string>();
  const open = (symbol: string): void => {
    opened.add(symbol);
    sim.openBar(symbol, bar(minute, ...prices), (minute + 1) * MINUTE_MS);
  };
  symbols.forEach(open);
  const lines: string[] = [];
  for (let event = sim.nextEvent(); event !== undefined; event = sim.nextEvent()) {
    const line = at(event);
    lines.push(line);
    for (const command of answers[line] ?? []) {
      if (!opened.has(command.symbol)) open(command.symbol);
      sim.submit(command);
    }
  }
  return lines;
}

const at = (event: OrderEvent) => `${event.time - MINUTE_MS}: ${tell(event).split(',')[0]}`;

describe('bars of several markets at one time', () => {
  const bnbLimit = {
    type: 'limit',
    side: 'buy',
    quantity: quantity(1000),
    price: price(990),
    postOnly: false,
  } as const;

  it('are answered together, then opened together, then traded together, so that time never goes back', () => {
    const sim = simulator();
    sim.submit(place('bnb', market('buy', 1), 'BNBUSD'));
    sim.submit(place('bnb-rest', bnbLimit, 'BNBUSD'));
    sim.submit(place('abc', market('buy', 1)));
    sim.submit(place('abc-rest', limit('buy', 1, 99)));
    expect(slice(sim, 1, [100, 100, 98, 99])).toEqual([
      '0: bnb accepted',
      '0: bnb-rest accepted',
      '0: abc accepted',
      '0: abc-rest accepted',
      '0: abc filled 1 at 100',
      '0: bnb filled 1 at 100',
      '59999: abc-rest filled 1 at 99',
      '59999: bnb-rest filled 1 at 99',
    ]);
  });

  it('let the money that a cancel frees in one market be spent in the other at the same open', () => {
    const sim = simulator();
    sim.submit(place('rest', limit('buy', 100, 100)));
    work(sim, bar(0, 100, 101, 100, 101));
    sim.submit(cancel('rest'));
    sim.submit(place('bnb', market('buy', 90), 'BNBUSD'));
    expect(slice(sim, 1, [101, 101, 101, 101])).toEqual([
      '0: rest cancelled',
      '0: bnb accepted',
      '0: bnb filled 90 at 101',
    ]);
  });

  it('have their turns by their symbols, in whatever order they were opened', () => {
    for (const symbols of [
      ['ABCUSD', 'BNBUSD'],
      ['BNBUSD', 'ABCUSD'],
    ]) {
      const sim = simulator();
      sim.submit(place('bnb', market('buy', 1), 'BNBUSD'));
      sim.submit(place('abc', market('buy', 1)));
      expect(slice(sim, 1, [100, 100, 98, 99], { symbols }).slice(2)).toEqual([
        '0: abc filled 1 at 100',
        '0: bnb filled 1 at 100',
      ]);
    }
  });

  it('have their turns by their symbols, in whatever order the simulator was told of them', () => {
    const sim = simulator({ instruments: [BNBUSD, ABC] });
    sim.submit(place('bnb', market('buy', 1), 'BNBUSD'));
    sim.submit(place('abc', market('buy', 1)));
    expect(slice(sim, 1, [100, 100, 98, 99]).slice(2)).toEqual([
      '0: abc filled 1 at 100',
      '0: bnb filled 1 at 100',
    ]);
  });

  it('answer a command late in a bar at its end, in a market that had nothing to do until then', () => {
    const sim = simulator();
    sim.submit(place('rest', limit('buy', 1, 99)));
    const answers = { '59999: rest filled 1 at 99': [place('bnb', bnbLimit, 'BNBUSD')] };
    expect(slice(sim, 1, [100, 100, 98, 99], { answers }).slice(-2)).toEqual([
      '59999: bnb accepted',
      '59999: bnb filled 1 at 99',
    ]);
  });

  it('answer a command at once in a market that had nothing to do until then, and may be opened for it', () => {
    for (const symbols of [['ABCUSD', 'BNBUSD'], ['BNBUSD', 'ABCUSD'], ['ABCUSD']]) {
      const sim = simulator();
      sim.submit(place('abc', market('buy', 1)));
      sim.submit(place('abc-rest', limit('buy', 1, 99)));
      const answers = {
        '0: abc accepted': [place('bnb-first', market('buy', 1), 'BNBUSD')],
        '0: abc filled 1 at 100': [place('bnb-late', market('buy', 2), 'BNBUSD')],
        '59999: abc-rest filled 1 at 99': [
          place('bnb-last', limit('buy', 1, 101), 'BNBUSD'),
          cancel('bnb-late', 'BNBUSD'),
        ],
      };
      const lines = slice(sim, 1, [100, 100, 98, 99], { answers, symbols });
      expect(lines.toSorted()).toEqual([
        '0: abc accepted',
        '0: abc filled 1 at 100',
        '0: abc-rest accepted',
        '0: bnb-first accepted',
        '0: bnb-first filled 1 at 100',
        '0: bnb-late accepted',
        '59999: abc-rest filled 1 at 99',
        '59999: bnb-last accepted',
        '59999: bnb-last filled 1 at 100',
        '59999: bnb-late cancelled',
      ]);
    }
  });

  it('leave a command alone whose market has no bar, until it has', () => {
    const sim = simulator();
    sim.submit(place('bnb', market('buy', 1), 'BNBUSD'));
    sim.submit(place('abc', market('buy', 1)));
    expect(work(sim, QUIET)[0]).toBe('abc accepted');
    expect(work(sim, bar(2, 100, 100, 100, 100))).toEqual([]);
    expect(work(sim, bar(3, 100, 100, 100, 100), {}, 'BNBUSD')).toEqual([
      'bnb accepted',
      'bnb filled 1 at 100, fee 0.001 BNB, taker, complete',
    ]);
  });
});

describe('a bar', () => {
  it('is over once nothing more happens in it: what comes later waits for the next', () => {
    const sim = simulator();
    work(sim, QUIET);
    sim.submit(place('buy', market('buy', 1)));
    expect(sim.nextEvent()).toBeUndefined();
    expect(drain(sim)).toEqual([]);
    expect(work(sim, QUIET)).toHaveLength(2);
  });

  it('must be worked to its end before the next one of its market opens', () => {
    const sim = simulator({ deposits: [deposit('USD', '1000')] });
    sim.openBar('ABCUSD', QUIET, 2 * MINUTE_MS);
    expect(() => sim.openBar('ABCUSD', QUIET, 3 * MINUTE_MS)).toThrow(
      'the bars opened before are not worked to their end; found ABCUSD opens. Call nextEvent until it gives undefined first.',
    );
  });

  it('of a market that is not among the instruments is an error', () => {
    const sim = simulator();
    const message =
      'this market is not among the instruments of the simulator; found XYZ; allowed: ABCUSD, BNBUSD';
    expect(() => sim.openBar('XYZ', QUIET, 2 * MINUTE_MS)).toThrow(message);
    expect(() => sim.submit(cancel('x', 'XYZ'))).toThrow(message);
  });
});

describe('trade ids', () => {
  it('ascend over all markets', () => {
    const sim = simulator();
    const ids: number[] = [];
    for (const minute of [1, 2, 3]) {
      sim.submit(place(`abc-${minute}`, market('buy', 1)));
      sim.submit(place(`bnb-${minute}`, market('buy', 1), 'BNBUSD'));
      for (const symbol of ['ABCUSD', 'BNBUSD']) sim.openBar(symbol, bar(minute, 9, 9, 9, 9), 0);
      for (let event = sim.nextEvent(); event !== undefined; event = sim.nextEvent()) {
        if (event.kind === 'orderFilled') ids.push(event.tradeId);
      }
    }
    expect(ids).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe('the options', () => {
  it.each([0, -0.1, 1.01, Number.NaN])('refuse a participation of %s', (participation) => {
    expect(() => simulator({ participation })).toThrow('above 0 and at most 1, such as 0.1');
  });

  it('refuse a negative deposit', () => {
    expect(() => simulator({ deposits: [deposit('USD', '-1')] })).toThrow(
      'a deposit of USD cannot be negative; found -100000000; allowed: 0 or more of its smallest unit',
    );
  });
});

describe('a command that was given inside a bar', () => {
  const inside = (command: OrderCommand): OrderCommand => ({ ...command, time: 1.5 * MINUTE_MS });

  it('is answered at the next open: what the bar traded before it does not come back', () => {
    const sim = simulator();
    sim.submit(inside(place('market', market('buy', 1))));
    sim.submit(inside(place('rest', limit('buy', 1, 99))));
    sim.submit(place('in time', limit('buy', 1, 98)));
    expect(work(sim, bar(1, 100, 100, 97, 100))).toEqual([
      'in time accepted',
      'in time filled 1 at 98, fee 0.001 ABC, maker, complete',
    ]);
    expect(work(sim, bar(2, 100, 100, 100, 100))).toEqual([
      'market accepted',
      'rest accepted',
      'market filled 1 at 100, fee 0.001 ABC, taker, complete',
    ]);
  });

  it('waits also where the bar is at work already', () => {
    const sim = simulator();
    sim.submit(place('first', limit('buy', 1, 99)));
    const answers = { 'first accepted': [inside(place('second', limit('buy', 1, 98)))] };
    expect(work(sim, bar(1, 100, 100, 97, 100), answers)).toEqual([
      'first accepted',
      'first filled 1 at 99, fee 0.001 ABC, maker, complete',
    ]);
    expect(work(sim, bar(2, 100, 100, 100, 100))).toEqual(['second accepted']);
  });

  it('cancels no sooner', () => {
    const sim = simulator();
    sim.submit(place('rest', limit('buy', 1, 99)));
    sim.submit(inside(cancel('rest')));
    expect(work(sim, bar(1, 100, 100, 99, 100))).toEqual(['rest accepted']);
    expect(work(sim, bar(2, 100, 100, 97, 100))).toEqual(['rest cancelled']);
  });
});

describe('orders that are answered by further orders without an end', () => {
  it('are stopped, since no bar would ever end', () => {
    const sim = simulator();
    sim.openBar('ABCUSD', QUIET, 2 * MINUTE_MS);
    sim.submit(place('rest', limit('buy', 1, 99)));
    const goOn = (): void => {
      for (let event = sim.nextEvent(); event !== undefined; event = sim.nextEvent()) {
        sim.submit(event.kind === 'orderAccepted' ? cancel('rest') : place('rest', limit('buy', 1, 99)));
      }
    };
    expect(goOn).toThrow('time stands still; found more than 250000 commands in one bar of ABCUSD');
  });
});
