import { insteadOf } from './type-stripping.ts';

describe('what to write instead of TypeScript that cannot be stripped', () => {
  it.each([
    ['TypeScript enum is not supported in strip-only mode', 'Write an object'],
    ['TypeScript namespace declaration is not supported in strip-only mode', 'Write the exports'],
    ['TypeScript parameter property is not supported in strip-only mode', 'Declare the field'],
    ['TypeScript import equals declaration is not supported in strip-only mode', 'Write import name'],
    ['TypeScript export assignment is not supported in strip-only mode', 'Write export default'],
    ['TypeScript something new', 'Write it in TypeScript that only adds types'],
  ])('%s: %s', (message, advice) => {
    expect(insteadOf(message)).toContain(advice);
  });
});
