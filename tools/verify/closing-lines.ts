import type { Check } from './check.ts';

/** The end of a run: every failure in full, every skip by name, and the closing line `N passed, N failed`. */
export function closingLines(checks: readonly Check[]): readonly string[] {
  const failed = checks.filter(({ outcome }) => outcome === 'failed');
  const skipped = checks.filter(({ outcome }) => outcome === 'skipped');
  const passed = checks.length - failed.length - skipped.length;
  return [
    ...failed.flatMap(({ name, output }) => [`failed: ${name}`, ...(output === '' ? [] : [output, ''])]),
    ...skipped.map(({ name }) => `skipped: ${name}`),
    `${passed} passed, ${failed.length} failed`,
  ];
}
