/** Where the flags of a command are listed, for whoever has misspelt one. */
export function listedBy(command: string): string {
  return `The flags are listed by: npm run backtest -- ${command} --help`;
}
