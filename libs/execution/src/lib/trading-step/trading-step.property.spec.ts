import type { Command, Intent, Order, OrderEvent, StrategyFacts, TradingEvent } from '@org/domain';
import { amount, baseUnits, canonicalJson, notional, price, quantity, wholeLots, ZERO } from '@org/domain';
import fc from 'fast-check';
import {
  BTCUSDT,
  closedBar,
  limitBuy,
  limitSell,
  MINUTE_MS,
  OPEN_LIMITS,
  scriptedStrategy,
  Session,
} from '../../testing/desk-fixture.ts';
import { sequenceOf } from '../orders/client-order-id.ts';
import { remainingLots } from '../orders/reservation.ts';
import type { TradingState } from '../state/trading-state.ts';
import { readState, writeState } from '../state/saved-state.ts';
import { tradingStep } from './trading-step.ts';

/** What happens next, in small numbers; what they mean depends on the orders that are working then. */
interface Happening {
  readonly kind: 'bar' | 'report' | 'again' | 'stranger' | 'session';
  readonly which: number;
  readonly what: number;
  readonly size: number;
}

const happenings = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'bar',
      'bar',
      'report',
      'report',
      'report',
      'report',
      'again',
      'stranger',
      'session',
    ),
    which: fc.nat(7),
    what: fc.nat(9),
    size: fc.integer({ min: 1, max: 100 }),
  } as const),
  { minLength: 1, maxLength: 150, size: 'max' },
);

/** A story that fails is short enough to be read as it is: making it shorter takes minutes. */
const STORY_RUNS = { numRuns: 60, endOnFailure: true };

const SLOTS = ['a', 'b', 'c'] as const;

/** Wants something else at each decision: entries, brackets, exits, replacements, cancels, whatever is held. */
function restless(id: string, protection: 'position' | 'inventory') {
  const wants = (facts: StrategyFacts, n: number): readonly Intent[] => {
    const slot = SLOTS[n % 3] ?? 'a';
    const { size } = facts.position('BTCUSDT');
    const mark = facts.candles[0]?.candle.close ?? 50_000;
    const buy = limitBuy(slot, mark * 0.99, 0.01);
    const reason = 'test';
    switch ((n * 7 + 3) % 8) {
      case 0:
        return [{ kind: 'cancel', slot, reason }];
      case 1:
        return [{ kind: 'replace', slot, size: { by: 'quantity', quantity: 0.015 }, price: mark, reason }];
      case 2:
        return [{ ...buy, side: 'sell', size: { by: 'position' }, pricing: { type: 'market' } }];
      case 3:
        return [limitSell(slot, mark * 1.01, size / 2), buy];
      case 4:
        return [{ ...buy, kind: 'bracket', side: 'buy', stopPrice: mark * 0.9, targetPrice: mark * 1.1 }];
      default:
        return [{ ...buy, pricing: { type: 'market' } }];
    }
  };
  return scriptedStrategy(wants, { id, protection, wantsOrderEvents: protection === 'inventory' });
}

/** A session of two strategies, and an exchange that tells anything in any order, but never a trade that nobody can pay. */
class Storm {
  readonly session = new Session([restless('swing', 'position'), restless('grid', 'inventory')], {
    ...OPEN_LIMITS,
    stopLoss: 0.05,
    takeProfitRatio: 2,
    maxDrawdown: 0.5,
  });
  readonly #told: TradingEvent[] = [];
  /** Legs of pairs whose other leg has traded: the exchange ends them, whenever it tells so. */
  readonly barred = new Set<string>();
  #tradeId = 0;
  #minute = 0;

  /** The event that was taken last. */
  get newest(): TradingEvent {
    const event = this.#told.at(-1);
    if (event === undefined) throw new Error('nothing has happened');
    return event;
  }

  /** Takes what happens; gives the commands that follow. */
  take(happening: Happening): readonly Command[] {
    const event = this.#eventOf(happening);
    this.#told.push(event);
    return this.session.take(event);
  }

  #eventOf({ kind, which, what, size }: Happening): TradingEvent {
    const { orders } = this.session.state;
    const order = orders[which % Math.max(1, orders.length)];
    switch (kind) {
      case 'bar':
        return closedBar(this.#minute++, 48_000 + 40 * size);
      case 'report':
        return order === undefined ? this.#session(what) : this.#report(order, what, size);
      case 'again':
        return this.#told[(which * 13 + what) % Math.max(1, this.#told.length)] ?? this.#session(what);
      case 'stranger':
        return {
          ...this.#about(`${what % 2 === 0 ? 'os' : 'web'}-${which * 100 + 1}`),
          kind: 'orderCancelled',
        };
      case 'session':
        return this.#session(what);
    }
  }

  #about(clientOrderId: string) {
    return { time: this.#minute * MINUTE_MS, symbol: 'BTCUSDT', clientOrderId };
  }

