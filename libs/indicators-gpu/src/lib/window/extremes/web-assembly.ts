/**
 * The part of WebAssembly that is used here, under the names of its text format. Instructions are written down as
 * nested lists of bytes and flattened into a module when it is first needed, so there is nothing to build and nothing
 * in the repository that cannot be read.
 */
export type Code = number | readonly Code[];

export const i32 = 0x7f;
export const v128 = 0x7b;

const empty = 0x40;
const aligned8 = 3;

const vector = (opcode: number): Code => [0xfd, unsigned(opcode)];

export const get = (local: number): Code => [0x20, local];
export const set = (local: number, value: Code): Code => [value, 0x21, local];
export const tee = (local: number, value: Code): Code => [value, 0x22, local];
export const constant = (value: number): Code => [0x41, signed(value)];
export const add = (a: Code, b: Code): Code => [a, b, 0x6a];
export const subtract = (a: Code, b: Code): Code => [a, b, 0x6b];
export const isLess = (a: Code, b: Code): Code => [a, b, 0x49];
/** The first where the condition holds, else the second. */
export const select = (first: Code, second: Code, condition: Code): Code => [first, second, condition, 0x1b];
/** Runs its body again for as long as the condition at its end holds. */
export const repeatWhile = (body: Code, condition: Code): Code => [
  0x03,
  empty,
  body,
  condition,
  0x0d,
  0,
  0x0b,
];
export const f64Splat = (value: number): Code => [0x44, float64(value), vector(0x14)];
/** Loads 8 bytes from `address` plus a fixed offset into the first lane. */
export const v128Load64Zero = (address: Code, offset: number): Code => [
  address,
  vector(0x5d),
  aligned8,
  unsigned(offset),
];
/** Stores the first lane at `address` plus a fixed offset. */
export const v128Store64Lane = (address: Code, offset: number, value: Code): Code => [
  address,
  value,
  vector(0x5b),
  aligned8,
  unsigned(offset),
  0,
];
export const f64x2Pmin = (a: Code, b: Code): Code => [a, b, vector(0xf6)];
export const f64x2Pmax = (a: Code, b: Code): Code => [a, b, vector(0xf7)];

/** A function without result: how many i32 parameters it takes, its further locals, and its body. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: number;
  readonly locals: readonly number[];
  readonly body: Code;
}

/** A module of functions that take the same parameters, over an imported memory `env.memory`. */
export function assemble(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const parameters = functions[0]?.parameters ?? 0;
  const type = [0x60, list(Array.from({ length: parameters }, () => i32)), list([])];
  const memory = [text('env'), text('memory'), 0x02, 0x00, 1];
  const exported = functions.map(({ name }, index) => [text(name), 0x00, index]);
  return Uint8Array.from(
    [
      [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      section(1, list([type])),
      section(2, list([memory])),
      section(3, list(functions.map(() => 0))),
      section(7, list(exported)),
      section(10, list(functions.map(sized))),
    ].flatMap(flatten),
  );
}

function sized({ locals, body }: WasmFunction): Code {
  const code = flatten([list(locals.map((local) => [1, local])), body, 0x0b]);
  return [unsigned(code.length), code];
}

const section = (id: number, content: Code): Code => {
  const bytes = flatten(content);
  return [id, unsigned(bytes.length), bytes];
};

const list = (items: readonly Code[]): Code => [unsigned(items.length), items];

const text = (value: string): Code => list(Array.from(value, (letter) => letter.charCodeAt(0)));

function flatten(code: Code): number[] {
  return typeof code === 'number' ? [code] : code.flatMap(flatten);
}

/** LEB128: seven bits a byte, the lowest first. */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, unsigned(value >>> 7)];
}

function signed(value: number): Code {
  const isLast = value >= -64 && value < 64;
  return isLast ? [value & 0x7f] : [(value & 0x7f) | 0x80, signed(value >> 7)];
}

function float64(value: number): Code {
  return Array.from(new Uint8Array(Float64Array.of(value).buffer));
}
