import { createPublicKey } from 'node:crypto';
import type { Amount } from '@org/domain';
import { InputError, amount, parseDecimal } from '@org/domain';
import type { CommissionRates, Exchange, ExchangeAccount } from '@org/simulator';
import type { ApiKey, KeyMaterial } from '../security/api-key.ts';
import { generatedKey } from './generated-key.ts';

/** A key that an account is opened with: with a secret, or with a public key as PEM (RSA or Ed25519). */
export type KeySetup = { readonly apiKey: string; readonly canTrade?: boolean } & (
  { readonly secret: string } | { readonly publicKey: string }
);

/** An account as it is opened. */
export interface AccountSetup {
  readonly accountId: string;
  /** What it owns, by asset, as plain decimals. */
  readonly balances: Readonly<Record<string, string>>;
  /** One with a secret is made from the seed where none is given. */
  readonly keys?: readonly KeySetup[];
  /** Fractions of what is received; 0.001 unless told otherwise. */
  readonly makerFee?: string;
  readonly takerFee?: string;
  /** Whether fees are paid in BNB, a quarter cheaper, while there is some. */
  readonly paysFeesInBnb?: boolean;
  /** Accounts of one group are kept from trading with each other where orders ask for it. */
  readonly tradeGroupId?: number;
}

/** An account with a key to it. The secret is null where the key is the client's own. */
export interface OpenedAccount {
  readonly accountId: string;
  readonly apiKey: string;
  readonly secret: string | null;
}

/** The account of an exchange for which none are named. */
export const DEFAULT_ACCOUNT: AccountSetup = {
  accountId: 'main',
  balances: { USDT: '100000', BTC: '1', ETH: '10', BNB: '50' },
};

const FREE: CommissionRates = { maker: '0', taker: '0', buyer: '0', seller: '0' };
const FEE = '0.001';
/** Of assets that no market knows. */
const DECIMALS = 8;

export function exchangeAccount(setup: AccountSetup): ExchangeAccount {
  const { accountId, tradeGroupId, makerFee = FEE, takerFee = FEE, paysFeesInBnb = false } = setup;
  return {
    accountId,
    tradeGroupId: tradeGroupId ?? null,
    funding: 'funded',
    canTrade: true,
    standardCommission: { ...FREE, maker: makerFee, taker: takerFee },
    taxCommission: FREE,
    specialCommission: FREE,
    discount: { asset: 'BNB', isEnabled: paysFeesInBnb, multiplier: '0.75' },
  };
}

/** The keys of an account, made from the seed where it names none. */
export function apiKeys(setup: AccountSetup, seed: number, createdAt: number): readonly ApiKey[] {
  return keySetups(setup, seed).map((key) => ({
    apiKey: key.apiKey,
    accountId: setup.accountId,
    material: 'secret' in key ? { kind: 'hmac', secret: key.secret } : publicMaterial(key.publicKey),
    permissions: { canRead: true, canTrade: key.canTrade ?? true },
    addresses: null,
    createdAt,
  }));
}

/** Pays in what an account begins with. */
export function fund(exchange: Exchange, setup: AccountSetup, now: number): void {
  for (const [asset, text] of Object.entries(setup.balances)) {
    exchange.deposit(setup.accountId, asset, amountOf(text, decimalsOf(exchange, asset)), now);
  }
}

function keySetups({ accountId, keys }: AccountSetup, seed: number): readonly KeySetup[] {
  if (keys !== undefined && keys.length > 0) return keys;
  return [
    {
      apiKey: generatedKey('key', seed, accountId),
      secret: generatedKey('secret', seed, accountId),
    },
  ];
}

/**
 * Finds out what a public key signs with.
 *
 * @throws InputError `key-kind` for anything but RSA and Ed25519.
 */
function publicMaterial(publicKey: string): KeyMaterial {
  const kind = createPublicKey(publicKey).asymmetricKeyType;
  if (kind === 'rsa' || kind === 'ed25519') return { kind, publicKey };
  throw new InputError('key-kind', {
    what: 'a public key of a kind that the exchange does not take',
    found: String(kind),
    allowed: 'rsa, ed25519',
  });
}

function decimalsOf(exchange: Exchange, asset: string): number {
  const known = exchange.symbols().flatMap(({ base, quote }) => [base, quote]);
  return known.find(({ code }) => code === asset)?.decimals ?? DECIMALS;
}

function amountOf(text: string, assetDecimals: number): Amount {
  const { units, decimals } = parseDecimal(text);
  const shift = assetDecimals - decimals;
  return amount(shift >= 0 ? units * 10n ** BigInt(shift) : units / 10n ** BigInt(-shift));
}
