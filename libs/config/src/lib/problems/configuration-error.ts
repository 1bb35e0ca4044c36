import { InputError } from '@org/domain';

/** Everything that is wrong with the configuration, found in one go. */
export class ConfigurationError extends InputError {
  readonly problems: readonly InputError[];

  constructor(problems: readonly InputError[]) {
    const [first, ...more] = problems;
    if (first !== undefined && more.length === 0) {
      super(first.code, first.facts);
    } else {
      const list = problems.map(({ message }) => `\n- ${message}`).join('');
      super('config-problems', { what: `${problems.length} problems in the configuration:${list}` });
    }
    this.problems = problems;
  }
}
