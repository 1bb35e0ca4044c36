/** What to write instead of the TypeScript that does not go away when types are taken out. */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
  [/enum/, "Write an object: const Side = { Buy: 'buy', Sell: 'sell' } as const."],
  [/namespace|module/, 'Write the exports at the top level of a file of their own, and import that.'],
  [/parameter property/, 'Declare the field and assign it in the constructor.'],
  [/import equals/, "Write import name from 'module'."],
  [/export assignment/, 'Write export default.'],
];

/** Advice for what Node refuses to strip, by its message. */
export function insteadOf(message: string): string {
  const advice = INSTEAD.find(([pattern]) => pattern.test(message));
  return advice?.[1] ?? 'Write it in TypeScript that only adds types to JavaScript.';
}
