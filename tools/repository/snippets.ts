import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A piece of TypeScript that a page shows. */
export interface Snippet {
  /** The page, relative to the root. */
  readonly page: string;
  /** The line of the page on which it begins, from 1. */
  readonly line: number;
  readonly text: string;
}

/** Also where it stands in a list. */
const FENCED = /^( *)```ts\n(.*?)^\1```$/gms;

/** The pieces of a page that stand for themselves: those with imports. */
export function snippetsOf(page: string, content: string): readonly Snippet[] {
  return [...content.matchAll(FENCED)].flatMap(({ index, 1: indent = '', 2: indented = '' }) => {
    const line = content.slice(0, index).split('\n').length + 1;
    const text = indented.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
    return /^import /m.test(text) ? [{ page, line, text }] : [];
  });
}

/**
 * What the type checker says against snippets, each as a file of its own at the root, which sees the libraries as their
 * sources: a text for each finding, with the page and its line.
 */
export function snippetFindings(root: string, snippets: readonly Snippet[]): readonly string[] {
  const files = new Map(snippets.map((snippet, index) => [join(root, `snippet-${index}.ts`), snippet]));
  const options = optionsFor(root);
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  const program = ts.createProgram([...files.keys()], options, {
    ...host,
    readFile: (path) => files.get(path)?.text ?? readFile(path),
    fileExists: (path) => files.has(path) || fileExists(path),
    getSourceFile: (path, languageVersion) => {
      const text = files.get(path)?.text ?? readFile(path);
      return text === undefined ? undefined : ts.createSourceFile(path, text, languageVersion);
    },
  });
  return [...files].flatMap(([path, snippet]) => {
    const source = program.getSourceFile(path);
    return ts.getPreEmitDiagnostics(program, source).map((finding) => told(snippet, source, finding));
  });
}

/** As strict as a reader's own project may be, which may well have names for what a snippet only shows. */
function optionsFor(root: string): ts.CompilerOptions {
  const path = join(root, 'tsconfig.base.json');
  const read = ts.parseConfigFileTextToJson(path, readFileSync(path, 'utf8'));
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, root);
  return {
    ...options,
    ...{ composite: false, declaration: false, emitDeclarationOnly: false, noEmit: true },
    ...{ noUnusedLocals: false, noUnusedParameters: false, noUncheckedIndexedAccess: false },
    types: ['node'],
  };
}

function told({ page, line }: Snippet, source: ts.SourceFile | undefined, finding: ts.Diagnostic): string {
  const at = source?.getLineAndCharacterOfPosition(finding.start ?? 0).line ?? 0;
  return `${page}:${line + at}: ${ts.flattenDiagnosticMessageText(finding.messageText, '\n')}`;
}
