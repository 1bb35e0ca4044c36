import { z } from 'zod';
import { configurationKey } from '../keys/key-facts.ts';

/** Values for a strategy's parameters, by name; what they may be, the strategy itself knows. */
export type ParameterValues = Readonly<Record<string, number | boolean | string>>;

/** A strategy that is to run. */
export interface StrategyChoice {
  /** A built-in name, or the path of a TypeScript file. */
  readonly name: string;
  readonly set: ParameterValues;
  /** Its share of the account, above 0; all shares together are at most 1. */
  readonly allocation: number;
}

const name = z.string().min(1);
const parameterValues = z.record(z.string().min(1), z.union([z.number(), z.boolean(), z.string()]));

/** One strategy, for the common case. */
export const strategySchema = z.strictObject({
  name: configurationKey(name.default('sma-cross'), {
    meaning: 'the strategy that trades',
    allowed: 'a built-in name, or the path of a TypeScript file',
  }),
  set: configurationKey(parameterValues.default({}), {
    meaning: "values for the strategy's parameters",
    allowed: 'name=value, the values being numbers, true, false or words',
    text: 'parameters',
  }),
});

/** Several strategies on one account. */
export const strategiesSchema = z
  .array(
    z.strictObject({
      name,
      set: parameterValues.default({}),
      allocation: z.number().gt(0).lte(1).nullable().default(null),
    }),
  )
  .min(1);
