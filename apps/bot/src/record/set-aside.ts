import { readdirSync, renameSync, statSync } from 'node:fs';
import { join, parse } from 'node:path';

/**
 * Makes room for a file without losing the one that stands there: `commands.jsonl` becomes `commands.1.jsonl`, the next
 * one `commands.2.jsonl`, and none of them is ever touched again. Gives its new name; null where there was nothing to
 * keep. The folder must be held.
 *
 * @throws Error of the file system, with `code` and `syscall`.
 */
export function setAside(folder: string, name: string): string | null {
  const there = statSync(join(folder, name), { throwIfNoEntry: false });
  if (there === undefined || !there.isFile() || there.size === 0) return null;
  const { name: stem, ext } = parse(name);
  const numbers = readdirSync(folder).map((other) =>
    other.startsWith(`${stem}.`) && other.endsWith(ext)
      ? Number(other.slice(stem.length + 1, -ext.length))
      : 0,
  );
  const last = Math.max(0, ...numbers.filter((number) => Number.isSafeInteger(number)));
  const aside = join(folder, `${stem}.${last + 1}${ext}`);
  renameSync(join(folder, name), aside);
  return aside;
}
