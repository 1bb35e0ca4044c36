/** The source text of a bar's typical price above the base, in a kernel with `high`, `low` and `close`. */
export const typicalAt = (bar: string): string => {
  const sum = (part: number) =>
    ['high', 'low', 'close'].map((column) => `${column}[${part}][this.thread.z][${bar}]`).join(' + ');
  return `((${sum(0)}) / 3 + (${sum(1)}) / 3)`;
};
