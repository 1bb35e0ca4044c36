/*
 * Copied into the empty project and run by the Nodes that a library states, therefore plain JavaScript:
 * every entry named must load by `import` and by `require`, and export the same names, at least one.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

for (const entry of process.argv.slice(2)) {
  const imported = namesOf(await import(entry));
  const required = namesOf(require(entry));
  if (imported.length === 0) fail(`${entry} exports nothing`);
  if (imported.join() !== required.join()) {
    fail(`${entry} exports ${imported.join()} by import and ${required.join()} by require`);
  }
}

function namesOf(module) {
  return Object.keys(module)
    .filter((name) => name !== 'default' && name !== 'module.exports')
    .sort();
}

function fail(message) {
  console.error(`Node ${process.versions.node}: ${message}`);
  process.exitCode = 1;
}
