import type { ReportedUse } from '../../../limits/rate-ledger.ts';
import type { HttpReply } from '../../../transport/http-transport.ts';

const UNIT_MS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** Of one length: what follows is the window, such as `10s`. */
const USED_WEIGHT = 'x-mbx-used-weight-';
const ORDER_COUNT = 'x-mbx-order-count-';
const BANNED_UNTIL = /banned until (\d{13})/;

/** How much of its limits the exchange counts as used, from the headers of an answer. */
export function reportedUse(headers: HttpReply['headers']): readonly ReportedUse[] {
  const uses: ReportedUse[] = [];
  for (const name in headers) {
    const kind = kindOf(name);
    if (kind === null) continue;
    const intervalMs = spanMs(name.slice(USED_WEIGHT.length));
    const used = Number(headers[name]);
    if (intervalMs > 0 && used >= 0) uses.push({ kind, intervalMs, used });
  }
  return uses;
}

function kindOf(name: string): ReportedUse['kind'] | null {
  if (name.startsWith(USED_WEIGHT)) return 'weight';
  return name.startsWith(ORDER_COUNT) ? 'orders' : null;
}

/** Of `10s` or `1m`; NaN or 0 for what is no window. */
function spanMs(text: string): number {
  return Number(text.slice(0, -1)) * (UNIT_MS[text.slice(-1)] ?? 0);
}

/** Where nothing else is told: a whole window of weight. */
const UNTOLD_SILENCE_MS = 60_000;

/** A firewall does not say for how long it is angry; minutes, as others have found. */
const FIREWALL_SILENCE_MS = 120_000;
const FORBIDDEN = 403;

/**
 * Until when the exchange wants silence after a 429 or 418, in server time, and after a page of its firewall, which is no
 * JSON; null for every other answer. Of what the header and the text say, the later counts.
 */
export function silenceUntil({ status, headers, body }: HttpReply, nowMs: number): number | null {
  if (status === FORBIDDEN && !body.trimStart().startsWith('{')) return nowMs + FIREWALL_SILENCE_MS;
  if (status !== 429 && status !== 418) return null;
  const seconds = Number(headers['retry-after']);
  const told = [
    Number(BANNED_UNTIL.exec(body)?.[1] ?? Number.NaN),
    headers['retry-after'] === undefined ? Number.NaN : nowMs + seconds * 1000,
  ].filter(Number.isFinite);
  return told.length === 0 ? nowMs + UNTOLD_SILENCE_MS : Math.max(...told);
}
