import { InputError, OnestepError } from './onestep-error.ts';

class WornOutError extends OnestepError {}

describe('an error of Onestep', () => {
  it('is one line made of its facts', () => {
    const error = new InputError('fee-range', {
      what: 'the fee is out of range',
      place: { file: 'onestep.yaml', line: 3, column: 8 },
      found: '-1',
      allowed: '0 to 0.1',
      hint: 'Binance takes 0.001.',
    });
    expect(error.message).toBe(
      'onestep.yaml:3:8: the fee is out of range; found -1; allowed: 0 to 0.1. Binance takes 0.001.',
    );
  });

  it.each([
    [{ what: 'it failed' }, 'it failed'],
    [{ what: 'it failed', place: { file: 'a.csv' } }, 'a.csv: it failed'],
    [{ what: 'it failed', place: { file: 'a.csv', line: 7 } }, 'a.csv:7: it failed'],
    [{ what: 'it failed', place: { file: 'a.csv', column: 7 } }, 'a.csv: it failed'],
    [{ what: 'it failed', found: 'x' }, 'it failed; found x'],
    [{ what: 'it failed', allowed: 'y' }, 'it failed; allowed: y'],
    [{ what: 'it failed', hint: 'Try again.' }, 'it failed. Try again.'],
  ])('leaves out the facts that it lacks: %j', (facts, message) => {
    expect(new OnestepError('any', facts).message).toBe(message);
  });

  it('keeps its code and facts for programs', () => {
    const facts = { what: 'it failed', found: 'x' };
    const error = new OnestepError('it-failed', facts);
    expect(error.code).toBe('it-failed');
    expect(error.facts).toBe(facts);
  });

  it('is named after its own class, and is an instance of each above it', () => {
    const error = new WornOutError('worn-out', { what: 'it failed' });
    expect(error.name).toBe('WornOutError');
    expect(error).toBeInstanceOf(OnestepError);
    expect(error).not.toBeInstanceOf(InputError);
    expect(new InputError('x', { what: 'x' })).toBeInstanceOf(OnestepError);
  });

  it('remembers what caused it', () => {
    const cause = new Error('disk full');
    expect(new OnestepError('any', { what: 'it failed' }, { cause }).cause).toBe(cause);
  });
});
