import { nearestWord } from '@org/domain';
import type { Key } from '../keys/key.ts';
import { unknownKey } from '../problems/problem.ts';
import type { Reading } from './reading.ts';
import type { Setting } from './setting.ts';
import { readText } from './text-forms.ts';

/** A command-line flag that sets a key; one whose value is undefined was not given. */
export interface Flag {
  /** As the user writes it, such as `--stop-loss`. */
  readonly name: string;
  /** The key that it sets, such as `risk.stopLoss`. */
  readonly key: string;
  readonly value: string | readonly string[] | number | boolean | undefined;
}

/** Reads the flags that were given. */
export function readFlags(flags: readonly Flag[], keys: readonly Key[]): Reading {
  const settings: Setting[] = [];
  const problems: Reading['problems'][number][] = [];
  for (const { name, key: path, value } of flags) {
    if (value === undefined) continue;
    const key = keys.find((candidate) => candidate.path === path);
    const origin = { kind: 'flag', name } as const;
    if (key !== undefined) settings.push({ path, value: read(value, key), origin });
    else problems.push(unknownKey(path, origin, nearest(path, keys)));
  }
  return { settings, problems };
}

function read(value: Exclude<Flag['value'], undefined>, { facts }: Key): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return readText(typeof value === 'string' ? [value] : value, facts.text ?? 'word');
}

function nearest(path: string, keys: readonly Key[]): string | undefined {
  return nearestWord(
    path,
    keys.map((key) => key.path),
  );
}
