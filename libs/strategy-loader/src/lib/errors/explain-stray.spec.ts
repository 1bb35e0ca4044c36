import { InputError } from '@org/domain';
import { explainStray } from './explain-stray.ts';

const files = [{ path: '/home/me/mine.ts', source: Buffer.from('') }];

function thrownAt(...places: readonly string[]): Error {
  const error = new TypeError('x is undefined');
  return Object.assign(error, {
    stack: ['TypeError: x is undefined', ...places.map((each) => `    at f (${each})`)].join('\n'),
  });
}

describe('an error that nobody caught', () => {
  it('is told with the line of the strategy file that it came from', () => {
    const error = thrownAt('node:internal/timers:1:2', 'file:///home/me/mine.ts:7:9');
    const told = explainStray(error, '/home/me', files);
    expect(told).toBeInstanceOf(InputError);
    expect(told).toMatchObject({
      code: 'strategy-stray',
      message:
        'mine.ts:7:9: a strategy file does something that nobody waits for, and that fails; found TypeError: x is undefined. ' +
        'A strategy decides at once, by what it is given: it lets no promise go and sets no timer of its own.',
      cause: error,
    });
  });

  it('of ours stays what it is', () => {
    const error = thrownAt('file:///onestep/libs/domain/src/index.ts:7:9');
    expect(explainStray(error, '/home/me', files)).toBe(error);
    expect(explainStray('a text', '/home/me')).toBe('a text');
  });

  it('that is a refusal already keeps its words, its file shown from the working directory', () => {
    const place = { file: '/home/me/mine.ts', line: 3, column: 4 };
    const refusal = new InputError('strategy-import', { what: 'this import leads nowhere', place });
    expect(explainStray(refusal, '/home/me', files)).toMatchObject({
      code: 'strategy-import',
      message: 'mine.ts:3:4: this import leads nowhere',
    });
    const placeless = new InputError('flag-value', { what: 'no' });
    expect(explainStray(placeless, '/home/me', files)).toBe(placeless);
  });
});
