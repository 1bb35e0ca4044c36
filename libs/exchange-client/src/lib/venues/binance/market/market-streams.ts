import { InputError } from '@org/domain';
import type { Observable, Subscriber } from 'rxjs';
import { defer, Observable as Stream, share, startWith } from 'rxjs';
import type { StreamNotice } from '../streams/stream-feed.ts';
import type { StreamSocketsOptions } from '../streams/stream-sockets.ts';
import { StreamSockets } from '../streams/stream-sockets.ts';

/** Why what a stream told last is old. */
export type StreamLoss = 'disconnected' | 'silent';

/** What a stream brings. `back` comes before its first message, and before the first after each loss. */
export type StreamSignal =
  | { readonly kind: 'data'; readonly bytes: Uint8Array; readonly start: number; readonly end: number }
  | { readonly kind: 'lost'; readonly loss: StreamLoss }
  | { readonly kind: 'back' };

export interface MarketStreamsOptions extends Omit<StreamSocketsOptions, 'tell'> {
  /** Told of everything that happens to connections, for logs and metrics. */
  readonly onNotice?: (notice: StreamNotice) => void;
}

interface Channel {
  readonly listener: Subscriber<StreamSignal>;
  state: 'opening' | 'open' | StreamLoss;
}

/** The streams of an exchange as Observables: each is opened once, for whoever listens, and ends with the last of them. */
export class MarketStreams {
  readonly #sockets: StreamSockets;
  readonly #onNotice: (notice: StreamNotice) => void;
  readonly #channels = new Map<string, Channel>();
  readonly #shared = new Map<string, Observable<StreamSignal>>();

  constructor({ onNotice = () => undefined, ...options }: MarketStreamsOptions) {
    this.#sockets = new StreamSockets({ ...options, tell: (notice) => this.#tell(notice) });
    this.#onNotice = onNotice;
  }

  /**
   * A stream by its name; who comes while it is lost is told so first.
   *
   * @param mostSilenceMs how long it may be silent before something must be wrong
   */
  signals$(name: string, mostSilenceMs: number): Observable<StreamSignal> {
    return defer(() => {
      const signals$ = this.#shared.get(name) ?? this.#share(name, mostSilenceMs);
      const state = this.#channels.get(name)?.state ?? 'opening';
      return isLoss(state) ? signals$.pipe(startWith({ kind: 'lost', loss: state } as const)) : signals$;
    });
  }

  close(): void {
    this.#sockets.close();
  }

  #share(name: string, mostSilenceMs: number): Observable<StreamSignal> {
    const signals$ = new Stream<StreamSignal>((listener) => {
      const channel: Channel = { listener, state: 'opening' };
      this.#channels.set(name, channel);
      const stop = this.#sockets.listen({
        ...{ name, mostSilenceMs },
        // What comes twice is dropped further on, where ids are read anyway.
        idOf: () => null,
        receive: (bytes, start, end) => {
          back(channel);
          listener.next({ kind: 'data', bytes, start, end });
        },
      });
      return () => {
        this.#channels.delete(name);
        this.#shared.delete(name);
        stop();
      };
    }).pipe(share());
    this.#shared.set(name, signals$);
    return signals$;
  }

  #tell(notice: StreamNotice): void {
    this.#onNotice(notice);
    switch (notice.kind) {
      case 'connected':
      case 'renewed':
        for (const channel of this.#named(notice.streams)) back(channel);
        return;
      case 'disconnected':
        for (const channel of this.#named(notice.streams)) lose(channel, 'disconnected');
        return;
      case 'stalled':
        for (const channel of this.#named([notice.stream])) lose(channel, 'silent');
        return;
      case 'refused':
        for (const name of notice.streams) this.#channels.get(name)?.listener.error(refused(name, notice));
        return;
      case 'attemptFailed':
      case 'unreadable':
    }
  }

  #named(names: readonly string[]): readonly Channel[] {
    return names.flatMap((name) => this.#channels.get(name) ?? []);
  }
}

function back(channel: Channel): void {
  if (channel.state === 'open') return;
  channel.state = 'open';
  channel.listener.next({ kind: 'back' });
}

function lose(channel: Channel, loss: StreamLoss): void {
  if (channel.state === 'opening' || channel.state === loss) return;
  channel.state = loss;
  channel.listener.next({ kind: 'lost', loss });
}

function isLoss(state: Channel['state']): state is StreamLoss {
  return state === 'disconnected' || state === 'silent';
}

function refused(name: string, { message }: { readonly message: string }): InputError {
  return new InputError('stream-refused', {
    what: 'the exchange does not give this stream',
    found: name,
    hint: message,
  });
}
