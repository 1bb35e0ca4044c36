import { runScenarios } from '@org/bench';
import { SEED } from './depth-story.ts';
import { fromBytes } from './from-bytes.ts';
import { levelUpdates } from './level-updates.ts';

/**
 * The way of a book to the bot: depth messages from their bytes, and the book itself. Answers are checked first; `--small`
 * is for them alone, and with `--check` a miss is exit code 1.
 */
process.exitCode = await runScenarios({
  scenarios: { message: fromBytes, book: levelUpdates },
  args: process.argv.slice(2),
  about: `seed ${SEED}`,
  out: console.log,
});
