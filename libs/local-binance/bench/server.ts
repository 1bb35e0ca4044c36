import { startLocalBinance } from '../src/index.ts';
import { ACCOUNTS, SEED } from './accounts.ts';
import { tickingMarket } from './ticking-market.ts';

/** The exchange, in a process of its own: its market changes ten times a second, and its limits are out of the way. */
const [state = ''] = process.argv.slice(2);
const many = 1_000_000_000;
const exchange = await startLocalBinance({
  seed: SEED,
  accounts: ACCOUNTS,
  market: [tickingMarket('ETHUSDT')],
  startTime: Date.now(),
  orderLimits: [{ interval: 'SECOND', intervalNum: 10, limit: many }],
  requestLimits: [{ rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', intervalNum: 1, limit: many }],
  socketTerms: { connectionAttempts: many },
  ...(state === '' ? {} : { state: { file: state } }),
});
process.on('message', () => void exchange.close().then(() => process.disconnect()));
// However the benchmark ends, its server ends too.
process.on('disconnect', () => process.exit());
const keys = exchange.accounts.map(({ apiKey, secret }) => ({ apiKey, secret }));
process.send?.({ restUrl: exchange.restUrl, streamUrl: exchange.streamUrl, keys });
