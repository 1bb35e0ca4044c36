import { z } from 'zod';

const id = z.union([z.int(), z.string().max(36), z.null()]);

/** What a client asks of a stream connection. */
const controlFrame = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('SUBSCRIBE'), params: z.array(z.string()), id }),
  z.strictObject({ method: z.literal('UNSUBSCRIBE'), params: z.array(z.string()), id }),
  z.strictObject({ method: z.literal('LIST_SUBSCRIPTIONS'), params: z.array(z.string()).optional(), id }),
  z.strictObject({ method: z.literal('SET_PROPERTY'), params: z.tuple([z.string(), z.unknown()]), id }),
  z.strictObject({ method: z.literal('GET_PROPERTY'), params: z.tuple([z.string()]), id }),
]);

export type ControlFrame = z.infer<typeof controlFrame>;

/** What is wrong with a frame, in the exchange's numbers. */
export interface FrameError {
  readonly code: 0 | 1 | 2 | 3;
  readonly msg: string;
}

const METHODS: readonly string[] = controlFrame.options.map(({ shape }) => shape.method.value);

/** Reads a frame, or tells what is wrong with it. */
export function readControlFrame(text: string): ControlFrame | FrameError {
  const json = parseJson(text);
  if (json === undefined) return { code: 3, msg: 'Invalid JSON: expected value at line 1 column 1' };
  const frame = controlFrame.safeParse(json);
  return frame.success ? frame.data : complaint(json);
}

export function isFrameError(frame: ControlFrame | FrameError): frame is FrameError {
  return 'code' in frame;
}

/** The id of a frame that cannot be read otherwise; undefined where that cannot be read either. */
export function frameId(text: string): ControlFrame['id'] | undefined {
  const json = parseJson(text);
  if (typeof json !== 'object' || json === null || !('id' in json)) return undefined;
  return id.safeParse(json.id).data;
}

function complaint(json: unknown): FrameError {
  if (typeof json !== 'object' || json === null) {
    return { code: 2, msg: 'Invalid request: request must be an object' };
  }
  if (!('method' in json)) return { code: 2, msg: 'Invalid request: missing field `method`' };
  const { method } = json;
  if (typeof method !== 'string' || !METHODS.includes(method)) {
    const known = METHODS.map((name) => `\`${name}\``).join(', ');
    return {
      code: 2,
      msg: `Invalid request: unknown variant \`${String(method)}\`, expected one of ${known}`,
    };
  }
  if (!('id' in json) || !id.safeParse(json.id).success) {
    return {
      code: 2,
      msg: 'Invalid request: request ID must be an unsigned integer, a string of up to 36 characters or null',
    };
  }
  return { code: 2, msg: 'Invalid request: `params` do not fit the method' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
