import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { TestSocket } from './test-socket.ts';

const ROOT = join(__dirname, '../../../..');
const greetingSchema = z.object({
  restUrl: z.string(),
  wsApiUrl: z.string(),
  accounts: z.array(z.object({ accountId: z.string(), apiKey: z.string(), secret: z.string() })),
});

type Sent = Readonly<Record<string, string | number>>;

/** An exchange in a process of its own, with a state file: somebody may kill it at any time. */
export class KilledExchange {
  readonly #child: ChildProcess;
  readonly #greeting: z.infer<typeof greetingSchema>;

  private constructor(child: ChildProcess, greeting: z.infer<typeof greetingSchema>) {
    this.#child = child;
    this.#greeting = greeting;
  }

  static async start(file: string): Promise<KilledExchange> {
    const script = join(__dirname, 'state-child.ts');
    // What one process has compiled, the next has not to: they start many times.
    const env = { ...process.env, NODE_COMPILE_CACHE: join(dirname(file), 'compiled') };
    const child = spawn(process.execPath, ['--conditions=@org/source', script, file], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: child.stdout })) {
      return new KilledExchange(child, greetingSchema.parse(JSON.parse(line)));
    }
    throw new Error('The exchange ended before it was there.');
  }

  /** Asks in somebody's name; null where the exchange was gone before it had answered. */
  async ask(accountId: string, route: string, parameters: Sent): Promise<unknown> {
    const [method = 'GET', path = ''] = route.split(' ');
    const { query, apiKey } = this.#sign(accountId, parameters);
    try {
      const response = await fetch(`${this.#greeting.restUrl}${path}?${query}`, {
        method,
        headers: { 'x-mbx-apikey': apiKey },
      });
      return await response.json();
    } catch {
      return null;
    }
  }

  /** Listens to what happens on somebody's account. */
  async listen(accountId: string): Promise<TestSocket> {
    const socket = await TestSocket.open(this.#greeting.wsApiUrl);
    const { apiKey } = this.#account(accountId);
    const timestamp = Date.now();
    const signature = this.#signature(accountId, `apiKey=${apiKey}&timestamp=${timestamp}`);
    const params = { apiKey, timestamp, signature };
    await socket.ask({ id: 1, method: 'userDataStream.subscribe.signature', params });
    return socket;
  }

  /** Whether it has been killed, or has ended otherwise. */
  get isGone(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Without a word of warning, as the kernel does. */
  async kill(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }

  #sign(accountId: string, parameters: Sent) {
    const sent = new URLSearchParams({ timestamp: String(Date.now()) });
    for (const [name, value] of Object.entries(parameters)) sent.set(name, String(value));
    const query = sent.toString();
    const { apiKey } = this.#account(accountId);
    return { query: `${query}&signature=${this.#signature(accountId, query)}`, apiKey };
  }

  #signature(accountId: string, payload: string): string {
    return createHmac('sha256', this.#account(accountId).secret).update(payload).digest('hex');
  }

  #account(accountId: string) {
    const account = this.#greeting.accounts.find((opened) => opened.accountId === accountId);
    if (account === undefined) throw new Error(`Nobody is called ${accountId}.`);
    return account;
  }
}
