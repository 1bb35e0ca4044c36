import { gunzipSync, gzipSync } from 'node:zlib';
import KeyvRedis from '@keyv/redis';
import { Keyv } from 'keyv';

export interface AnswerStoreOptions {
  /** Such as `redis://127.0.0.1:6379`; memory of this process where there is none. */
  readonly redisUrl?: string;
  /** Whether what is stored is compressed: less memory there, more work here. Default false. */
  readonly isCompressed?: boolean;
}

const NAMESPACE = 'onestep';
/** A store that does not answer must not hold up a question that the exchange would answer. */
const CONNECT_TIMEOUT_MS = 2000;

/** Where answers are kept behind the memory of this process. */
export function answerStore({ redisUrl, isCompressed = false }: AnswerStoreOptions = {}): Keyv {
  return new Keyv({
    namespace: NAMESPACE,
    throwOnErrors: true,
    ...(redisUrl === undefined ? {} : { store: redisStore(redisUrl) }),
    ...(isCompressed ? { serialize: compressed, deserialize: expanded } : {}),
  });
}

function redisStore(url: string): KeyvRedis<unknown> {
  // Each use connects anew where the connection has gone: a store that has come back is found again.
  const socket = { connectTimeout: CONNECT_TIMEOUT_MS, reconnectStrategy: false } as const;
  return new KeyvRedis(
    { url, socket },
    {
      throwOnConnectError: true,
      throwOnErrors: true,
      connectionTimeout: CONNECT_TIMEOUT_MS,
    },
  );
}

function compressed(data: object): string {
  return gzipSync(JSON.stringify(data)).toString('base64');
}

function expanded<Value>(text: string): Value {
  return JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString());
}
