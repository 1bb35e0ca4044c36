import { parseSpan } from './parse-span.ts';

describe('the span that is traded', () => {
  it('has bounds where they are given', () => {
    expect(parseSpan(undefined, undefined)).toEqual({ fromMs: null, toMs: null });
    expect(parseSpan('2024-01-01', undefined)).toEqual({ fromMs: 1_704_067_200_000, toMs: null });
    expect(parseSpan(undefined, '2024-01-02')).toEqual({ fromMs: null, toMs: 1_704_153_600_000 });
  });

  it('is refused where it is empty or runs backwards', () => {
    expect(() => parseSpan('2024-01-02', '2024-01-02')).toThrow('2024-01-02 to 2024-01-02');
    expect(() => parseSpan('2024-01-02', '2024-01-01')).toThrow('allowed: --from before --to');
  });

  it('is refused by the flag that is no time', () => {
    expect(() => parseSpan('soon', '2024-01-01')).toThrow('--from is not a time');
    expect(() => parseSpan('2024-01-01', 'later')).toThrow('--to is not a time');
  });
});
