import { Session } from 'node:inspector/promises';
import type { V8Coverage } from 'collect-v8-coverage';
import { CoverageInstrumenter } from 'collect-v8-coverage';
import { TestEnvironment } from 'jest-environment-node';

let session: Session | undefined;

/** Counts what this process runs from now on. */
async function startCounting(): Promise<void> {
  if (session !== undefined) {
    await session.post('Profiler.takePreciseCoverage');
    return;
  }
  session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
}

/** What was run since, by script; what is run from now on is for the next to ask. */
async function takeCounts(): Promise<V8Coverage> {
  if (session === undefined) throw new Error('Nothing was counted: startInstrumenting comes first.');
  const { result } = await session.post('Profiler.takePreciseCoverage');
  return result;
}

CoverageInstrumenter.prototype.startInstrumenting = startCounting;
CoverageInstrumenter.prototype.stopInstrumenting = takeCounts;

/**
 * Node's environment of jest, in which a worker goes on counting from one spec file to the next. By itself jest lets a
 * debugger in and out for each, which is told of every script that the worker has ever compiled: three times the work. To
 * merely start and stop the counting would not do: of a script that V8 still has from an earlier spec it counts no branches.
 */
export default class CoverageEnvironment extends TestEnvironment {}