  #report(order: Order, what: number, size: number): OrderEvent {
    const about = this.#about(order.clientOrderId);
    switch (what) {
      case 0:
        return { kind: 'orderRejected', ...about, reason: 'no' };
      case 1:
        return { kind: 'orderUnknown', ...about };
      case 2:
        return { kind: 'orderCancelled', ...about };
      case 3:
        return { kind: 'orderExpired', ...about, reason: 'by its rules' };
      case 4:
      case 5:
        return { kind: 'orderAccepted', ...about };
      default:
        return this.#fill(order, size);
    }
  }

  /** A trade of `size` percent of an order, as far as the exchange has what it takes; else a word that it lives. */
  #fill({ clientOrderId, request, filled, reserved, pairedWith }: Order, size: number): OrderEvent {
    const about = this.#about(clientOrderId);
    const paid = price(request.type === 'limit' ? request.price : 5_000_000);
    const wanted = request.type === 'marketQuote' ? 1_000 : request.quantity - filled;
    const most =
      request.type === 'marketQuote' ? Number(reserved / notional(paid, quantity(1), BTCUSDT)) : wanted;
    const lots = quantity(Math.min(most, Math.ceil((wanted * size) / 100)));
    const held = this.session.state.account.balances.find(({ asset }) => asset === 'BTC')?.total ?? 0n;
    if (
      this.barred.has(clientOrderId) ||
      lots < 1 ||
      (request.side === 'sell' && baseUnits(lots, BTCUSDT) > held)
    ) {
      return { kind: 'orderAccepted', ...about };
    }
    this.#tradeId += 1;
    if (pairedWith !== null) this.barred.add(pairedWith);
    const worth = notional(paid, lots, BTCUSDT);
    const buys = request.side === 'buy';
    return {
      kind: 'orderFilled',
      ...about,
      tradeId: this.#tradeId,
      price: paid,
      quantity: lots,
      notional: worth,
      fee: amount((buys ? baseUnits(lots, BTCUSDT) : worth) / 1_000n),
      feeAsset: buys ? 'BTC' : 'USDT',
      liquidity: 'taker',
      complete: lots === most,
      note: null,
    };
  }

  #session(what: number): TradingEvent {
    const time = this.#minute * MINUTE_MS;
    switch (what) {
      case 0:
        return { kind: 'killSwitch', time, mode: 'noEntries', reason: 'test' };
      case 1:
        return { kind: 'killSwitch', time, mode: 'flatten', reason: 'test' };
      case 2:
      case 3:
        return { kind: 'connectionLost', time, stream: 'prices' };
      case 4:
      case 5:
      case 6:
        return { kind: 'connectionRestored', time, stream: 'prices' };
      default:
        return { kind: 'riskReset', time, by: 'a person' };
    }
  }
}

function isWorking({ orders }: TradingState, id: string | null): boolean {
  return orders.some(({ clientOrderId }) => clientOrderId === id);
}

/** Whether an order's cancel is on its way or wished: what it leaves is settled at its end. */
function isEnding({ state }: Order): boolean {
  return state.kind === 'pendingCancel' || ('thenCancel' in state && state.thenCancel);
}

function placedIds(commands: readonly Command[]): readonly string[] {
  return commands.flatMap((command) => {
    if (command.kind === 'place') return [command.clientOrderId];
    return command.kind === 'placePair' ? [command.stop.clientOrderId, command.target.clientOrderId] : [];
  });
}

/** Plays a story and lets `check` look after every step. */
function play(
  story: readonly Happening[],
  check: (storm: Storm, commands: readonly Command[]) => void,
): void {
  const storm = new Storm();
  for (const happening of story) check(storm, storm.take(happening));
}

