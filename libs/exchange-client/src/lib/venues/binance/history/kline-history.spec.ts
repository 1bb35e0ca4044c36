import { BulkDesk } from '../../../limits/bulk-desk.ts';
import { RateLedger } from '../../../limits/rate-ledger.ts';
import { WaitingLine } from '../../../limits/waiting-line.ts';
import { HastyClock } from '../../../../../test/hasty-clock.ts';
import { stubRest } from '../../../../../test/stub-rest.ts';
import type { HttpOutcome } from '../../../transport/http-transport.ts';
import { CUT, reply, StubTransport } from '../../../../../test/stub-transport.ts';
import { DOCUMENTED_LIMITS } from '../instruments/rate-limits.ts';
import { KlineHistory } from './kline-history.ts';
import type { KlinePage, KlineSpan } from './kline-span.ts';

const MINUTE_MS = 60_000;
const START_MS = 1_600_000_020_000;
const at = (minute: number) => START_MS + minute * MINUTE_MS;
const span = (from: number, to: number, symbol = 'BTCUSDT'): KlineSpan => ({
  ...{ symbol, interval: '1m', startMs: at(from), endMs: at(to) },
});

/** Bars that open `from` one minute on and before another; a bar's prices are its minute. */
function bars(from: number, to: number): readonly unknown[] {
  return Array.from({ length: to - from }, (_, index) => {
    const text = `${from + index}.5`;
    return [
      at(from + index),
      text,
      text,
      text,
      text,
      '2.00',
      at(from + index + 1) - 1,
      '84',
      3,
      '1',
      '42',
      '0',
    ];
  });
}

function openHistory(nowMs = at(1_000_000)) {
  const transport = new StubTransport();
  const ledger = new RateLedger({ limits: DOCUMENTED_LIMITS, nowMs: () => nowMs });
  const line = new WaitingLine(ledger, new HastyClock());
  const desk = new BulkDesk({ ledger, line });
  const clock = new HastyClock();
  const silentUntilMs = () => ledger.silentUntilMs();
  const rest = stubRest(transport);
  const history = new KlineHistory({ rest, desk, nowMs: () => nowMs, clock, silentUntilMs });
  const pages: KlinePage[] = [];
  const onPage = (page: KlinePage) => void pages.push(page);
  return { transport, ledger, line, history, clock, pages, onPage };
}

const answers = (...pages: readonly (readonly unknown[])[]) => pages.map((page) => reply(200, page));

/** What the exchange says, and what to do about it. */
const NO_SUCH_SYMBOL = expect.stringMatching(/^Invalid symbol\. Check how the symbol is written/);

