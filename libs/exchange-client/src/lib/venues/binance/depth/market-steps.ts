import type { Decimal, DepthSnapshot, SpotInstrument } from '@org/domain';
import { parseDecimal } from '@org/domain';
import { depthSnapshotSchema } from './depth-schema.ts';
import { LevelBuffer } from './level-buffer.ts';

/**
 * Fills `buffer` with levels as the exchange writes them. False where a price lies between two ticks or cannot be counted
 * exactly, and where something is no plain decimal.
 */
export function fillLevels(
  buffer: LevelBuffer,
  levels: readonly (readonly [price: string, quantity: string])[],
  { tick }: SpotInstrument,
): boolean {
  buffer.count = 0;
  for (const [price, quantity] of levels) {
    const ticks = ticksIn(price, tick);
    if (ticks === null || !PLAIN.test(quantity)) return false;
    buffer.push(ticks, Number(quantity));
  }
  return true;
}

/** The book in an answer to `GET /api/v3/depth` for `limit` levels; null for what is none of this market. */
export function depthSnapshotOf(
  body: unknown,
  instrument: SpotInstrument,
  limit: number,
): DepthSnapshot | null {
  const wire = depthSnapshotSchema.safeParse(body);
  if (!wire.success) return null;
  const [bids, asks] = [new LevelBuffer(), new LevelBuffer()];
  const { lastUpdateId: lastId } = wire.data;
  if (!fillLevels(bids, wire.data.bids, instrument) || !fillLevels(asks, wire.data.asks, instrument))
    return null;
  return { lastId, bids, asks, limit };
}

const PLAIN = /^\d+(\.\d+)?$/;

function ticksIn(text: string, tick: Decimal): number | null {
  if (!PLAIN.test(text)) return null;
  const { units, decimals } = parseDecimal(text);
  if (decimals > tick.decimals) return null;
  const scaled = units * 10n ** BigInt(tick.decimals - decimals);
  if (scaled % tick.units !== 0n || scaled > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  return Number(scaled / tick.units);
}
