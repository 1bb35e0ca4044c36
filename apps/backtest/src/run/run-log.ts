import type { RefusalFacts } from '@org/backtest-engine';
import type { Alert, Command, ReportRefusal } from '@org/domain';
import { canonicalJson } from '@org/domain';

/**
 * Notes what a session commands while it runs: alerts and refusals to be shown, and where wanted every command as a line.
 */
export class RunLog {
  readonly alerts: Alert[] = [];
  /** Canonical JSON, one command a line: what two sessions must have in common to the byte. */
  readonly lines: string[] = [];
  readonly #keepsLines: boolean;
  readonly #refusals = new Map<string, RefusalFacts>();

  constructor(options: { readonly keepsLines: boolean }) {
    this.#keepsLines = options.keepsLines;
  }

  add(command: Command): void {
    if (command.kind === 'alert') this.alerts.push(command);
    else if (command.kind === 'refused') this.#count(command);
    if (this.#keepsLines) this.lines.push(`${canonicalJson(command)}\n`);
  }

  /** What each limit refused, in the order in which they first did. */
  get refusals(): readonly RefusalFacts[] {
    return [...this.#refusals.values()];
  }

  #count({ time, refusals }: ReportRefusal): void {
    for (const { limit, allowed, observed, reason } of refusals) {
      const first = { time, allowed: written(allowed), observed: written(observed), reason };
      const known = this.#refusals.get(limit) ?? { limit, count: 0, first };
      this.#refusals.set(limit, { ...known, count: known.count + 1 });
    }
  }
}

/** A figure that a strategy has got wrong may be none: a result holds it as a text. */
function written(value: number | string): number | string {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}
