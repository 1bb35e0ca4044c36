import type { Endpoint } from './endpoint.ts';

/** Everything that can be asked, over HTTP and over the WebSocket API. */
export const ENDPOINTS: readonly Endpoint[] = [];
