import { flushCompileCache } from 'node:module';
import { startLocalBinance } from '../index.ts';

/** Runs an exchange with the state file that is named to it, until it is killed. Says where it is. */
const [file = ''] = process.argv.slice(2);
const balances = { BTC: '10', USDT: '1000000' };
const exchange = await startLocalBinance({
  market: [],
  accounts: [
    { accountId: 'alice', balances },
    { accountId: 'bob', balances },
  ],
  orderLimits: [],
  requestLimits: [],
  state: { file },
});
// At an end of its own it would be written, but this process is killed.
flushCompileCache();
const { restUrl, wsApiUrl, accounts, notes } = exchange;
process.stdout.write(`${JSON.stringify({ restUrl, wsApiUrl, accounts, notes })}\n`);