describe('a span of bars', () => {
  it('is read page by page, as columns', async () => {
    const { transport, history, pages, onPage } = openHistory();
    transport.answer(answers(bars(0, 1000), bars(1000, 1500)));
    expect(await history.download([span(0, 1500)], { onPage })).toEqual([
      { kind: 'complete', span: span(0, 1500) },
    ]);
    expect(pages.map(({ candles }) => candles.openTime.length)).toEqual([1000, 500]);
    expect(pages[1]?.candles.close[0]).toBe(1000.5);
    expect(pages.flatMap(({ gaps }) => gaps)).toEqual([]);
    expect(transport.paths).toEqual([
      `GET /api/v3/klines?symbol=BTCUSDT&interval=1m&startTime=${at(0)}&endTime=${at(1500) - 1}&limit=1000`,
      `GET /api/v3/klines?symbol=BTCUSDT&interval=1m&startTime=${at(1000)}&endTime=${at(1500) - 1}&limit=1000`,
    ]);
  });

  it('has gaps before, between and behind its bars, and nothing in their place', async () => {
    const { transport, history, pages, onPage } = openHistory();
    transport.answer(answers([...bars(2, 4), ...bars(7, 8)], []));
    await history.download([span(0, 10)], { onPage });
    expect(pages[0]?.candles.openTime).toEqual(Float64Array.of(at(2), at(3), at(7)));
    expect(pages.flatMap(({ gaps }) => gaps)).toEqual([
      { fromMs: at(0), toMs: at(2) },
      { fromMs: at(4), toMs: at(7) },
      { fromMs: at(8), toMs: at(10) },
    ]);
  });

  it('goes on behind a page that is not full: fewer bars may come at a time than were asked for', async () => {
    const { transport, history, pages, onPage } = openHistory();
    transport.answer(answers(bars(0, 4), bars(4, 8), bars(8, 10)));
    await history.download([span(0, 10)], { onPage });
    expect(pages.map(({ candles }) => candles.openTime.length)).toEqual([4, 4, 2]);
    expect(pages.flatMap(({ gaps }) => gaps)).toEqual([]);
    expect(transport.paths).toHaveLength(3);
  });

  it('without any bar is one gap', async () => {
    const { transport, history, pages, onPage } = openHistory();
    transport.answer(answers([]));
    expect(await history.download([span(0, 10)], { onPage })).toMatchObject([{ kind: 'complete' }]);
    expect(pages).toMatchObject([{ gaps: [{ fromMs: at(0), toMs: at(10) }], rest: { startMs: at(10) } }]);
  });

  it('ends with the last bar that is over', async () => {
    const { transport, history, pages, onPage } = openHistory(at(3) + 1);
    transport.answer(answers(bars(0, 4)));
    await history.download([span(0, 10)], { onPage });
    expect(pages[0]?.candles.openTime).toHaveLength(3);
    expect(pages[0]?.gaps).toEqual([]);
  });

  it('that is not there yet asks nothing', async () => {
    const { transport, history, onPage } = openHistory(at(0));
    expect(await history.download([span(0, 10)], { onPage })).toMatchObject([{ kind: 'complete' }]);
    expect(transport.sent).toEqual([]);
  });

  it('that stops tells what is left of it, which goes on from there', async () => {
    const { transport, history, pages, onPage } = openHistory();
    transport.answer(answers(bars(0, 1000)), CUT);
    const [outcome] = await history.download([span(0, 1200)], { onPage });
    expect(outcome).toEqual({
      ...{ kind: 'stopped', reason: 'other side closed', span: span(0, 1200), rest: span(1000, 1200) },
    });
    transport.answer(answers(bars(1000, 1200)));
    await history.download([span(1000, 1200)], { onPage });
    expect(pages.reduce((sum, { candles }) => sum + candles.openTime.length, 0)).toBe(1200);
  });

  it('is asked for again after an outage, at growing distances', async () => {
    const { transport, history, clock, pages, onPage } = openHistory();
    const down: HttpOutcome = { kind: 'reply', status: 502, headers: {}, body: '<html>Bad gateway</html>' };
    transport.answer([CUT, down, CUT, ...answers(bars(0, 1000)), CUT, ...answers(bars(1000, 1200))]);
    expect(await history.download([span(0, 1200)], { onPage })).toMatchObject([{ kind: 'complete' }]);
    expect(pages.map(({ fromMs, rest }) => [fromMs, rest.startMs])).toEqual([
      [at(0), at(1000)],
      [at(1000), at(1200)],
    ]);
    // 1, 2 and 4 s, and after a page that came 1 s again.
    expect(clock.now()).toBe(8000);
  });

  it('is asked for once where the exchange says no', async () => {
    const { transport, history, onPage } = openHistory();
    transport.answer([], reply(400, { code: -1121, msg: 'Invalid symbol.' }));
    expect(await history.download([span(0, 10)], { onPage })).toMatchObject([{ reason: NO_SUCH_SYMBOL }]);
    expect(transport.sent).toHaveLength(1);
  });

  it('stops where it is called off', async () => {
    const { transport, history, pages } = openHistory();
    transport.answer([], reply(200, bars(0, 1000)));
    const control = new AbortController();
    const onPage = (page: KlinePage) => {
      pages.push(page);
      control.abort();
    };
    expect(await history.download([span(0, 5000)], { onPage, signal: control.signal })).toMatchObject([
      { kind: 'stopped', reason: 'called off', rest: { startMs: at(1000) } },
    ]);
    expect(pages).toHaveLength(1);
  });
});

describe('a download that is called off', () => {
  it('does not wait for a page that is under way, nor for budget', async () => {
    const { transport, ledger, line, history, onPage } = openHistory();
    transport.answer([], reply(200, bars(0, 10)));
    let answer = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      transport.send = () => {
        resolve();
        return new Promise((come) => (answer = () => come(reply(200, bars(0, 10)))));
      };
    });
    const control = new AbortController();
    const spans = Array.from({ length: 9 }, (_, index) => span(0, 10, `SYMBOL${index}`));
    const download = history.download(spans, { onPage, signal: control.signal });
    await asked;
    ledger.beSilentUntil(Number.MAX_SAFE_INTEGER);
    control.abort();
    const outcomes = await download;
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(spans.map(() => 'stopped'));
    line.close();
    answer();
  });

  it('by an error of who is told throws that, and tells no more', async () => {
    const { transport, history } = openHistory();
    transport.answer([], reply(200, bars(0, 1000)));
    let told = 0;
    const onPage = () => {
      told += 1;
      throw new RangeError('the disk is full');
    };
    const spans = [span(0, 5000), span(0, 5000, 'ETHUSDT')];
    await expect(history.download(spans, { onPage })).rejects.toThrow('the disk is full');
    expect(told).toBeLessThanOrEqual(2);
  });
});

describe('many spans', () => {
  it('are all read, and what was leased and not used is given back', async () => {
    const { transport, ledger, history, pages, onPage } = openHistory();
    transport.answer([], reply(200, bars(0, 10)));
    const spans = Array.from({ length: 50 }, (_, index) => span(0, 10, `SYMBOL${index}`));
    expect(await history.download(spans, { onPage })).toHaveLength(50);
    expect(new Set(pages.map(({ candles }) => candles.symbol)).size).toBe(50);
    // 50 pages of weight 2.
    expect(ledger.use().find(({ kind }) => kind === 'weight')?.used).toBe(100);
  });

  it('do not stop each other', async () => {
    const { transport, history, onPage } = openHistory();
    const unknown = reply(400, { code: -1121, msg: 'Invalid symbol.' });
    transport.answer([unknown], reply(200, bars(0, 10)));
    expect(await history.download([span(0, 10, 'NOPE'), span(0, 10)], { onPage })).toMatchObject([
      { kind: 'stopped', reason: NO_SUCH_SYMBOL },
      { kind: 'complete' },
    ]);
  });
});
