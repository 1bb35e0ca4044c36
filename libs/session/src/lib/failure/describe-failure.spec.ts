import { InputError, OnestepError } from '@org/domain';
import { describeFailure, EXIT_CODE } from './describe-failure.ts';

describe('a failure', () => {
  it('of what came from outside is one line and code 2', () => {
    const error = new InputError('flag-value', { what: '--fee does not take this value', found: '2' });
    expect(describeFailure(error, false)).toEqual({
      text: 'error: --fee does not take this value; found 2',
      exitCode: EXIT_CODE.badInput,
    });
  });

  it('of our own kind that no input explains is code 1', () => {
    const error = new OnestepError('oversold', { what: 'more was sold than held' });
    expect(describeFailure(error, false)).toEqual({
      text: 'error: more was sold than held',
      exitCode: EXIT_CODE.ourFault,
    });
  });

  it('that nobody foresaw says whose fault it is and how to find it', () => {
    const { text, exitCode } = describeFailure(new TypeError('x is undefined'), false);
    expect(exitCode).toBe(EXIT_CODE.ourFault);
    expect(text).toMatch(/^error: TypeError: x is undefined\nThis is a fault of Onestep.* --debug /);
    expect(text).not.toMatch(/^\s+at /m);
    expect(describeFailure('a text', false).text).toMatch(/^error: a text\n/);
  });

  it('shows its stack and those of its causes where that was asked for', () => {
    const cause = new Error('disk full');
    const error = new InputError('file-unreadable', { what: 'the file cannot be read' }, { cause });
    const { text, exitCode } = describeFailure(error, true);
    expect(exitCode).toBe(EXIT_CODE.badInput);
    expect(text).toMatch(
      /InputError: the file cannot be read.*^\s+at .*^caused by: Error: disk full.*^\s+at /ms,
    );
    expect(describeFailure(3, true).text).toBe('3');
    const withoutStack = Object.assign(new Error('bare'), { stack: undefined });
    expect(describeFailure(withoutStack, true).text).toBe('bare');
  });
});
