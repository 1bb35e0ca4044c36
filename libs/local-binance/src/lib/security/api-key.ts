/** How a key signs: a shared secret, or a public key whose other half the client keeps. */
export type KeyMaterial =
  | { readonly kind: 'hmac'; readonly secret: string }
  /** PEM of a public key (SPKI). */
  | { readonly kind: 'rsa' | 'ed25519'; readonly publicKey: string };

/** What may be done with a key. */
export interface KeyPermissions {
  readonly canRead: boolean;
  readonly canTrade: boolean;
}

/** A key to an account. */
export interface ApiKey {
  /** What is sent along: 64 letters and digits. */
  readonly apiKey: string;
  readonly accountId: string;
  readonly material: KeyMaterial;
  readonly permissions: KeyPermissions;
  /** Addresses that may use it; null for all. */
  readonly addresses: readonly string[] | null;
  /** ms UTC. */
  readonly createdAt: number;
}

/** The keys that an exchange knows: they are given out and taken back while it runs. */
export class ApiKeys {
  readonly #keys = new Map<string, ApiKey>();

  constructor(keys: readonly ApiKey[] = []) {
    for (const key of keys) this.add(key);
  }

  add(key: ApiKey): void {
    this.#keys.set(key.apiKey, key);
  }

  remove(apiKey: string): boolean {
    return this.#keys.delete(apiKey);
  }

  find(apiKey: string): ApiKey | undefined {
    return this.#keys.get(apiKey);
  }

  all(): readonly ApiKey[] {
    return [...this.#keys.values()];
  }
}
