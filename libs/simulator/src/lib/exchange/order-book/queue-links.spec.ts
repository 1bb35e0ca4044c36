import fc from 'fast-check';
import { QueueLinks } from './queue-links.ts';

/** A queue as it is read from its links, from its first slot on. */
function queueFrom(links: QueueLinks, first: number): number[] {
  const slots: number[] = [];
  for (let slot = first; slot !== 0; slot = links.after(slot)) slots.push(slot);
  return slots;
}

describe('the links of a queue', () => {
  it('hold it together whoever comes and leaves', () => {
    const step = fc.record({ isComing: fc.boolean(), whom: fc.integer({ min: 1, max: 2_000 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const links = new QueueLinks();
        let queue: number[] = [];
        for (const { isComing, whom } of steps) {
          if (isComing && !queue.includes(whom)) {
            links.append(whom, queue.at(-1) ?? 0);
            queue.push(whom);
          } else if (!isComing && queue.length > 0) {
            const leaving = queue[whom % queue.length]!;
            links.join(links.before(leaving), links.after(leaving));
            queue = queue.filter((slot) => slot !== leaving);
          }
        }
        expect(queueFrom(links, queue[0] ?? 0)).toEqual(queue);
        expect(queue.map((slot) => links.before(slot))).toEqual([0, ...queue].slice(0, queue.length));
      }),
    );
  });
});
