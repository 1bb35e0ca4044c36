const PLAIN_WORD = /^[\w@%+=:,./-]+$/;

/** The command that was given, as a shell takes it: the same command gives the same bytes. */
export function commandLine(args: readonly string[]): string {
  const words = args[0] === 'run' ? args.slice(1) : args;
  return ['backtest run', ...words.map(quoted)].join(' ');
}

function quoted(word: string): string {
  return PLAIN_WORD.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
