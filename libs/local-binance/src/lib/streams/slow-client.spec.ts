import type { ClientSocket } from '../sockets/client-socket.ts';
import { NO_SOCKET_INTERFERENCE } from '../sockets/socket-interference.ts';
import { stillWorld } from '../../testing/still-world.ts';
import { StreamClient } from './stream-client.ts';
import { StreamHub } from './stream-hub.ts';

const MEBIBYTE = 1024 * 1024;

/** A client that takes nothing of what is sent to it, until its line is cut. */
class DeafSocket implements ClientSocket {
  readonly address = '127.0.0.1';
  isCut = false;
  #unsent = 0;

  send(text: string): void {
    if (!this.isCut) this.#unsent += text.length;
  }

  cut(): void {
    this.isCut = true;
  }

  unsentBytes(): number {
    return this.#unsent;
  }

  close(): void {}
  stall(): () => void {
    return () => {};
  }
  freeze(): () => void {
    return () => {};
  }
}

describe('a client that takes nothing', () => {
  it('is cut off when 16 MiB wait for it, and its streams go on without it', () => {
    const hub = new StreamHub(stillWorld(), NO_SOCKET_INTERFERENCE);
    const client = new DeafSocket();
    const manner = { isCombined: false, unit: 'MILLISECOND' } as const;
    const user = new StreamClient({ hub, client, manner, streams: ['btcusdt@trade'] });
    for (let sent = 0; sent < 16; sent += 1) user.hear('x'.repeat(MEBIBYTE));
    expect(client.isCut).toBe(false);
    user.hear('x');
    expect(client.isCut).toBe(true);
    user.closed();
    expect(user.streams).toEqual([]);
  });
});
