import type { Setting } from './sources/setting.ts';
import { strength } from './sources/setting.ts';

const NAME = 'strategy.name';
const SET = 'strategy.set';

/**
 * Lets sources set a strategy's parameters one by one: what a flag does not name, the environment or the file may. Where
 * a stronger source names another strategy, the parameters of weaker ones were meant for the one before and are left
 * out.
 */
export function mergeParameters(settings: readonly Setting[], defaultName: string): readonly Setting[] {
  const known = sinceWhenNamed(settings, defaultName);
  const sets = settings
    .filter((setting) => setting.path === SET && strength(setting) >= known)
    .sort((a, b) => strength(a) - strength(b));
  const others = settings.filter(({ path }) => path !== SET);
  const strongest = sets.at(-1);
  if (strongest === undefined) return others;
  const malformed = sets.find(({ value }) => !isRecord(value));
  if (malformed !== undefined) return [...others, malformed];
  const value: unknown = Object.assign({}, ...sets.map((set) => set.value));
  return [...others, { ...strongest, value }];
}

/** The strength of the weakest source that, like all stronger ones, means the strategy which was chosen. */
function sinceWhenNamed(settings: readonly Setting[], defaultName: string): number {
  const names = settings.filter(({ path }) => path === NAME).sort((a, b) => strength(b) - strength(a));
  const chosen = names[0]?.value ?? defaultName;
  const other = names.findIndex(({ value }) => value !== chosen);
  if (other >= 0) return strength(names[other - 1]);
  return chosen === defaultName ? 0 : strength(names.at(-1));
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
