import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');
const report = z.array(
  z.object({ messages: z.array(z.object({ line: z.number(), ruleId: z.string().nullable() })) }),
);

/** The rules that refuse lines of a file, as it would be with them: `2 no-restricted-globals`. */
async function refused(file: string, lines: readonly string[]): Promise<readonly string[]> {
  const eslint = join(root, 'node_modules/eslint/bin/eslint.js');
  const args = [eslint, '--stdin', `--stdin-filename=${file}`, '--format=json'];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(lines.join('\n'));
  const found = report.parse(JSON.parse(await text(child.stdout)));
  return found.flatMap(({ messages }) => messages.map(({ line, ruleId }) => `${line} ${ruleId ?? 'eslint'}`));
}

describe('the lint', () => {
  it('lets nothing that decides see a clock, chance, Node or a promise', async () => {
    const lines = [
      "import { readFileSync } from 'node:fs';",
      'export const a = Date.now();',
      'export const b = Date();',
      'export const c = new Date();',
      'export const d = performance.now();',
      'export const e = Math.random();',
      'export const f = globalThis.Date;',
      "export const g = import('node:fs');",
      'export const h = async () => readFileSync;',
      'export const i = new Date(0);',
    ];
    expect(await refused('libs/risk/src/lib/halts/kill-switch.ts', lines)).toEqual(
      expect.arrayContaining([
        '1 @typescript-eslint/no-restricted-imports',
        '2 no-restricted-properties',
        '3 no-restricted-syntax',
        '4 no-restricted-syntax',
        '5 no-restricted-globals',
        '6 no-restricted-properties',
        '7 no-restricted-globals',
        '8 no-restricted-syntax',
        '9 no-restricted-syntax',
      ]),
    );
  });

  it('lets nothing else but a few wrappers see a clock', async () => {
    const lines = [
      "import { setTimeout } from 'node:timers/promises';",
      'export const a = () => setTimeout(1);',
      'export const b = new Date(0);',
    ];
    expect(await refused('libs/session/src/index.ts', lines)).toEqual([
      '1 @typescript-eslint/no-restricted-imports',
    ]);
  });

  it('lets no spec keep a test from running, unless by a condition', async () => {
    const lines = [
      "it.only('a', () => {});",
      "describe.only.each([1])('b', () => {});",
      "it.skip('c', () => {});",
      "describe.skip.each([1])('d', () => {});",
      "it.todo('e');",
      "it('f', () => {});",
      "(process.platform === 'linux' ? it : it.skip)('g', () => {});",
    ];
    const refusedLines = [1, 2, 3, 4, 5].map((line) => `${line} no-restricted-syntax`);
    expect(await refused('libs/risk/src/lib/halts/kill-switch.spec.ts', lines)).toEqual(refusedLines);
  });
});
