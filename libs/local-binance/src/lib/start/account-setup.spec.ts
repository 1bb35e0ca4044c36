import { generateKeyPairSync } from 'node:crypto';
import { NEW_YEAR_MS } from '../../testing/trades.ts';
import { closeExchanges, openExchange } from '../../testing/open-exchange.ts';
import { apiKeys } from './account-setup.ts';
import { generatedKey } from './generated-key.ts';

afterEach(closeExchanges);

describe('generated keys', () => {
  it('are 64 letters and digits, and the same for the same words', () => {
    expect(generatedKey('key', 1, 'main')).toMatch(/^[A-Za-z0-9]{64}$/);
    expect(generatedKey('key', 1, 'main')).toBe(generatedKey('key', 1, 'main'));
  });

  it('differ by any word', () => {
    const keys = [
      generatedKey('key', 1, 'main'),
      generatedKey('key', 2, 'main'),
      generatedKey('secret', 1, 'main'),
    ];
    expect(new Set(keys).size).toBe(3);
  });
});

describe('an account', () => {
  it('is opened with its balances and a key', async () => {
    const exchange = await openExchange({
      accounts: [{ accountId: 'alice', balances: { USDT: '1000.5', BTC: '0.00000001', DOGE: '7' } }],
    });
    expect(exchange.accounts).toEqual([
      {
        accountId: 'alice',
        apiKey: expect.stringMatching(/^\w{64}$/),
        secret: expect.stringMatching(/^\w{64}$/),
      },
    ]);
    expect(exchange.world.exchange.balances('alice')).toEqual([
      { asset: 'USDT', free: 100_050_000_000n, locked: 0n },
      { asset: 'BTC', free: 1n, locked: 0n },
      { asset: 'DOGE', free: 700_000_000n, locked: 0n },
    ]);
  });

  it('can be opened with keys of its own, whatever they sign with', () => {
    const pem = (pair: {
      publicKey: { export: (options: { type: 'spki'; format: 'pem' }) => string | Buffer };
    }) => pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const keys = apiKeys(
      {
        accountId: 'alice',
        balances: {},
        keys: [
          { apiKey: 'shared', secret: 'secret', canTrade: false },
          { apiKey: 'edwards', publicKey: pem(generateKeyPairSync('ed25519')) },
          { apiKey: 'rsa', publicKey: pem(generateKeyPairSync('rsa', { modulusLength: 2048 })) },
        ],
      },
      1,
      NEW_YEAR_MS,
    );
    expect(keys.map(({ material, permissions }) => [material.kind, permissions.canTrade])).toEqual([
      ['hmac', false],
      ['ed25519', true],
      ['rsa', true],
    ]);
  });

  it('takes no key of another kind', () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const setup = { accountId: 'alice', balances: {}, keys: [{ apiKey: 'x', publicKey: pem }] };
    expect(() => apiKeys(setup, 1, 0)).toThrow(/found ec; allowed: rsa, ed25519/);
  });

  it('has funds that are plain decimals', async () => {
    const accounts = [{ accountId: 'alice', balances: { USDT: '1e3' } }];
    await expect(openExchange({ accounts })).rejects.toThrow('not a plain decimal number');
  });
});
