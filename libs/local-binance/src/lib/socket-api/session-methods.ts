import { answer } from '../endpoints/answers.ts';
import type { Answer } from '../endpoints/endpoint.ts';
import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError } from '../errors/binance-error.ts';
import type { KeyMaterial } from '../security/api-key.ts';
import type { Connection, ConnectionMethod } from './connection-method.ts';
import { connectionMethod, signedConnectionMethod } from './connection-method.ts';

const logon = signedConnectionMethod((connection, key) => {
  const { session, world } = connection;
  if (key.material.kind !== 'ed25519') return unsupportedKey(key.material.kind);
  if (session.logon !== null && session.logon.key.accountId !== key.accountId) endOfSession(connection);
  session.logon = { key, since: world.protocolTime.now() };
  return status(connection);
});

const logout = connectionMethod({}, (connection) => {
  endOfSession(connection);
  connection.session.logon = null;
  return status(connection);
});

const subscriptions = connectionMethod({}, (connection) =>
  answer(connection.subscriptions.map(({ subscriptionId }) => ({ subscriptionId }))),
);

/** Who speaks over a connection. */
export const SESSION_METHODS: ReadonlyMap<string, ConnectionMethod> = new Map([
  ['session.logon', logon],
  ['session.status', connectionMethod({}, status)],
  ['session.logout', logout],
  ['session.subscriptions', subscriptions],
]);

function status({ session, subscriptions: active, world }: Connection): Answer {
  const { logon: who, connectedSince, returnRateLimits } = session;
  return answer({
    apiKey: who?.key.apiKey ?? null,
    authorizedSince: who?.since ?? null,
    connectedSince,
    returnRateLimits,
    serverTime: world.protocolTime.now(),
    userDataStream: active.some(({ isOfSession }) => isOfSession),
  });
}

function endOfSession(connection: Connection): void {
  connection.unsubscribe(({ isOfSession }) => isOfSession);
}

const ALGORITHMS: Readonly<Record<Exclude<KeyMaterial['kind'], 'ed25519'>, string>> = {
  hmac: 'HMAC_SHA256',
  rsa: 'RSA',
};

/** The spot documentation names no code for this: it is that of the futures' WebSocket API. */
function unsupportedKey(kind: keyof typeof ALGORITHMS): BinanceError {
  return binanceError(-4056, `${ALGORITHMS[kind]} API key is not supported.`);
}
