export type { OpenSocket, Socket, SocketListener } from './lib/sockets/socket.ts';
export { Pace } from './lib/sockets/pace.ts';
export { openWebSocket } from './lib/sockets/ws-socket.ts';

export { DepthScanner } from './lib/venues/binance/depth/depth-scanner.ts';
export type { DepthMessage, Unreadable } from './lib/venues/binance/depth/depth-scanner.ts';
export { depthSnapshotOf } from './lib/venues/binance/depth/market-steps.ts';
export { StreamSockets } from './lib/venues/binance/streams/stream-sockets.ts';
export type { StreamSocketsOptions } from './lib/venues/binance/streams/stream-sockets.ts';
export type { StreamFeed, StreamNotice } from './lib/venues/binance/streams/stream-feed.ts';
