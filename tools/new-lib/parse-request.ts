import { parseArgs } from 'node:util';
import type { LibraryRequest } from './library-files.ts';
import { oldestNodes } from './library-files.ts';

export type ParsedRequest =
  | { readonly kind: 'request'; readonly request: LibraryRequest }
  | { readonly kind: 'refused'; readonly reason: string };

const usage =
  'npm run new-lib -- <name> --sentence "What it is, in one sentence." [--imports domain,risk] [--uses-node] [--node 20|22.19]';

/** Reads the generator's command line; what is wrong comes back as one message that shows the usage. */
export function parseRequest(args: readonly string[], version: string): ParsedRequest {
  const options = {
    sentence: { type: 'string' },
    imports: { type: 'string', default: '' },
    'uses-node': { type: 'boolean', default: false },
    node: { type: 'string', default: '22.19' },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0)
      return refused(`one name is needed, got ${positionals.length}`);
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) return refused(`the name '${name}' is not kebab-case`);
    if (values.sentence === undefined) return refused('--sentence is missing');
    const oldestNode = oldestNodes.find((allowed) => allowed === values.node);
    if (oldestNode === undefined) {
      return refused(`--node ${values.node}: allowed are ${oldestNodes.join(' and ')}`);
    }
    const imports = values.imports.split(',').filter((lib) => lib !== '');
    const request = {
      name,
      sentence: values.sentence,
      oldestNode,
      usesNode: values['uses-node'],
      imports,
      version,
    };
    return { kind: 'request', request };
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}

function refused(reason: string): ParsedRequest {
  return { kind: 'refused', reason: `${reason}\nUsage: ${usage}` };
}
