import type { CommissionRates, ExchangeAccount } from '@org/simulator';
import type { ApiKey, KeyMaterial } from '../lib/security/api-key.ts';

/** Of the exchange's documentation. */
export const HMAC_API_KEY = 'vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A';
export const HMAC_SECRET = 'NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j';

const FREE: CommissionRates = { maker: '0', taker: '0', buyer: '0', seller: '0' };
const TENTH_OF_A_PERCENT: CommissionRates = { ...FREE, maker: '0.001', taker: '0.001' };

/** An account that pays 0.1%, three quarters of it where it pays in BNB. */
export function account(changes: Partial<ExchangeAccount> = {}): ExchangeAccount {
  return {
    accountId: 'alice',
    tradeGroupId: null,
    funding: 'funded',
    canTrade: true,
    standardCommission: TENTH_OF_A_PERCENT,
    taxCommission: FREE,
    specialCommission: FREE,
    discount: { asset: 'BNB', isEnabled: false, multiplier: '0.75' },
    ...changes,
  };
}

export function apiKey(changes: Partial<ApiKey> = {}): ApiKey {
  const material: KeyMaterial = { kind: 'hmac', secret: HMAC_SECRET };
  return {
    apiKey: HMAC_API_KEY,
    accountId: 'alice',
    material,
    permissions: { canRead: true, canTrade: true },
    addresses: null,
    createdAt: 0,
    ...changes,
  };
}
