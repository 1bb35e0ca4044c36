import type { CandleClosed, Command, Strategy, TradingEvent } from '@org/domain';
import { amount, canonicalJson } from '@org/domain';
import {
  accepted,
  brief,
  BTCUSDT,
  BUY,
  closedBar,
  ETHUSDT,
  fillOf,
  MINUTE_MS,
  OPEN_LIMITS,
  Session,
  wanting,
} from '../../testing/desk-fixture.ts';
import { startTrading } from '../state/start-trading.ts';
import { writeState } from '../state/saved-state.ts';
import type { BarWalk } from './bar-walk.ts';
import { TradingRun } from './trading-run.ts';
import { tradingStep } from './trading-step.ts';

/** A buy, its stop, a bar told twice, a lost stream, a pulled kill switch. */
const story: readonly TradingEvent[] = [
  closedBar(0, 50_000),
  accepted('os-1'),
  fillOf('os-1', { time: MINUTE_MS, tradeId: 1, price: 50_000, size: 0.01 }),
  accepted('os-2'),
  closedBar(1, 50_100),
  closedBar(1, 50_100),
  { kind: 'connectionLost', time: 2 * MINUTE_MS, stream: 'prices' },
  closedBar(2, 50_200),
  { kind: 'killSwitch', time: 3 * MINUTE_MS, mode: 'flatten', reason: 'test' },
  closedBar(3, 49_000),
];

const { desk } = new Session([wanting([[BUY]])], { ...OPEN_LIMITS, stopLoss: 0.05 });

const ETHER: Strategy['inputs'] = [{ kind: 'candles', symbol: 'ETHUSDT', interval: '1m' }];

const FILL = { time: 4 * MINUTE_MS, tradeId: 1, price: 49_990, size: 0.1 };

