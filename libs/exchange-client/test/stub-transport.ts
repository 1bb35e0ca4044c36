import type { HttpOutcome, HttpRequest, HttpTransport } from '../src/lib/transport/http-transport.ts';

/** A server in memory: answers what it is told to, and remembers what it was sent. */
export class StubTransport implements HttpTransport {
  readonly origin = 'http://stub';
  readonly sent: HttpRequest[] = [];
  #answers: readonly HttpOutcome[] = [];
  #otherwise: HttpOutcome = reply(200, {});

  /** The next answers, in their order; after them `otherwise` for ever. */
  answer(answers: readonly HttpOutcome[], otherwise: HttpOutcome = reply(200, {})): void {
    this.#answers = answers;
    this.#otherwise = otherwise;
  }

  send(request: HttpRequest): Promise<HttpOutcome> {
    this.sent.push(request);
    const [first, ...rest] = this.#answers;
    this.#answers = rest;
    return Promise.resolve(first ?? this.#otherwise);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** What was sent, without timestamps and signatures. */
  get paths(): readonly string[] {
    return this.sent.map(
      ({ method, path }) => `${method} ${path.replace(/&?(recvWindow|timestamp|signature)=[^&]*/g, '')}`,
    );
  }
}

export function reply(
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): HttpOutcome {
  return { kind: 'reply', status, headers, body: JSON.stringify(body) };
}

export const CUT: HttpOutcome = {
  kind: 'failure',
  reason: 'cut',
  mayHaveArrived: true,
  message: 'other side closed',
};