describe('whatever the exchange tells, in whatever order and however often', () => {
  it('nothing is owned below nothing, and the books of the strategies add up to the account', () => {
    fc.assert(
      fc.property(happenings, (story) => {
        play(story, ({ session: { state } }) => {
          for (const { total } of state.account.balances) expect(total >= 0n).toBe(true);
          const [usdt, btc] = state.account.balances;
          const cash = state.workers.reduce((sum, worker) => sum + worker.cash, 0n);
          const held = state.workers
            .flatMap(({ positions }) => positions)
            .reduce((sum, { units }) => sum + units, 0n);
          expect([cash, held]).toEqual([usdt?.total, btc?.total]);
          for (const worker of state.workers) expect(worker.cash >= 0n).toBe(true);
        });
      }),
      STORY_RUNS,
    );
  });

  it('no order holds back less than nothing, and what has ended is not kept', () => {
    fc.assert(
      fc.property(happenings, (story) => {
        play(story, ({ session: { state } }) => {
          for (const { reserved, request, filled } of state.orders) {
            expect(reserved >= 0n).toBe(true);
            if (request.type !== 'marketQuote') expect(filled).toBeLessThan(request.quantity);
          }
          const sequences = state.orders.map(({ sequence }) => sequence);
          expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
        });
      }),
      STORY_RUNS,
    );
  });

  it('no order is sent twice, and every id is newer than those before it', () => {
    fc.assert(
      fc.property(happenings, (story) => {
        const sent = new Set<string>();
        const made = new Set<number>();
        let newest = 0;
        play(story, ({ session: { state } }, commands) => {
          for (const id of placedIds(commands)) {
            expect(sent).not.toContain(id);
            sent.add(id);
            made.add(sequenceOf(id, 'os'));
          }
          const fresh = state.orders.map(({ sequence }) => sequence).filter((number) => !made.has(number));
          for (const sequence of fresh) made.add(sequence);
          for (const sequence of fresh) expect(sequence).toBeGreaterThan(newest);
          newest = Math.max(newest, ...made);
          expect(newest).toBeLessThan(state.nextSequence);
        });
      }),
      STORY_RUNS,
    );
  });

  it('no sale is sent of more than the strategy holds and has not on offer already', () => {
    fc.assert(
      fc.property(happenings, (story) => {
        play(story, ({ session: { state }, barred }, commands) => {
          const sellsNow = commands.some(
            (command) =>
              (command.kind === 'place' && command.request.side === 'sell') || command.kind === 'placePair',
          );
          if (!sellsNow) return;
          state.workers.forEach(({ positions }, seat) => {
            const offered = state.orders
              .filter(
                ({ strategyId, request }) =>
                  strategyId === ['swing', 'grid'][seat] && request.side === 'sell',
              )
              .filter(({ clientOrderId }) => !barred.has(clientOrderId))
              .reduce((sum, { reserved }) => sum + reserved, 0n);
            expect(offered <= (positions[0]?.units ?? 0n)).toBe(true);
          });
        });
      }),
      STORY_RUNS,
    );
  });

  it('every lot worth an order is covered or about to be sold, unless a person was told that it cannot be', () => {
    fc.assert(
      fc.property(happenings, (story) => {
        let isTold = false;
        play(story, ({ session: { state } }, commands) => {
          const { halt } = state.risk;
          isTold ||= commands.some((command) => command.kind === 'alert' && command.code === 'unprotected');
          isTold ||= halt.kind === 'killSwitch' && halt.mode === 'flatten';
          if (isTold || state.orders.some(isEnding)) return;
          const lots = wholeLots(state.workers[0]?.positions[0]?.units ?? ZERO, BTCUSDT);
          const covered = state.orders
            .filter(({ strategyId, request }) => strategyId === 'swing' && request.side === 'sell')
            .filter(({ purpose, pairedWith }) => purpose !== 'target' || !isWorking(state, pairedWith))
            .reduce((sum, { request, filled }) => sum + remainingLots(request, filled), 0);
          // The least order is worth 5 USDT at the stop; 0.0002 BTC are worth twice that at every price here.
          expect(lots - covered).toBeLessThan(20);
        });
      }),
      STORY_RUNS,
    );
  });

  it('what waits, waits for an older order that is working', () => {
    fc.assert(
      fc.property(happenings, (story) => {
        play(story, ({ session: { state } }) => {
          const working = state.orders.map(({ clientOrderId }) => clientOrderId);
          for (const [index, { state: at }] of state.orders.entries()) {
            if (at.kind !== 'waiting') continue;
            expect(at.for.length).toBeGreaterThan(0);
            for (const id of at.for) expect(working.slice(0, index)).toContain(id);
          }
        });
      }),
      STORY_RUNS,
    );
  });

  it('a step changes nothing but what it gives, and goes on from JSON as from itself', () => {
    fc.assert(
      fc.property(happenings, (story) => {
        const storm = new Storm();
        for (const happening of story) {
          const { desk, state: before } = storm.session;
          const written = writeState(before);
          const commands = storm.take(happening);
          expect(writeState(before)).toBe(written);
          const again = tradingStep(desk, readState(written), storm.newest);
          expect(writeState(again.state)).toBe(writeState(storm.session.state));
          expect(canonicalJson(again.commands)).toBe(canonicalJson(commands));
        }
      }),
      STORY_RUNS,
    );
  });

  it('all of this is tried on stories in which everything happens', () => {
    const commands = new Set<string>();
    const states = new Set<string>();
    for (const story of fc.sample(happenings, { numRuns: 60, seed: 7 })) {
      play(story, ({ session: { state } }, given) => {
        for (const command of given) commands.add(command.kind === 'alert' ? command.code : command.kind);
        for (const order of state.orders) states.add(`${order.purpose} ${order.state.kind}`);
      });
    }
    const alerts = [
      'foreign-order',
      'impossible-report',
      'kill-switch',
      'order-rejected',
      'replacement-dropped',
    ];
    expect([...commands].sort()).toEqual(
      [...alerts, 'unprotected', 'cancel', 'place', 'placePair', 'refused'].sort(),
    );
    for (const purpose of ['entry', 'exit', 'stop', 'target']) {
      for (const kind of ['pendingNew', 'open', 'pendingCancel', 'unknown']) {
        expect(states).toContain(`${purpose} ${kind}`);
      }
    }
    expect(states).toContain('entry waiting');
    expect(states).toContain('exit waiting');
  });
});
