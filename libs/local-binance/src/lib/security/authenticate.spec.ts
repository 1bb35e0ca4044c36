import { createHmac } from 'node:crypto';
import { account, apiKey, HMAC_API_KEY, HMAC_SECRET } from '../../testing/accounts.ts';
import type { ApiKey } from './api-key.ts';
import { ApiKeys } from './api-key.ts';
import { authenticate } from './authenticate.ts';
import type { SignedRequest } from './authenticate.ts';

const NOW = 1_700_000_000_000;
const ALICE = account();

function request(changes: Partial<SignedRequest> = {}): SignedRequest {
  const payload = `timestamp=${NOW}`;
  const signature = createHmac('sha256', HMAC_SECRET).update(payload).digest('hex');
  return {
    payload,
    signature,
    apiKey: HMAC_API_KEY,
    timestamp: String(NOW),
    recvWindow: undefined,
    address: '127.0.0.1',
    ...changes,
  };
}

function known(...keys: readonly ApiKey[]) {
  return {
    keys: new ApiKeys(keys),
    exchange: { account: (id: string) => (id === ALICE.accountId ? ALICE : undefined) },
    protocolTime: { now: () => NOW },
  };
}

describe('a signed request', () => {
  it('is made in the name of its key’s account', () => {
    const key = apiKey();
    expect(authenticate(request(), 'trade', known(key))).toEqual({
      kind: 'authenticated',
      caller: { account: ALICE, key },
      timing: { timestampMs: NOW, recvWindowMs: 5000 },
    });
  });

  it.each([
    ['without a key', { apiKey: undefined }, 401, -2014, 'API-key format invalid.'],
    ['with half a key', { apiKey: HMAC_API_KEY.slice(32) }, 401, -2014, 'API-key format invalid.'],
    [
      'with a key that nobody has',
      { apiKey: 'x'.repeat(64) },
      401,
      -2015,
      'Invalid API-key, IP, or permissions for action.',
    ],
    [
      'without a time',
      { timestamp: undefined },
      400,
      -1102,
      "Mandatory parameter 'timestamp' was not sent, was empty/null, or malformed.",
    ],
    [
      'from yesterday',
      { timestamp: String(NOW - 86_400_000) },
      400,
      -1021,
      'Timestamp for this request is outside of the recvWindow.',
    ],
    [
      'without a signature',
      { signature: null },
      400,
      -1102,
      "Mandatory parameter 'signature' was not sent, was empty/null, or malformed.",
    ],
    ['with another signature', { signature: '00' }, 400, -1022, 'Signature for this request is not valid.'],
    [
      'with another payload',
      { payload: 'timestamp=1' },
      400,
      -1022,
      'Signature for this request is not valid.',
    ],
  ])('%s is refused', (_what, changes, status, code, msg) => {
    expect(authenticate(request(changes), 'userData', known(apiKey()))).toEqual({
      kind: 'error',
      status,
      code,
      msg,
    });
  });

  it.each([
    ['may not trade', apiKey({ permissions: { canRead: true, canTrade: false } })],
    ['is for other addresses', apiKey({ addresses: ['10.0.0.1'] })],
    ['belongs to an account that is gone', apiKey({ accountId: 'bob' })],
  ])('is refused where its key %s', (_what, key) => {
    expect(authenticate(request(), 'trade', known(key))).toMatchObject({ status: 401, code: -2015 });
  });

  it('is taken from an address that its key is for', () => {
    const key = apiKey({ addresses: ['127.0.0.1'], permissions: { canRead: true, canTrade: false } });
    expect(authenticate(request(), 'userData', known(key))).toMatchObject({ kind: 'authenticated' });
  });

  it('is refused once its key is taken back', () => {
    const callers = known(apiKey());
    expect(callers.keys.remove(HMAC_API_KEY)).toBe(true);
    expect(authenticate(request(), 'userData', callers)).toMatchObject({ code: -2015 });
  });
});
