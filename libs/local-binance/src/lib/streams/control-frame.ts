import { z } from 'zod';
import { idText, parseKeepingNumbers } from '../wire/kept-numbers.ts';

const ID = /^.{0,36}$/su;

/** As JSON, as it was sent: it may be larger than a double can hold. */
const id = z.unknown().transform((value, context) => {
  const text = idText(value, ID);
  if (text !== null) return text;
  context.addIssue({ code: 'custom', message: 'not an id' });
  return z.NEVER;
});

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
  const json = parseKeepingNumbers(text);
  if (json === undefined) return { code: 3, msg: 'Invalid JSON: expected value at line 1 column 1' };
  const frame = controlFrame.safeParse(json);
  return frame.success ? frame.data : complaint(json);
}

export function isFrameError(frame: ControlFrame | FrameError): frame is FrameError {
  return 'code' in frame;
}

/** The id of a frame that cannot be read otherwise, as JSON; undefined where that cannot be read either. */
export function frameId(text: string): string | undefined {
  const json = parseKeepingNumbers(text);
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
