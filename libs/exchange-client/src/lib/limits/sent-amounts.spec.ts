import { SentAmounts } from './sent-amounts.ts';

function sent(count: number): SentAmounts {
  const amounts = new SentAmounts();
  for (let time = 0; time < count; time += 1) amounts.add(2, time);
  return amounts;
}

describe('what was sent', () => {
  it('is told from a moment on, that moment not included', () => {
    const amounts = sent(10);
    expect([-1, 0, 5, 8, 9, 100].map((time) => amounts.after(time))).toEqual([20, 18, 8, 2, 0, 0]);
  });

  it('adds up within one moment', () => {
    const amounts = sent(10);
    amounts.add(5, 9);
    amounts.add(0, 10);
    expect([amounts.after(8), amounts.after(9)]).toEqual([7, 0]);
  });

  it('is forgotten after some thousands of moments', () => {
    const amounts = sent(100_000);
    expect(amounts.after(99_000)).toBe(2 * 999);
    expect(amounts.after(-1)).toBeLessThanOrEqual(2 * 4096);
  });

  it('begins anew', () => {
    const amounts = sent(10);
    amounts.clear();
    expect(amounts.after(-1)).toBe(0);
    amounts.add(3, 20);
    expect(amounts.after(-1)).toBe(3);
  });
});
