import { ReceiveWindow } from './receive-window.ts';

const MINUTE_MS = 60_000;

describe('how long a request may take to arrive', () => {
  it('is 5 s, and twice as long after each that was too late, up to the minute that the exchange allows', () => {
    const window = new ReceiveWindow();
    const widths = [window.ms(0)];
    for (let late = 0; late < 5; late++) {
      window.widen(0);
      widths.push(window.ms(0));
    }
    expect(widths).toEqual([5000, 10_000, 20_000, 40_000, 60_000, 60_000]);
  });

  it('is as usual again after ten minutes without one', () => {
    const window = new ReceiveWindow();
    window.widen(0);
    expect([window.ms(10 * MINUTE_MS - 1), window.ms(10 * MINUTE_MS)]).toEqual([10_000, 5000]);
    window.widen(10 * MINUTE_MS);
    expect(window.ms(10 * MINUTE_MS)).toBe(10_000);
  });
});
