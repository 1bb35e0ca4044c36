import { readCommandLine } from './read-command-line.ts';

/** Says something and then ends as commander does, which the apps' own specs have at work. */
class Saying {
  private say: (text: string) => void = () => undefined;
  private readonly thrown: Error | null;

  constructor(thrown: Error | null) {
    this.thrown = thrown;
  }

  exitOverride(): void {}

  configureOutput({ writeOut }: { readonly writeOut: (text: string) => void }): void {
    this.say = writeOut;
  }

  parse(args: readonly string[]): void {
    this.say(`read ${args.join(' ')}`);
    if (this.thrown !== null) throw this.thrown;
  }

  opts(): { readonly seed: string } {
    return { seed: '7' };
  }
}

const ending = (exitCode: number) => Object.assign(new Error('ended'), { code: 'commander.help', exitCode });

describe('a command line', () => {
  it('gives its flags', () => {
    expect(readCommandLine(new Saying(null), ['--seed', '7'])).toEqual({ flags: { seed: '7' } });
  });

  it.each([
    [0, true],
    [1, false],
  ])('that ends with code %i is help: %s, and comes with what was to be said', (exitCode, isHelp) => {
    expect(readCommandLine(new Saying(ending(exitCode)), ['--help'])).toEqual({
      flags: null,
      text: 'read --help',
      isHelp,
    });
  });

  it.each([
    ['an error', new RangeError('ours')],
    ['an error of another program', Object.assign(new Error('other'), { code: 'ENOENT', exitCode: 0 })],
  ])('hides no fault: %s', (_what, fault) => {
    expect(() => readCommandLine(new Saying(fault), [])).toThrow(fault);
  });
});
