import { relative, sep } from 'node:path';
import { z } from 'zod';
import type { Findings } from '../task-checks.ts';

const report = z.array(z.object({ folder: z.string(), text: z.string() }));

/** What the type checker found (the JSON of `types/main.ts`), by project: a project has several tsconfigs. */
export function typeFindings(text: string, root: string): Findings {
  const findings = new Map<string, string>();
  for (const finding of report.parse(JSON.parse(text))) {
    const folder = relative(root, finding.folder).split(sep).join('/');
    findings.set(folder, (findings.get(folder) ?? '') + finding.text);
  }
  return findings;
}
