import { z } from 'zod';
import { parsedJson } from '../../../transport/parsed-json.ts';

const id = z.int().nullish();
const failure = z.object({ code: z.number(), msg: z.string() });
const reply = z.union([
  z.object({ result: z.null(), id }),
  z.object({ error: failure, id }),
  failure.extend({ id }),
]);

/** What the exchange says to a control message. */
export type ControlReply =
  | { readonly kind: 'done'; readonly id: number | null }
  | { readonly kind: 'refused'; readonly id: number | null; readonly message: string }
  | { readonly kind: 'shutdown' }
  | { readonly kind: 'unreadable' };

const shutdown = z.object({ e: z.literal('serverShutdown') });

/** Reads a message that belongs to no stream. */
export function controlReply(bytes: Uint8Array): ControlReply {
  const body = parsedJson(new TextDecoder().decode(bytes));
  if (shutdown.safeParse(body).success) return { kind: 'shutdown' };
  const { data } = reply.safeParse(body);
  if (data === undefined) return { kind: 'unreadable' };
  if ('result' in data) return { kind: 'done', id: data.id ?? null };
  const message = 'error' in data ? data.error.msg : data.msg;
  return { kind: 'refused', id: data.id ?? null, message };
}
