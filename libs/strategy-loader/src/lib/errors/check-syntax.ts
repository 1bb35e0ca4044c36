import { spawnSync } from 'node:child_process';
import { placeAbove } from './source-place.ts';

/** Compiles what comes in as Node would, without running it; where that fails, Node prints the place and ends. */
const COMPILE = `
  const { readFileSync } = require('node:fs');
  const { stripTypeScriptTypes } = require('node:module');
  const { SourceTextModule } = require('node:vm');
  new SourceTextModule(stripTypeScriptTypes(readFileSync(0, 'utf8')), { identifier: 'source' });
`;

/** Where a source has its syntax error, asked of another Node: only one that ends of the error says where it is. */
export function findSyntaxError(
  source: Uint8Array,
): { readonly line: number; readonly column?: number } | undefined {
  const args = ['--no-warnings', '--experimental-vm-modules', '--eval', COMPILE];
  const { status, stderr } = spawnSync(process.execPath, args, { input: source, encoding: 'utf8' });
  const place = status === 0 ? undefined : placeAbove(stderr);
  if (place === undefined) return undefined;
  const { line, column } = place;
  return column === undefined ? { line } : { line, column };
}
