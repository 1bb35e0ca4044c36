import { cpus } from 'node:os';

/** What a figure was measured on, as the first line of a benchmark tells it. */
export function machine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? 'unknown processor';
  return `${model}, ${processors.length} cores; Node ${process.versions.node}`;
}
