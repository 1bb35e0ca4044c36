import { Pressure } from './pressure.ts';

describe('the pressure of takers', () => {
  it('moves the price by a reach when a usual minute is bought at once', () => {
    const pressure = new Pressure();
    pressure.push(1, 200);
    expect(pressure.ticks).toBe(200);
    pressure.push(-0.25, 200);
    expect(pressure.ticks).toBe(150);
  });

  it('is forgotten to 1/e in five seconds', () => {
    const pressure = new Pressure();
    pressure.relax(1_000);
    pressure.push(1, 1_000);
    pressure.relax(6_000);
    expect(pressure.ticks).toBeCloseTo(1_000 / Math.E, 9);
    pressure.relax(1_000_000);
    expect(pressure.ticks).toBe(0);
  });

  it('ends at ten reaches either way', () => {
    const pressure = new Pressure();
    pressure.push(1e9, 200);
    expect(pressure.ticks).toBe(2_000);
    pressure.push(-1e9, 200);
    expect(pressure.ticks).toBe(-2_000);
  });
});
