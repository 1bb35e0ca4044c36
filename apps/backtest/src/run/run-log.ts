import type { Alert, Command } from '@org/domain';
import { canonicalJson } from '@org/domain';

/** Notes what a session commands while it runs: alerts to be shown, and where wanted every command as a line. */
export class RunLog {
  readonly alerts: Alert[] = [];
  /** Canonical JSON, one command a line: what two sessions must have in common to the byte. */
  readonly lines: string[] = [];
  readonly #keepsLines: boolean;

  constructor(options: { readonly keepsLines: boolean }) {
    this.#keepsLines = options.keepsLines;
  }

  add(command: Command): void {
    if (command.kind === 'alert') this.alerts.push(command);
    if (this.#keepsLines) this.lines.push(`${canonicalJson(command)}\n`);
  }
}
