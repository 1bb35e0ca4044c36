import * as fc from 'fast-check';
import { FirstCome } from './first-come.ts';

describe('things in the order in which they came', () => {
  it('go in that order, whatever comes in between', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), (steps) => {
        const line = new FirstCome<number>();
        const model: number[] = [];
        steps.forEach((isComing, number) => {
          if (isComing) {
            line.add(number);
            model.push(number);
          } else if (model.length > 0) {
            line.drop();
            model.shift();
          }
          expect([line.first, line.length]).toEqual([model[0], model.length]);
        });
      }),
    );
  });
});
