import { hasCode } from './has-code.ts';

describe('a source has code', () => {
  it.each([
    ["export { a } from './a.ts';"],
    ['export const a = 1;'],
    ['/** Why. */\nexport class A extends Error {}'],
    ["import './side-effect.ts';"],
  ])('when something runs: %j', (source) => {
    expect(hasCode(source)).toBe(true);
  });

  it.each([
    [''],
    ['// nothing'],
    [
      "import type { B } from './b.ts';\n\n/** What it is. */\nexport interface A {\n  readonly b: B; // in ms\n}",
    ],
    ["export type { A } from './a.ts';\nexport type Side = 'buy' | 'sell';"],
  ])('but not when there are types and comments alone: %j', (source) => {
    expect(hasCode(source)).toBe(false);
  });
});
