import type { ReportedUse } from '../../../limits/rate-ledger.ts';
import type { HttpReply } from '../../../transport/http-transport.ts';

const UNIT_MS: Readonly<Record<string, number>> = { S: 1000, M: 60_000, H: 3_600_000, D: 86_400_000 };
const HEADER = /^x-mbx-(used-weight|order-count)-(\d+)([smhd])$/i;
const BANNED_UNTIL = /banned until (\d{13})/;

/** How much of its limits the exchange counts as used, from the headers of an answer. */
export function reportedUse(headers: HttpReply['headers']): readonly ReportedUse[] {
  const uses: ReportedUse[] = [];
  for (const name in headers) {
    const match = name.startsWith('x-mbx-') ? HEADER.exec(name) : null;
    if (match === null) continue;
    const [, what = '', count = '', unit = ''] = match;
    uses.push({
      kind: what.toLowerCase() === 'used-weight' ? 'weight' : 'orders',
      intervalMs: Number(count) * (UNIT_MS[unit.toUpperCase()] ?? 0),
      used: Number(headers[name]),
    });
  }
  return uses;
}

/** Where nothing else is told: a whole window of weight. */
const UNTOLD_SILENCE_MS = 60_000;

/**
 * Until when the exchange wants silence after a 429 or 418, in server time; null for every other answer. Of what the
 * header and the text say, the later counts.
 */
export function silenceUntil({ status, headers, body }: HttpReply, nowMs: number): number | null {
  if (status !== 429 && status !== 418) return null;
  const seconds = Number(headers['retry-after']);
  const told = [
    Number(BANNED_UNTIL.exec(body)?.[1] ?? Number.NaN),
    headers['retry-after'] === undefined ? Number.NaN : nowMs + seconds * 1000,
  ].filter(Number.isFinite);
  return told.length === 0 ? nowMs + UNTOLD_SILENCE_MS : Math.max(...told);
}
