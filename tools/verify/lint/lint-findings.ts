import { relative, sep } from 'node:path';
import { z } from 'zod';
import type { Findings } from '../task-checks.ts';

const report = z.array(
  z.object({
    filePath: z.string(),
    errorCount: z.number(),
    messages: z.array(
      z.object({
        severity: z.number(),
        line: z.number().optional(),
        column: z.number().optional(),
        message: z.string(),
        ruleId: z.string().nullable(),
      }),
    ),
  }),
);

/** What `eslint --format json` found wrong, by project; `folders` are those of the projects, from `root`. */
export function lintFindings(text: string, root: string, folders: readonly string[]): Findings {
  const findings = new Map<string, string>();
  for (const { filePath, errorCount, messages } of report.parse(JSON.parse(text))) {
    const path = relative(root, filePath).split(sep).join('/');
    const folder = folders.find((each) => path.startsWith(`${each}/`));
    if (folder === undefined) continue;
    const errors = messages.filter(({ severity }) => severity === 2);
    const lines = errors.map(
      ({ line = 0, column = 0, message, ruleId }) =>
        `${path}:${line}:${column} ${message} (${ruleId ?? 'eslint'})\n`,
    );
    const told = errorCount > 0 && lines.length === 0 ? [`${path}: ${errorCount} errors\n`] : lines;
    findings.set(folder, (findings.get(folder) ?? '') + told.join(''));
  }
  return findings;
}
