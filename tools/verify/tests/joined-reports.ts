import { z } from 'zod';

const report = z.object({ testResults: z.array(z.unknown()) });

/** One report out of those that several runs of `jest --json` wrote. */
export function joinedReports(texts: readonly string[]): string {
  return JSON.stringify({
    testResults: texts.flatMap((text) => report.parse(JSON.parse(text)).testResults),
  });
}
