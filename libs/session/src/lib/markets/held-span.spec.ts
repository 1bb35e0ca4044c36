import { heldSpan } from './held-span.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2024, 0);
const at = (hour: number) => START + hour * HOUR;
const span = (from: number, to: number) => ({ fromMs: at(from), toMs: at(to) });
const wanted = (from: number | null, to: number | null) => ({
  ...({ symbol: 'BTCUSDT', interval: '1h', store: 'data' } as const),
  ...{ fromMs: from === null ? null : at(from), toMs: to === null ? null : at(to) },
});

describe('what is read of a store', () => {
  it('is all that it covers where no bound is given', () => {
    expect(heldSpan([span(2, 9)], wanted(null, null))).toEqual(span(2, 9));
    expect(heldSpan([span(2, 9)], wanted(null, 5))).toEqual(span(2, 5));
  });

  it('is the span, and what lies before it without a hole', () => {
    expect(heldSpan([span(0, 3), span(5, 20)], wanted(10, 15))).toEqual(span(5, 15));
    expect(heldSpan([span(0, 3), span(5, 20)], wanted(5, null))).toEqual(span(5, 20));
  });

  it('may lack time in which no bar opens', () => {
    expect(heldSpan([span(1, 5)], wanted(0.5, 5))).toEqual(span(1, 5));
  });

  it.each([
    [[span(0, 3), span(5, 20)], wanted(null, null), '2024-01-01T03:00 to 2024-01-01T05:00'],
    [[span(0, 3)], wanted(1, 24), '2024-01-01T03:00 to 2024-01-02'],
    [[span(5, 9)], wanted(1, 9), '2024-01-01T01:00 to 2024-01-01T05:00'],
    [[], wanted(1, 9), '2024-01-01T01:00 to 2024-01-01T09:00'],
  ])('is refused with what is missing and the command that brings it: %#', (covered, want, missing) => {
    expect(() => heldSpan(covered, want)).toThrow(`does not hold BTCUSDT 1h from ${missing}`);
    expect(() => heldSpan(covered, want)).toThrow(
      'backtest download --store data --symbols BTCUSDT --interval 1h --from',
    );
  });
});
