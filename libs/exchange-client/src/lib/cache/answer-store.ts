import { gunzipSync, gzipSync } from 'node:zlib';
import KeyvRedis from '@keyv/redis';
import { Keyv } from 'keyv';

/** An answer that was kept, and until when. */
export interface StoredAnswer {
  readonly value: unknown;
  /** ms UTC. */
  readonly expiresAtMs: number;
}

/** Where answers are kept behind the memory of this process. */
export interface AnswerStore {
  get(key: string): Promise<StoredAnswer | undefined>;
  /** Keeps plain data. */
  set(key: string, value: unknown, lifetimeMs: number): Promise<void>;
  delete(key: string): Promise<void>;
  close(): Promise<void>;
}

export interface AnswerStoreOptions {
  /** Such as `redis://127.0.0.1:6379`; memory of this process where there is none. */
  readonly redisUrl?: string;
  /** Whether what is stored is compressed: less memory there, more work here. Default false. */
  readonly isCompressed?: boolean;
  /** Told when the store's connection fails. */
  readonly onError?: (error: unknown) => void;
}

const NAMESPACE = 'onestep';
/** A store that does not answer must not hold up a question that the exchange would answer. */
const CONNECT_TIMEOUT_MS = 2000;

/** A store in memory, or in a Redis that several processes share. */
export function answerStore(options: AnswerStoreOptions = {}): AnswerStore {
  const { redisUrl, isCompressed = false, onError = () => undefined } = options;
  const keyv = new Keyv<string>({
    namespace: NAMESPACE,
    throwOnErrors: true,
    ...(redisUrl === undefined ? {} : { store: redisStore(redisUrl) }),
  });
  keyv.on('error', onError);
  const [write, read] = isCompressed ? [compressed, expanded] : [JSON.stringify, plain];
  return {
    get: async (key) => {
      const stored = await keyv.getRaw(key);
      if (stored?.value === undefined) return undefined;
      return { value: read(stored.value), expiresAtMs: stored.expires ?? Number.POSITIVE_INFINITY };
    },
    set: async (key, value, lifetimeMs) => {
      await keyv.set(key, write(value), lifetimeMs);
    },
    delete: async (key) => {
      await keyv.delete(key);
    },
    close: () => keyv.disconnect(),
  };
}

/** Each use connects anew where the connection has gone: a store that has come back is found again. */
function redisStore(url: string): KeyvRedis<string> {
  const socket = { connectTimeout: CONNECT_TIMEOUT_MS, reconnectStrategy: false } as const;
  return new KeyvRedis({ url, socket }, { throwOnConnectError: true, throwOnErrors: true });
}

function plain(text: string): unknown {
  return JSON.parse(text);
}

function compressed(value: unknown): string {
  return gzipSync(JSON.stringify(value)).toString('base64');
}

function expanded(text: string): unknown {
  return JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString());
}
