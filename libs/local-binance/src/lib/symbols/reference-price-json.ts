import type { ReferencePriceCalculation } from '@org/simulator';
import { z } from 'zod';
import { decimal } from './filter-schema.ts';

/** How a reference price is found, as `referencePrice/calculation` has it. */
export function calculationJson(calculation: ReferencePriceCalculation): object {
  switch (calculation.kind) {
    case 'arithmeticMean': {
      const { bucketCount, bucketWidthMs } = calculation;
      return { calculationType: 'ARITHMETIC_MEAN', bucketCount, bucketWidthMs };
    }
    case 'external':
      return { calculationType: 'EXTERNAL', externalCalculationId: calculation.calculationId };
  }
}

/** The same, with the price where it is set from outside. */
export const calculationSchema = z.discriminatedUnion('calculationType', [
  z.strictObject({
    calculationType: z.literal('ARITHMETIC_MEAN'),
    bucketCount: z.int().min(1).max(1000),
    bucketWidthMs: z.int().min(1).max(3_600_000),
  }),
  z.strictObject({
    calculationType: z.literal('EXTERNAL'),
    externalCalculationId: z.int().min(0).default(0),
    referencePrice: decimal,
  }),
]);

/** The same in the simulator's words. */
export function readCalculation(json: z.output<typeof calculationSchema>): ReferencePriceCalculation {
  switch (json.calculationType) {
    case 'ARITHMETIC_MEAN': {
      const { bucketCount, bucketWidthMs } = json;
      return { kind: 'arithmeticMean', bucketCount, bucketWidthMs };
    }
    case 'EXTERNAL':
      return { kind: 'external', calculationId: json.externalCalculationId, price: json.referencePrice };
  }
}
