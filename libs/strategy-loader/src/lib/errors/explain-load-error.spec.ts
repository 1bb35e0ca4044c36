import { InputError } from '@org/domain';
import { explainLoadError } from './explain-load-error.ts';
import { LoadError } from './load-error.ts';

const file = { path: '/user/mine.ts', show: (path: string) => path.replace('/user/', '') };
const files = [{ path: '/user/mine.ts', source: Buffer.from('\nconst a = 1; const a = 2;') }];

function explain(cause: unknown): unknown {
  return explainLoadError(new LoadError(cause, files), file);
}

function syntaxError(message: string, facts: object = {}): SyntaxError {
  return Object.assign(new SyntaxError(message), facts);
}

describe('explaining why a file cannot be loaded', () => {
  it('keeps what was explained already, its place shortened', () => {
    const cause = new InputError('strategy-import', {
      what: 'nowhere',
      place: { file: '/user/part.ts', line: 2 },
    });
    expect(explain(cause)).toMatchObject({ code: 'strategy-import', message: 'part.ts:2: nowhere' });
  });

  it('gives a refusal of the library the line that it came from, else the file', () => {
    const refusal = new InputError('strategy-words', { what: 'no such word', hint: 'Look.' });
    const stack = `${refusal.message}\n    at f (file:///lib/a.js:1:1)\n    at file:///user/mine.ts:7:9`;
    expect(explain(Object.assign(refusal, { stack }))).toMatchObject({
      code: 'strategy-words',
      message: 'mine.ts:7:9: no such word. Look.',
    });
    expect(explain(new InputError('other', { what: 'what' }))).toMatchObject({ message: 'mine.ts: what' });
  });

  it('leaves an error that is no matter of loading', () => {
    const fault = new Error('ours');
    expect(explainLoadError(fault, file)).toBe(fault);
  });

  it('gives general advice for what else cannot be stripped', () => {
    const code = 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX';
    const stack = 'file:///user/part.ts:4\nodd\n^^^\n';
    expect(
      explain(syntaxError('TypeScript oddity is not supported in strip-only mode', { code, stack })),
    ).toMatchObject({
      code: 'strategy-type-syntax',
      message: expect.stringMatching(
        /^part\.ts:4:1: .*found TypeScript oddity\. Write it in TypeScript that only adds/,
      ),
    });
  });

  it('names the file where the line is not known', () => {
    const code = 'ERR_INVALID_TYPESCRIPT_SYNTAX';
    expect(explain(syntaxError('odd', { code, stack: '' }))).toMatchObject({
      message: 'mine.ts: syntax error; found odd',
    });
  });

  it('searches the files for an error that Node does not place', () => {
    expect(
      explain(syntaxError('declared', { stack: 'SyntaxError: declared\n    at node:internal' })),
    ).toMatchObject({
      message: 'mine.ts:2:20: syntax error; found declared',
    });
    const sound = [{ path: '/user/mine.ts', source: Buffer.from('') }];
    const error = new LoadError(syntaxError('odd', { stack: '' }), sound);
    expect(explainLoadError(error, file)).toMatchObject({ message: 'mine.ts: syntax error; found odd' });
  });

  it('gives no advice about types for another kind of wrong import', () => {
    const stack = 'file:///user/mine.ts:1\nimport x\n       ^\nSyntaxError: odd';
    expect(explain(syntaxError('odd', { stack }))).toMatchObject({
      message: 'mine.ts:1:8: this import cannot be; found odd',
    });
  });

  it.each([
    [undefined, 'found undefined'],
    ['text', 'found text'],
    [{ odd: true }, 'found [object Object]'],
  ])('says what was thrown: %j', (thrown, found) => {
    expect(explain(thrown)).toMatchObject({
      code: 'strategy-fails',
      message: expect.stringContaining(found),
    });
  });

  it('passes over frames of others', () => {
    const stack = 'Error: x\n    at f (file:///lib/a.js:1:1)\n    at file:///user/mine.ts:7:9\n    at g';
    expect(explain(Object.assign(new Error('x'), { stack }))).toMatchObject({
      message: 'mine.ts:7:9: the strategy file fails when it is loaded; found x',
    });
  });
});
