import type { InputError } from '@org/domain';
import type { z } from 'zod';
import type { Key } from './keys/key.ts';
import { badValue } from './problems/problem.ts';
import type { Setting } from './sources/setting.ts';
import { strength } from './sources/setting.ts';

/** The values that the schema takes, by path, and the setting that won for each key that somebody set. */
export interface Resolved {
  readonly values: ReadonlyMap<string, unknown>;
  readonly winners: ReadonlyMap<string, Setting>;
  readonly problems: readonly InputError[];
}

/** Picks the strongest setting of every key and checks it; keys that nobody set are left to their defaults. */
export function resolveSettings(settings: readonly Setting[], keys: readonly Key[]): Resolved {
  const winners = new Map<string, Setting>();
  for (const setting of settings) {
    if (strength(setting) >= strength(winners.get(setting.path))) winners.set(setting.path, setting);
  }
  const values = new Map<string, unknown>();
  const problems: InputError[] = [];
  for (const key of keys) {
    const setting = winners.get(key.path);
    if (setting === undefined) continue;
    values.set(key.path, setting.value);
    problems.push(...check(setting, key));
  }
  return { values, winners, problems };
}

function check(setting: Setting, { path, schema, facts }: Key): readonly InputError[] {
  if (setting.value === undefined) return [badValue(path, setting, facts.allowed)];
  const result = schema.safeParse(setting.value);
  if (result.success) return [];
  const wrong = new Map(result.error.issues.map((issue) => [issue.path.map(String).join('.'), issue]));
  return [...wrong.values()].map((issue) => {
    const { at, value } = inside(path, setting.value, issue);
    return badValue(at, { ...setting, value }, facts.allowed);
  });
}

/** The part of a list or record that an issue is about; an unknown key in it counts as its value. */
function inside(path: string, value: unknown, issue: z.core.$ZodIssue): { at: string; value: unknown } {
  let at = path;
  let part = value;
  for (const step of issue.path) {
    if (typeof part !== 'object' || part === null) break;
    at += typeof step === 'number' ? `[${step}]` : `.${String(step)}`;
    part = Reflect.get(part, step);
  }
  return { at, value: issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : part };
}
