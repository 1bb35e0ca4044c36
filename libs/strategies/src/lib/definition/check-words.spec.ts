import { InputError } from '@org/domain';
import { z } from 'zod';
import { hold } from '../intents/step.ts';
import { checkWords } from './check-words.ts';

const WHOLE = { name: 'mine', parameters: z.object({}), decide: (state: null) => hold(state) };

function refusal(words: unknown): string {
  try {
    checkWords(words);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'a strategy';
}

describe('the words of a strategy that was not type checked', () => {
  it('are taken where each is what it must be', () => {
    expect(refusal(WHOLE)).toBe('a strategy');
    const more = { lookBack: 3, wantsOrderEvents: true, protection: 'inventory', state: () => null };
    expect(refusal({ ...WHOLE, ...more, inputs: undefined, indicators: () => ({}) })).toBe('a strategy');
    expect(refusal({ ...WHOLE, lookBack: () => 3 })).toBe('a strategy');
  });

  it('need a name, a schema and a decision', () => {
    expect(refusal({ ...WHOLE, name: ' ' })).toBe(
      "name of a strategy does not take this value; found ' '; allowed: a text that is not empty",
    );
    expect(refusal({ ...WHOLE, name: undefined })).toMatch(/^name .* found nothing;/);
    expect(refusal({ ...WHOLE, parameters: undefined })).toMatch(
      /^parameters .* found nothing; allowed: z\.obj/,
    );
    expect(refusal({ ...WHOLE, parameters: { bars: 3 } })).toMatch(/^parameters .* found an object;/);
    expect(refusal({ ...WHOLE, decide: [] })).toMatch(
      /^decide .* found an array; allowed: a function of state/,
    );
  });

  it('are refused where one is not what it can be', () => {
    expect(refusal({ ...WHOLE, indicators: {} })).toMatch(/^indicators .* allowed: a function of the param/);
    expect(refusal({ ...WHOLE, inputs: null })).toMatch(/^inputs .* found null;/);
    expect(refusal({ ...WHOLE, lookBack: '5' })).toMatch(/^lookBack .* found '5';/);
    expect(refusal({ ...WHOLE, state: { bars: 0 } })).toMatch(/^state .* found an object;/);
    expect(refusal({ ...WHOLE, protection: 'none' })).toMatch(/^protection .* 'position' or 'inventory'$/);
    expect(refusal({ ...WHOLE, wantsOrderEvents: () => true })).toMatch(/^wantsOrderEvents .* a function;/);
    expect(refusal(7)).toMatch(/^defineStrategy takes one object; found 7;/);
  });

  it('are told which one is meant where a word is misspelt', () => {
    expect(refusal({ ...WHOLE, lookback: 5 })).toMatch(
      /^a strategy has no such word; found lookback; allowed: name, .*\. Did you mean lookBack\?$/,
    );
    expect(refusal({ ...WHOLE, onBarOfTheMarket: 5 })).not.toContain('Did you mean');
  });
});
