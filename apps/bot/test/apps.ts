import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');
export const RESTING_BUYER = join(__dirname, 'fixtures/resting-buyer.ts');

/** Holds a position and rests an entry when it throws. */
export const FAILING_HOLDER = join(__dirname, 'fixtures/failing-holder.ts');

const demanded = (process.env['ONESTEP_REQUIRE'] ?? '').split(',');
const SHARED = process.env['ONESTEP_SHARED'] ?? join(ROOT, '../shared');

/** A month of recorded minutes. */
export const RECORDED_MONTH = join(SHARED, 'data/klines/BTCUSDT-1m-2024-12.csv.gz');
/** Where what needs recorded data is skipped, unless `ONESTEP_REQUIRE` demands it. */
export const hasRecordedMonth = existsSync(RECORDED_MONTH) || demanded.includes('shared');

/** What a process said, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** What a failed test may have left behind. */
const running = new Set<ChildProcess>();

/** Ends every process that still runs. */
export function endAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** A process that a test talks to. */
export class RunningApp {
  readonly child: ChildProcess;
  /** Resolves when it is over. */
  readonly ended: Promise<Ended>;
  #out = '';
  #err = '';
  #listeners: readonly (() => void)[] = [];

  constructor(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    this.child = spawn(command, args, { cwd: ROOT, env: { ...cleanEnvironment(), ...env } });
    running.add(this.child);
    this.child.once('close', () => running.delete(this.child));
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => this.#hear(text, ''));
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => this.#hear('', text));
    this.ended = new Promise((resolve, reject) => {
      this.child.once('error', reject);
      this.child.once('close', (code, signal) => resolve({ code, signal, out: this.#out, err: this.#err }));
    });
  }

  /** Resolves when all of this has been printed; rejects when the process ends before. */
  async says(...texts: readonly (string | RegExp)[]): Promise<void> {
    const isSaid = () =>
      texts.every((text) => (typeof text === 'string' ? this.#out.includes(text) : text.test(this.#out)));
    const said = new Promise<void>((resolve) => {
      const check = () => {
        if (isSaid()) resolve();
      };
      this.#listeners = [...this.#listeners, check];
      check();
    });
    const tooEarly = this.ended.then(({ code, out, err }) => {
      if (!isSaid())
        throw new Error(`ended with ${code} before it said ${texts.join(', ')}:\n${out}\n${err}`);
    });
    await Promise.race([said, tooEarly]);
  }

  #hear(out: string, err: string): void {
    this.#out += out;
    this.#err += err;
    for (const listener of this.#listeners) listener();
  }
}

/** The process that `nx serve bot` and `nx run backtest:run` start; `redirection` as a shell writes it, on Linux. */
export function startApp(
  app: 'bot' | 'backtest',
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  redirection: string | null = null,
): RunningApp {
  const main = join(ROOT, 'apps', app, 'src/main.ts');
  const check = join(ROOT, 'tools/node-version/check.cjs');
  const words = ['--require', check, '--conditions=@org/source', main, ...args];
  if (redirection === null) return new RunningApp(process.execPath, words, env);
  return new RunningApp('sh', ['-c', `exec "$0" "$@" ${redirection}`, process.execPath, ...words], env);
}

/** An empty folder of its own. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'onestep-bot-'));
}

/** The command file in a folder. */
export function commandFile(folder: string): string {
  return readFileSync(join(folder, 'commands.jsonl'), 'utf8');
}

/** Without what the surroundings of the test would change: configuration, npm, colours. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(ONESTEP_|npm_|INIT_CWD$|NODE_OPTIONS$|JEST_|FORCE_COLOR$|NO_COLOR$)/.test(name),
  );
  return Object.fromEntries(kept);
}
