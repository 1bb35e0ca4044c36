/** What of commander's command is needed to read a command line with it. */
export interface CommandReader<Flags> {
  exitOverride(): unknown;
  configureOutput(output: {
    readonly writeOut: (text: string) => void;
    readonly writeErr: (text: string) => void;
  }): unknown;
  parse(args: readonly string[], options: { readonly from: 'user' }): unknown;
  opts(): Flags;
}

/** The flags, or what is to be said in their place: help, or what is wrong with them. */
export type CommandLine<Flags> =
  { readonly flags: Flags } | { readonly flags: null; readonly text: string; readonly isHelp: boolean };

/** Reads a command line. Nothing is printed and nobody exits: what commander would say comes back as a text. */
export function readCommandLine<Flags>(
  command: CommandReader<Flags>,
  args: readonly string[],
): CommandLine<Flags> {
  let text = '';
  const keep = (piece: string) => void (text += piece);
  command.exitOverride();
  command.configureOutput({ writeOut: keep, writeErr: keep });
  try {
    command.parse([...args], { from: 'user' });
    return { flags: command.opts() };
  } catch (error) {
    if (!isCommanderError(error)) throw error;
    return { flags: null, text, isHelp: error.exitCode === 0 };
  }
}

function isCommanderError(error: unknown): error is Error & { readonly exitCode: number } {
  if (!(error instanceof Error) || !('exitCode' in error && 'code' in error)) return false;
  return typeof error.exitCode === 'number' && String(error.code).startsWith('commander.');
}
