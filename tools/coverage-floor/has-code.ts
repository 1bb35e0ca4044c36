import ts from 'typescript';

const compilerOptions: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  target: ts.ScriptTarget.ES2023,
  moduleDetection: ts.ModuleDetectionKind.Force,
  verbatimModuleSyntax: true,
  removeComments: true,
};

/** Whether anything of a TypeScript source is left to run without its types: where not, no test can load it. */
export function hasCode(source: string): boolean {
  const { outputText } = ts.transpileModule(source, { compilerOptions });
  return outputText.replace('export {};', '').trim() !== '';
}
