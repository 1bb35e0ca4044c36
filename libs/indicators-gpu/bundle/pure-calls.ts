import ts from 'typescript';

const atFunction = '@__NO_SIDE_EFFECTS__';
const atCall = '/* @__PURE__ */ ';

/**
 * Marks at its calls what a bundle says at a function: that it has no side effects. esbuild and Rollup read it at the
 * function, others, webpack among them, at the call alone; a page that wants one indicator would get all of them there.
 * Only calls that are made while the file loads are marked: no others keep anything in a page.
 */
export function markPureCalls(code: string): string {
  const file = ts.createSourceFile('bundle.js', code, ts.ScriptTarget.Latest);
  const names = new Set(
    file.statements.flatMap((statement) =>
      ts.isFunctionDeclaration(statement) &&
      code.slice(statement.pos, statement.getStart(file)).includes(atFunction)
        ? [statement.name?.text]
        : [],
    ),
  );
  const calls: number[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && names.has(node.expression.text)) {
      calls.push(node.getStart(file));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [0, ...calls].map((from, i) => code.slice(from, calls[i])).join(atCall);
}
