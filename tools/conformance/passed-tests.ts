import { relative } from 'node:path';
import { z } from 'zod';

/** A test that passed. */
export interface PassedTest {
  /** From the root, with slashes. */
  readonly file: string;
  readonly fullName: string;
}

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** Only their tests count: those of clients have names of their own. */
const LIBRARIES = ['libs/local-binance/', 'libs/simulator/'];

/** The tests of the exchange that passed, from the text that `jest --json` writes, by file and then as they stand in it. */
export function passedTests(text: string, root: string): readonly PassedTest[] {
  const files = report.parse(JSON.parse(text)).testResults.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return files
    .map(({ name, assertionResults }) => ({ file: pathFrom(root, name), assertionResults }))
    .filter(({ file }) => LIBRARIES.some((library) => file.startsWith(library)))
    .flatMap(({ file, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === 'passed')
        .map(({ fullName }) => ({ file, fullName })),
    );
}

function pathFrom(root: string, file: string): string {
  return relative(root, file).replaceAll('\\', '/');
}
