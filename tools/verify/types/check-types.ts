import { dirname } from 'node:path';
import ts from 'typescript';

/** What the type checker said against one tsconfig: nothing where all is well. */
export interface TypeFinding {
  /** Absolute folder of the tsconfig. */
  readonly folder: string;
  readonly text: string;
}

/**
 * Checks the types of all projects that `config` (a tsconfig) refers to, in the order of their references, all of them
 * anew, and writes their declarations: `tsc --build --force`, told by project. A project that others wait for in vain (a
 * circle of references) is absent.
 */
export function checkTypes(config: string): readonly TypeFinding[] {
  let said = '';
  const format: ts.FormatDiagnosticsHost = {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => dirname(config),
    getNewLine: () => '\n',
  };
  const host = ts.createSolutionBuilderHost(ts.sys, undefined, (diagnostic) => {
    said += ts.formatDiagnostic(diagnostic, format);
  });
  const builder = ts.createSolutionBuilder(host, [config], { force: true });
  const findings: TypeFinding[] = [];
  for (
    let project = builder.getNextInvalidatedProject();
    project !== undefined;
    project = builder.getNextInvalidatedProject()
  ) {
    said = '';
    const status = project.done();
    const text = status === ts.ExitStatus.Success || said !== '' ? said : `tsc ended with ${status}\n`;
    findings.push({ folder: dirname(project.project), text });
  }
  return findings;
}
