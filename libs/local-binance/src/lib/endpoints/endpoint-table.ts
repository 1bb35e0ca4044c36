import type { Endpoint } from './endpoint.ts';

/** What stands at an address: an endpoint, one that has been taken away, nothing, or one for another method. */
export type Found =
  | { readonly kind: 'endpoint'; readonly endpoint: Endpoint }
  | { readonly kind: 'removed' | 'unknown' | 'otherMethod' };

/** Taken away on 2026-02-20. */
const REMOVED: ReadonlySet<string> = new Set(['/api/v3/userDataStream']);

/** Finds endpoints by what was asked for. */
export class EndpointTable {
  readonly #byRoute = new Map<string, Endpoint>();
  readonly #bySocketMethod = new Map<string, Endpoint>();
  readonly #paths = new Set<string>();

  constructor(endpoints: readonly Endpoint[]) {
    for (const endpoint of endpoints) {
      const { rest, socketMethod } = endpoint;
      if (rest !== null) {
        this.#byRoute.set(`${rest.method} ${rest.path}`, endpoint);
        this.#paths.add(rest.path);
      }
      if (socketMethod !== null) this.#bySocketMethod.set(socketMethod, endpoint);
    }
  }

  find(method: string, path: string): Found {
    const endpoint = this.#byRoute.get(`${method} ${path}`);
    if (endpoint !== undefined) return { kind: 'endpoint', endpoint };
    if (REMOVED.has(path)) return { kind: 'removed' };
    return { kind: this.#paths.has(path) ? 'otherMethod' : 'unknown' };
  }

  /** Of the WebSocket API. */
  findMethod(socketMethod: string): Endpoint | undefined {
    return this.#bySocketMethod.get(socketMethod);
  }
}
