import { InputError } from '@org/domain';
import type { StrategyBinding, StrategyDefinition } from '@org/strategies';
import type { ParameterText } from './parameter-texts.ts';
import { parametersFor } from './parameter-texts.ts';
import type { Candidate } from './seat-strategies.ts';

/** A strategy as a configuration chooses it. */
export interface ChosenStrategy {
  /** A built-in name, or the path of a file. */
  readonly name: string;
  readonly set: NonNullable<StrategyBinding['set']>;
  /** Its share of the account, above 0; all shares together are at most 1. */
  readonly allocation: number;
}

/** Finds a strategy by name or path; the hash is that of a user's file, null for a built-in one. */
export type StrategySource = (
  nameOrPath: string,
) => Promise<{ readonly definition: StrategyDefinition; readonly sha256: string | null }>;

/** Strategies to be seated, and the hash of each user's file by the strategy's name. */
export interface LoadedCandidates {
  readonly candidates: readonly Candidate[];
  readonly hashes: ReadonlyMap<string, string | null>;
}

/**
 * Finds every chosen strategy and gives it its parameters: those of the choice, then those of `texts`.
 *
 * @throws InputError `parameter-strategy` for a parameter of a strategy that is not among them.
 */
export async function loadCandidates(
  chosen: readonly ChosenStrategy[],
  texts: readonly ParameterText[],
  source: StrategySource,
): Promise<LoadedCandidates> {
  const loaded = await Promise.all(
    chosen.map(async ({ name, set, allocation }) => ({ set, allocation, ...(await source(name)) })),
  );
  refuseStrangers(
    texts,
    loaded.map(({ definition }) => definition.name),
  );
  return {
    candidates: loaded.map(({ definition, set, allocation }) => ({
      definition,
      share: allocation,
      set: { ...set, ...parametersFor(definition.name, texts) },
    })),
    hashes: new Map(loaded.map(({ definition, sha256 }) => [definition.name, sha256])),
  };
}

function refuseStrangers(texts: readonly ParameterText[], names: readonly string[]): void {
  const stranger = texts.find(({ strategy }) => strategy !== null && !names.includes(strategy));
  if (stranger === undefined) return;
  throw new InputError('parameter-strategy', {
    what: '--set names a strategy that does not run',
    found: `${stranger.strategy}.${stranger.name}`,
    allowed: names.join(', '),
  });
}
