import { createServer } from 'node:net';
import { serve } from './serve.ts';

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the app until it ends, or until `then` has been done with the address that it tells. */
async function run(args: readonly string[], then?: (restUrl: string) => Promise<void>): Promise<Said> {
  const stop = new AbortController();
  let out = '';
  let err = '';
  let visit: Promise<void> | undefined;
  const code = await serve(args, {
    cwd: '.',
    out: (text) => {
      out += text;
      const url = /REST +(\S+)/.exec(text)?.[1] ?? '';
      visit = then?.(url).finally(() => stop.abort());
    },
    err: (text) => (err += text),
    stop: stop.signal,
  });
  await visit;
  return { code, out, err };
}

describe('local-binance', () => {
  it('tells where it is and answers there until it is stopped', async () => {
    const { code, out } = await run(['--port', '0', '--seed', '5'], async (restUrl) => {
      const response = await fetch(`${restUrl}/api/v3/ticker/price?symbol=BTCUSDT`);
      expect(await response.json()).toMatchObject({ symbol: 'BTCUSDT' });
    });
    expect(code).toBe(0);
    for (const line of [
      /^REST +http:\/\/127\.0\.0\.1:\d+$/m,
      /^streams +ws:\/\/127\.0\.0\.1:\d+\/ws, ws:\/\/127\.0\.0\.1:\d+\/stream$/m,
      /^WebSocket API +ws:\/\/127\.0\.0\.1:\d+\/ws-api\/v3$/m,
      /^API key +[A-Za-z0-9]{64}$/m,
      /^secret +[A-Za-z0-9]{64}$/m,
    ]) {
      expect(out).toMatch(line);
    }
  });

  it('begins with an hour of candles', async () => {
    await run(['--port', '0'], async (restUrl) => {
      const response = await fetch(`${restUrl}/api/v3/klines?symbol=BTCUSDT&interval=1m&limit=60`);
      expect(await response.json()).toHaveLength(60);
    });
  });

  it('makes the same key of the same seed', async () => {
    const keyOf = async (seed: string) => {
      const { out } = await run(['--port', '0', '--seed', seed], () => Promise.resolve());
      return /API key +(\S+)/.exec(out)?.[1];
    };
    const [key, again, other] = [await keyOf('5'), await keyOf('5'), await keyOf('6')];
    expect(again).toBe(key);
    expect(other).not.toBe(key);
  });

  it('runs at its own speed', async () => {
    await run(['--port', '0', '--speed', 'max'], async (restUrl) => {
      const times = async (): Promise<unknown> => (await fetch(`${restUrl}/local/state`)).json();
      const [before, after] = [await times(), await times()];
      const passed = (name: string) =>
        Number(Reflect.get(Object(after), name)) - Number(Reflect.get(Object(before), name));
      expect(passed('marketTime')).toBeGreaterThan(passed('protocolTime'));
    });
  });

  it('shows its flags', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('--protocol-speed');
  });
});

describe('bad input', () => {
  it.each([
    [
      ['--port', '70000'],
      '--port does not take this value; found 70000; allowed: a whole number from 0 up to 65535',
    ],
    [['--seed', '1.5'], '--seed does not take this value; found 1.5'],
    [['--speed', '0'], '--speed does not take this value; found 0; allowed: a number above 0, or max'],
    [['--protocol-speed', 'max'], '--protocol-speed does not take this value; found max'],
    [
      ['--market', 'synthetic', '--market', 'x.csv'],
      '--market does not take this value; found synthetic, x.csv',
    ],
    [['--market', 'synthetc'], '--market does not take this value; found synthetc; allowed: synthetic alone'],
    [['--market', 'nowhere.csv'], 'there is no such file'],
    [['--prot', '1'], "unknown option '--prot'"],
    [['--prot', '1'], 'The flags are listed by: npm run local-binance -- --help'],
  ])('%j ends with 2 and says what is allowed', async (args, words) => {
    const { code, err } = await run(args);
    expect(err).toContain(words);
    expect(code).toBe(2);
  });

  it('is a port that is taken', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const address = holder.address();
    const port = typeof address === 'object' ? address?.port : 0;
    try {
      const { code, err } = await run(['--port', String(port)]);
      expect(err).toBe(
        `error: cannot listen there; found 127.0.0.1:${port}, where another program listens; allowed: an address of this machine with a free port, or with port 0 for any that is free\n`,
      );
      expect(code).toBe(2);
    } finally {
      holder.close();
    }
  });
});
