/** Where the program reads and writes: the process, or what a test puts in its place. */
export interface Surroundings {
  /** Where relative paths start. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** What was asked for. */
  readonly out: (text: string) => void;
  /** What goes wrong or should be known besides. */
  readonly err: (text: string) => void;
  /** Styles a text for `out`, where it is a terminal. */
  readonly paint: (style: Style, text: string) => string;
  /** Calls `stop` when a person asks for an end, until the returned function is called; nobody listens by default. */
  readonly onInterrupt: (stop: () => void) => () => void;
  /** Where progress goes; null where nobody watches. */
  readonly terminal: NodeJS.WritableStream | null;
}

export type Style = 'bold' | 'dim' | 'green' | 'red' | 'yellow';
