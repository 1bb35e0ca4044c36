import { answer } from '../endpoints/answers.ts';
import type { Answer } from '../endpoints/endpoint.ts';
import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError, isBinanceError } from '../errors/binance-error.ts';
import { wholeNumber } from '../parameters/integers.ts';
import { optional } from '../parameters/parameter.ts';
import type { ConnectionMethod } from './connection-method.ts';
import { connectionMethod, signedConnectionMethod } from './connection-method.ts';
import type { Subscription } from './subscriptions.ts';

const subscribe = connectionMethod({}, (connection) => {
  const { logon } = connection.session;
  if (logon === null) return binanceError(-1002, 'You are not authorized to execute this request.', 401);
  return subscribed(connection.subscribe(logon.key, true));
});

const subscribeSigned = signedConnectionMethod((connection, key) =>
  subscribed(connection.subscribe(key, false)),
);

const unsubscribe = connectionMethod(
  { subscriptionId: optional(wholeNumber) },
  (connection, { subscriptionId: wanted }) => {
    const ended = connection.unsubscribe(
      ({ subscriptionId }) => wanted === null || subscriptionId === wanted,
    );
    return ended > 0 ? answer({}) : binanceError(-2036, 'User Data Stream subscription not active.');
  },
);

/** What a connection hears of accounts. */
export const USER_DATA_METHODS: ReadonlyMap<string, ConnectionMethod> = new Map([
  ['userDataStream.subscribe', subscribe],
  ['userDataStream.subscribe.signature', subscribeSigned],
  ['userDataStream.unsubscribe', unsubscribe],
]);

function subscribed(subscription: Subscription | BinanceError): Answer | BinanceError {
  if (isBinanceError(subscription)) return subscription;
  return answer({ subscriptionId: subscription.subscriptionId });
}
