import { randomBars } from '../../../../bench/series.ts';
import { indicators } from '../../catalogue.ts';
import type { Registry } from '../../indicator/registry.ts';
import { slideExtremes } from './sliding-extremes.ts';

const assembled = ['min', 'max', 'midpoint', 'midprice', 'willr', 'stoch', 'stochf', 'stochrsi'];
const more = ['donchian', 'chandelier', 'ichimoku'];

/** The registry of a machine that has no WebAssembly, or one without vectors, while `work` is under way. */
async function onMachine(
  machine: object | undefined,
  work: (registry: Registry, slide: typeof slideExtremes) => void,
): Promise<void> {
  const real: unknown = Reflect.get(globalThis, 'WebAssembly');
  Reflect.set(globalThis, 'WebAssembly', machine);
  jest.resetModules();
  try {
    const { indicators: registry } = await import('../../catalogue.ts');
    const { slideExtremes: slide } = await import('./sliding-extremes.ts');
    work(registry, slide);
  } finally {
    Reflect.set(globalThis, 'WebAssembly', real);
    jest.resetModules();
  }
}

describe.each([
  ['without WebAssembly', undefined],
  ['with one that has no vectors', { validate: () => false }],
] as const)('a machine %s', (_what, machine) => {
  it('leaves the extremes to the queue', async () => {
    const sides = { highs: Float64Array.of(1, 2, 3) };
    expect(slideExtremes(2, sides, () => 0)).toBe(true);
    await onMachine(machine, (_registry, slide) => expect(slide(2, sides, () => 0)).toBe(false));
  });

  it.each([...assembled, ...more])('has the bits of %s all the same', async (name) => {
    const bars = randomBars(9000, 51);
    const want = indicators.get(name).run(bars);
    await onMachine(machine, (registry) => {
      expect(registry.get(name)).not.toBe(indicators.get(name));
      expect(registry.get(name).run(bars)).toEqual(want);
    });
  });
});
