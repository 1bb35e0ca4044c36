import { randomBars } from '../../../bench/series.ts';
import { indicators } from '../catalogue.ts';
import type { Registry } from '../indicator/registry.ts';
import { slideExtremes } from './extremes/sliding-extremes.ts';

const assembled = ['min', 'max', 'midpoint', 'midprice', 'willr', 'stoch', 'stochf', 'stochrsi'];
const more = ['donchian', 'chandelier', 'ichimoku', 'rollingVwap'];

const bars = randomBars(9000, 51);
const wants = new Map([...assembled, ...more].map((name) => [name, indicators.get(name).run(bars)]));

/** What a page's Content-Security-Policy leaves of it: the module is valid, and compiling it is refused. */
const forbidden = {
  validate: (): boolean => true,
  Memory: function Memory() {},
  Module: function Module() {
    throw new Error('Refused to compile or instantiate WebAssembly module');
  },
};

describe.each([
  ['without WebAssembly', undefined],
  ['with one that has no vectors', { validate: (): boolean => false }],
  ['that forbids to compile it', forbidden],
] as const)('a machine %s', (_what, machine) => {
  const real: unknown = Reflect.get(globalThis, 'WebAssembly');
  let registry: Registry;
  let slide: typeof slideExtremes;

  // The library asks the machine when it first needs to know, so all of it is loaded anew.
  beforeAll(async () => {
    Reflect.set(globalThis, 'WebAssembly', machine);
    jest.resetModules();
    ({ indicators: registry } = await import('../catalogue.ts'));
    ({ slideExtremes: slide } = await import('./extremes/sliding-extremes.ts'));
  });

  afterAll(() => {
    Reflect.set(globalThis, 'WebAssembly', real);
    jest.resetModules();
  });

  it('leaves the extremes to the queue', () => {
    const sides = { highs: Float64Array.of(1, 2, 3) };
    expect(slideExtremes(2, sides, () => 0)).toBe(true);
    expect(slide(2, sides, () => 0)).toBe(false);
  });

  it.each([...assembled, ...more])('has the bits of %s all the same', (name) => {
    expect(registry.get(name)).not.toBe(indicators.get(name));
    expect(registry.get(name).run(bars)).toEqual(wants.get(name));
  });
});
