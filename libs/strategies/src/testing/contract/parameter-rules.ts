import { describeParameters } from '../../lib/parameters/describe-parameters.ts';
import type { ContractRule } from './contract-rule.ts';

/** What `--describe` relies on. */
export const parameterRules: readonly ContractRule[] = [
  {
    name: 'has a default for every parameter',
    violations: (definition) =>
      describeParameters(definition)
        .filter((row) => row.default === undefined)
        .map((row) => `${row.name} has none`),
  },
  {
    name: 'says what every parameter means',
    violations: (definition) =>
      describeParameters(definition)
        .filter((row) => row.meaning === '')
        .map((row) => `${row.name} has no describe(…)`),
  },
];
