import { keyed } from './keyed.ts';

/** What a step has written last while it goes through columns, in the order of the outputs: read before the next bar. */
export const lines = /* @__PURE__ */ new Float64Array(16);

/** A record for a step to write its named outputs to, which stands for the lines. */
export function linkToLines<K extends string>(names: readonly K[]): Record<K, number>;
export function linkToLines(names: readonly string[]): Record<string, number> {
  return Object.defineProperties(
    new Linked(),
    keyed(names, (_name, index) => links[index]!),
  );
}

/** A class of its own keeps these records apart from those that hold numbers, which an engine likes. */
class Linked {
  [output: string]: number;
}

const links: readonly PropertyDescriptor[] = /* @__PURE__ */ Array.from(lines, (_line, index) => ({
  get: () => lines[index],
  set: (value: number) => {
    lines[index] = value;
  },
}));