/** Bars as a backtest gives them: the rows of a table, and one object, which stands for one after the other. */
class TableWalk implements BarWalk {
  /** Plain data but for its one method, which does not count as any. */
  readonly bar = Object.defineProperty(
    { ...closedBar(0, NaN), standFor: (row: number) => this.#showRow(row) },
    'standFor',
    { enumerable: false },
  );
  readonly cells: Float64Array;
  readonly toLow = 1;
  readonly toHigh = 2;
  readonly toClose = 3;
  readonly rowStep = 4;
  readonly lengthMs = MINUTE_MS;
  readonly equities: Float64Array;
  readonly end: number;
  row = 0;
  point = 0;
  calm = { calmLow: -Infinity, calmHigh: Infinity };
  lastTime = Infinity;
  readonly #closes: readonly number[];
  #told = 0;

  constructor(closes: readonly number[]) {
    this.#closes = closes;
    this.cells = Float64Array.from(closes.flatMap((close, at) => [at * MINUTE_MS, close, close, close]));
    this.equities = new Float64Array(closes.length);
    this.end = this.cells.length;
  }

  get bars(): number {
    return this.point;
  }

  get isOver(): boolean {
    return this.row === this.end;
  }

  passed(): void {
    expect(this.row).toBe(this.point * this.rowStep);
  }

  /** The bars since this was asked last, each an object of its own. */
  walked(): readonly CandleClosed[] {
    const walked = this.#closes.slice(this.#told, this.bars).map((_, at) => this.#plain(this.#told + at));
    this.#told = this.bars;
    return walked;
  }

  #showRow(row: number): void {
    Object.assign(this.bar, this.#plain(row / this.rowStep));
  }

  #plain(bar: number): CandleClosed {
    return closedBar(bar, this.#closes[bar] ?? NaN);
  }
}

describe('a trading run', () => {
  it('begins a day with the last price of 00:00, as the steps do', () => {
    const strategies = [wanting([[BUY]]), wanting([[BUY]], { id: 'other', inputs: ETHER })];
    const limits = { ...OPEN_LIMITS, dailyLoss: 0.5 };
    const { desk: both } = new Session(strategies, limits, [BTCUSDT, ETHUSDT]);
    const start = startTrading(both, 0);
    const run = new TradingRun(both, start);
    let state = start;
    const last = 86_400_000 / MINUTE_MS - 1;
    const events: readonly TradingEvent[] = [
      ...[closedBar(0, 50_000), closedBar(0, 2_000, 'ETHUSDT')],
      fillOf('os-1', { time: MINUTE_MS, tradeId: 1, price: 50_000, size: 0.02 }),
      ...[closedBar(last, 50_000), closedBar(last, 1_900, 'ETHUSDT')],
      ...[closedBar(last + 1, 49_000), closedBar(last + 1, 1_900, 'ETHUSDT')],
      ...[closedBar(2 * last + 1, 1_950, 'ETHUSDT'), closedBar(2 * last + 1, 48_000)],
    ];
    for (const event of events) {
      run.take(event);
      state = tradingStep(both, state, event).state;
      expect(run.state.risk).toEqual(state.risk);
    }
    expect(state.risk).toMatchObject({ day: 2 * 86_400_000, dayEquity: 9_960 });
  });

  it('gives after every event the state and the commands that the steps give', () => {
    const run = new TradingRun(desk, startTrading(desk, 0));
    let state = startTrading(desk, 0);
    for (const event of story) {
      const step = tradingStep(desk, state, event);
      state = step.state;
      expect(canonicalJson(run.take(event))).toBe(canonicalJson(step.commands));
      expect(writeState(run.state)).toBe(writeState(state));
    }
    expect(state.orders).not.toHaveLength(0);
  });

  it('takes a bar whose place the shell has asked for as any other event', () => {
    const [known, asked] = [
      new TradingRun(desk, startTrading(desk, 0)),
      new TradingRun(desk, startTrading(desk, 0)),
    ];
    const place = known.placeOf('BTCUSDT', '1m');
    for (const event of story) {
      const commands = event.kind === 'candleClosed' ? known.closeBar(place, event) : known.take(event);
      expect(canonicalJson(commands)).toBe(canonicalJson(asked.take(event)));
      expect(writeState(known.state)).toBe(writeState(asked.state));
    }
    expect(() => known.placeOf('DOGEUSDT', '1m')).toThrow('this session does not trade that market');
  });

  it('knows what is held from the start by a bar before trading, and decides nothing on it', () => {
    const asked: number[] = [];
    const watching = wanting([], {
      decide: (state, { time }) => {
        asked.push(time);
        return { state, intents: [] };
      },
    });
    const deposits = [
      { asset: 'USDT', amount: amount(10_000n * 100_000_000n) },
      { asset: 'BTC', amount: amount(200_000_000n) },
    ];
    const holding = new Session([watching], OPEN_LIMITS, undefined, deposits).desk;
    const run = new TradingRun(holding, startTrading(holding, 0));
    run.mark(run.placeOf('BTCUSDT', '1m'), closedBar(0, 50_000));
    expect(run.state.equity).toBe(10_000 + 2 * 50_000);
    expect(asked).toEqual([]);
    const without = new TradingRun(desk, startTrading(desk, 0));
    without.mark(without.placeOf('BTCUSDT', '1m'), closedBar(0, 50_000));
    expect(writeState(without.state)).toBe(writeState(startTrading(desk, 0)));
  });

  it('takes the bars of a walk as one by one, and stops after the first on which more happens', () => {
    const idle = { state: null, intents: [] };
    const limits = { ...OPEN_LIMITS, stopLoss: 0.05, dailyLoss: 0.001 };
    const decide: Strategy['decide'] = (_state, { time }) =>
      time === 4 * MINUTE_MS ? { state: null, intents: [BUY] } : idle;
    const { desk: ofOne } = new Session([wanting([], { initialState: null, decide })], limits);
    const [walked, stepped] = [
      new TradingRun(ofOne, startTrading(ofOne, 0)),
      new TradingRun(ofOne, startTrading(ofOne, 0)),
    ];
    const place = walked.placeOf('BTCUSDT', '1m');
    // The first bar, a purchase on the fourth; after its fill a loss that is halted on the eighth.
    const closes = [50_000, 50_010, 50_000, 49_990, 50_000, 50_010, 50_020, 48_000, 48_010, 48_000];
    const walk = new TableWalk(closes);
    const stops: (readonly string[])[] = [];
    while (!walk.isOver) {
      const commands = walked.closeBars(place, walk);
      const one: Command[] = [];
      for (const bar of walk.walked()) {
        one.push(...stepped.take(bar));
        expect(walk.equities[bar.time / MINUTE_MS - 1]).toBe(stepped.state.equity);
      }
      expect(canonicalJson(commands)).toBe(canonicalJson(one));
      stops.push([`bar ${walk.bars}`, ...brief(commands)]);
      if (walk.bars === 4) {
        for (const event of [accepted('os-1'), fillOf('os-1', FILL)])
          expect(canonicalJson(walked.take(event))).toBe(canonicalJson(stepped.take(event)));
      }
      expect(writeState(walked.state)).toBe(writeState(stepped.state));
    }
    expect(stops).toEqual([
      ['bar 1'],
      ['bar 4', 'place os-1 entry'],
      ['bar 5'],
      ['bar 6'],
      ['bar 7'],
      ['bar 8', 'alert limit-breached'],
      ['bar 10'],
    ]);
  });

  it('begins a new day in the middle of a walk on which nothing else happens', () => {
    const idle = { state: null, intents: [] };
    const strategy = wanting([], { initialState: null, decide: () => idle });
    const { desk: ofOne } = new Session([strategy], { ...OPEN_LIMITS, dailyLoss: 0.05 });
    const run = new TradingRun(ofOne, startTrading(ofOne, 0));
    const place = run.placeOf('BTCUSDT', '1m');
    const minutesOfDay = 86_400_000 / MINUTE_MS;
    const walk = new TableWalk(new Array<number>(minutesOfDay + 10).fill(50_000));
    while (!walk.isOver) run.closeBars(place, walk);
    expect(run.state.risk.day).toBe(86_400_000);
  });

  it.each([
    ['beyond the calm below', { calm: { calmLow: 49_990, calmHigh: Infinity } }, 2],
    ['beyond the calm above', { calm: { calmLow: -Infinity, calmHigh: 50_020 } }, 4],
    ['that closes too late', { lastTime: 3 * MINUTE_MS }, 3],
  ])('ends a walk before a bar %s', (_why, bounds, bars) => {
    const { desk: ofOne } = new Session([
      wanting([], { initialState: null, decide: () => ({ state: null, intents: [] }) }),
    ]);
    const run = new TradingRun(ofOne, startTrading(ofOne, 0));
    const walk = Object.assign(new TableWalk([50_000, 50_010, 49_990, 50_000, 50_020, 50_000]), bounds);
    const place = run.placeOf('BTCUSDT', '1m');
    for (let bar = 0; bar < 6; bar++) run.closeBars(place, walk);
    expect(walk.bars).toBe(bars);
    expect(run.state.time).toBe(bars * MINUTE_MS);
  });

  it('asks nothing about a bar that is told again, by the same object too', () => {
    const run = new TradingRun(desk, startTrading(desk, 0));
    const place = run.placeOf('BTCUSDT', '1m');
    const bar = { ...closedBar(0, 50_000) };
    const decisions = [0, 1, 1, 0, 2].map((at) => {
      run.closeBar(place, Object.assign(bar, closedBar(at, 50_000)));
      return run.state.workers[0]?.memory;
    });
    expect(decisions).toEqual([1, 2, 2, 2, 3]);
  });

  it('leaves the state that it began with as it was', () => {
    const told = 4;
    const start = story
      .slice(0, told)
      .reduce((state, event) => tradingStep(desk, state, event).state, startTrading(desk, 0));
    expect(start.orders).not.toHaveLength(0);
    const written = writeState(start);
    const run = new TradingRun(desk, start);
    for (const event of story.slice(told)) run.take(event);
    expect(writeState(start)).toBe(written);
    expect(writeState(run.state)).not.toBe(written);
  });

  it('keeps what a strategy comes back with where it tells two decisions by the same two objects', () => {
    const idle = { state: null, intents: [] };
    const alert = { state: { seen: 1 }, intents: [] };
    const { desk: ofOne } = new Session([
      wanting([], { decide: (state, { time }) => (time === 2 * MINUTE_MS && state === null ? alert : idle) }),
    ]);
    const run = new TradingRun(ofOne, startTrading(ofOne, 0));
    const memories = [0, 1, 2, 3].map((bar) => {
      run.take(closedBar(bar, 50_000));
      return run.state.workers[0]?.memory;
    });
    expect(memories).toEqual([null, { seen: 1 }, null, null]);
  });
});
