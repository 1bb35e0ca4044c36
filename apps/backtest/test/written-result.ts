import { z } from 'zod';

const gaps = z.object({ count: z.number(), bars: z.number(), longest: z.looseObject({}).nullable() });
const data = z.looseObject({ symbol: z.string(), sha256: z.string(), bars: z.number(), gaps });
const strategy = z.looseObject({ id: z.string(), sha256: z.string().nullable() });
const fill = z.looseObject({
  time: z.number(),
  symbol: z.string(),
  side: z.string(),
  kind: z.string(),
  feeAsset: z.string(),
});
const statistics = z
  .looseObject({ tradeCount: z.number(), feesPaid: z.number() })
  .catchall(z.number().nullable());

const result = z.looseObject({
  version: z.number(),
  command: z.string(),
  data: z.union([data, z.array(data)]),
  instrument: z.unknown(),
  strategy: z.union([strategy, z.array(strategy)]),
  assumptions: z.looseObject({ cash: z.number(), limits: z.looseObject({}) }),
  statistics,
  trades: z.array(z.unknown()),
  fills: z.array(fill),
  equity: z.object({ time: z.array(z.number()), value: z.array(z.number()) }),
});

/** `result.json` as a reader finds it, with one market and strategy or several. */
export function readResult(text: string) {
  const read = result.parse(JSON.parse(text));
  return { ...read, data: [read.data].flat(), strategy: [read.strategy].flat() };
}

/** What `--json` prints. */
export function readStatistics(text: string) {
  return statistics.parse(JSON.parse(text));
}
