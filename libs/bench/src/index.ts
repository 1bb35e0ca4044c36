export { endChild, startChild } from './lib/child.ts';
export type { StartedChild } from './lib/child.ts';
export { isMet, lineOf, written } from './lib/figure.ts';
export type { Figure } from './lib/figure.ts';
export { machine } from './lib/machine.ts';
export { median } from './lib/median.ts';
export { runScenarios } from './lib/run-scenarios.ts';
export type { Scenario, ScenarioRun } from './lib/run-scenarios.ts';
export { slownessOf, yardstickMs } from './lib/yardstick.ts';
