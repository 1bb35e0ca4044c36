import { join, relative, sep } from 'node:path';
import { longSpecs } from './long-specs.ts';

const root = join(import.meta.dirname, '../../..');

/** The order in which jest runs the long specs (its option `testSequencer`): as they are listed. */
export default class LongestFirst {
  sort<Spec extends { readonly path: string }>(specs: readonly Spec[]): Spec[] {
    return specs.toSorted((a, b) => rank(a.path) - rank(b.path));
  }

  /** Nothing is kept from run to run. */
  cacheResults(): void {}
}

function rank(path: string): number {
  const fromRoot = relative(root, path).split(sep).join('/');
  const place = longSpecs.findIndex((beginning) => fromRoot.startsWith(beginning));
  return place < 0 ? longSpecs.length : place;
}
