import { OnestepError } from '@org/domain';
import { accountRules } from './account-rules.ts';
import { changeRules } from './change-rules.ts';
import type { ContractRule } from './contract-rule.ts';
import { keeps } from './contract-rule.ts';
import { listRules } from './list-rules.ts';
import { orderRules } from './order-rules.ts';
import type { OpenScene } from './scene.ts';

/** What every venue promises, rule by rule. */
const venueContract: readonly ContractRule[] = [...orderRules, ...listRules, ...changeRules, ...accountRules];

/** A venue breaks a rule of the contract. */
export class VenueContractError extends OnestepError {}

/** The part of a test runner that the contract needs; jest, vitest and node:test have it. */
export interface AsyncTestRunner {
  readonly describe: (name: string, body: () => void) => void;
  readonly it: (name: string, body: () => Promise<void>) => void;
}

/**
 * Adds the contract to the specs of a venue, one test for each rule, each in a scene of its own.
 *
 * @example
 * describeVenueContract('my venue', { describe, it }, (situation) => openMyVenue(situation));
 */
export function describeVenueContract(
  name: string,
  { describe, it }: AsyncTestRunner,
  open: OpenScene,
): void {
  describe(`${name}, by the contract of venues`, () => {
    for (const rule of venueContract) it(rule.name, () => holdTo(rule, open));
  });
}

async function holdTo({ name, situation, ask, answer }: ContractRule, open: OpenScene): Promise<void> {
  const scene = await open(situation);
  try {
    const found = await ask(scene.venue);
    if (keeps(found, answer)) return;
    throw new VenueContractError('venue-contract', {
      what: `the venue breaks the rule: ${name} (${situation})`,
      found: shown(found),
      allowed: shown(answer),
    });
  } finally {
    await scene.close();
  }
}

function shown(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part));
}
