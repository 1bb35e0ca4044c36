import { Client } from 'undici';
import { Connections } from './connections.ts';

/** Connections to nowhere: none of them is used. */
function opened(most: number) {
  let count = 0;
  const connections = new Connections(most, () => {
    count += 1;
    return new Client('http://127.0.0.1:9');
  });
  return { connections, count: () => count };
}

describe('connections to one server', () => {
  it('are opened as they are needed, and the latest that was given back goes first', async () => {
    const { connections, count } = opened(10);
    const used: Client[] = [];
    const take = () => connections.use((connection) => used.push(connection));
    take();
    take();
    const [first, second] = used;
    if (first === undefined || second === undefined) throw new Error('none was opened');
    connections.giveBack(second);
    connections.giveBack(first);
    take();
    expect([used[2] === first, count()]).toEqual([true, 2]);
    await connections.close();
  });

  it('are no more than they may be: who comes later waits for one, in turn and never within another’s answer', async () => {
    const { connections, count } = opened(1);
    const told: string[] = [];
    connections.use((connection) => {
      told.push('first');
      queueMicrotask(() => {
        connections.giveBack(connection);
        told.push('given back');
      });
    });
    connections.use((connection) => {
      told.push('second');
      connections.giveBack(connection);
    });
    connections.use(() => told.push('third'));
    await new Promise(setImmediate);
    expect([told, count()]).toEqual([['first', 'given back', 'second', 'third'], 1]);
    await connections.close();
  });

  it('are all ended at the end, whoever uses them', async () => {
    const { connections } = opened(2);
    const used: Client[] = [];
    connections.use((connection) => used.push(connection));
    connections.use((connection) => {
      used.push(connection);
      connections.giveBack(connection);
    });
    await connections.close();
    expect(used.map((connection) => connection.destroyed)).toEqual([true, true]);
  });
});
