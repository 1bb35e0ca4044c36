import { EXIT_CODE } from '@org/session';
import type { Surroundings } from './surroundings.ts';

/** What of a process is needed to hear Ctrl-C. */
export interface Interruptible {
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  off(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  exit(code: number): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Tells a command that ends in order of the first Ctrl-C; a second one ends the process at once. Under npm a press comes
 * as two signals, for npm passes on what the terminal has sent to everyone already.
 */
export function interruptsOf(process: Interruptible, env: NodeJS.ProcessEnv): Surroundings['onInterrupt'] {
  return (stop) => {
    const signalsAPress = env['npm_lifecycle_event'] === undefined ? 1 : 2;
    let signals = 0;
    const listener = () => {
      signals += 1;
      if (signals === 1) stop();
      if (signals > signalsAPress) process.exit(EXIT_CODE.secondInterrupt);
    };
    for (const signal of SIGNALS) process.on(signal, listener);
    return () => {
      // After a first one it stays: npm's echo would kill a process that is about to end in order.
      if (signals === 0) for (const signal of SIGNALS) process.off(signal, listener);
    };
  };
}
