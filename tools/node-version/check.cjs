'use strict';

/*
 * Loaded before a TypeScript entry (`node --require`), and therefore plain CommonJS that any Node understands:
 * an older Node could not even read the entry, and its own message would not say what to do.
 */
const oldestNode = 24;
const found = Number.parseInt(process.versions.node, 10);

if (found < oldestNode) {
  process.stderr.write(
    `Onestep runs on Node ${oldestNode} or newer; this is Node ${process.versions.node}.\n` +
      'On Linux x64 `npm ci` brings its own Node: start through `npm start`, or `npx node`.\n' +
      `Elsewhere install Node ${oldestNode} or newer (nodejs.org) and try again.\n`,
  );
  process.exit(2);
}
