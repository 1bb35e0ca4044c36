import { join } from 'node:path';
import { readLibraries, withNeeds } from './libraries.ts';
import { nodesFor } from './nodes.ts';

const library = (name: string, ...needs: string[]) => ({
  name,
  folder: name,
  oldestNode: 22,
  entries: [],
  needs,
});
const libraries = [library('domain'), library('risk', 'domain'), library('execution', 'risk')];
const names = (...wanted: string[]) => withNeeds(libraries, wanted).map(({ name }) => name);

describe('the libraries to pack', () => {
  it('are all where none is named', () => {
    expect(names()).toEqual(['domain', 'risk', 'execution']);
  });

  it('are those named and what they need in turn', () => {
    expect(names('risk')).toEqual(['domain', 'risk']);
    expect(names('execution')).toEqual(['domain', 'risk', 'execution']);
  });

  it('must exist', () => {
    expect(() => names('trading')).toThrow("no library is called 'trading'");
  });

  it('state their entries and their oldest Node in package.json', () => {
    const domain = readLibraries(join(import.meta.dirname, '../..')).find(({ name }) => name === 'domain');
    expect(domain).toMatchObject({ oldestNode: 20, needs: [] });
    expect(domain?.entries).toContain('@org/domain');
  });
});

describe('the Nodes that a library is tried on', () => {
  const node = (major: number) => ({ major, path: `/node-${major}` });

  it('are the oldest that it allows and the newest', () => {
    expect(nodesFor(20, [node(24), node(18), node(20), node(22)])).toEqual([node(20), node(24)]);
  });

  it('are one where no other is at hand', () => {
    expect(nodesFor(22, [node(24), node(20)])).toEqual([node(24)]);
  });
});
