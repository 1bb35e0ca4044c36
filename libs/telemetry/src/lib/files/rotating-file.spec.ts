import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '@org/domain';
import { RotatingFile } from './rotating-file.ts';

describe('a rotating file', () => {
  let directory: string;
  let failures: unknown[];
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'onestep-log-'));
    failures = [];
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  function rotating(maxBytes = 10, maxFiles = 3): RotatingFile {
    const onFailure = (error: unknown) => failures.push(error);
    return new RotatingFile({ directory, maxBytes, maxFiles, onFailure });
  }

  function contents(name: string): string {
    return readFileSync(join(directory, name), 'utf8');
  }

  it('makes its directory', () => {
    directory = join(directory, 'a', 'b');
    rotating().append('one\n');
    expect(contents('onestep.log')).toBe('one\n');
    directory = join(directory, '..', '..');
  });

  const onLinux = process.platform === 'linux' ? it : it.skip;
  onLinux('is refused, and not waited for, where the system will not have a directory', () => {
    const onFailure = (error: unknown) => failures.push(error);
    const begin = () =>
      new RotatingFile({ directory: '/proc/onestep/logs', maxBytes: 10, maxFiles: 3, onFailure });
    expect(begin).toThrow(/^\/proc\/onestep\/logs: cannot write log files; found .*ENOENT/);
  });

  it('holds each line as soon as it is appended', () => {
    const file = rotating();
    file.append('one\n');
    expect(contents('onestep.log')).toBe('one\n');
    file.append('two\n');
    expect(contents('onestep.log')).toBe('one\ntwo\n');
  });

  it('begins anew before a line would make it too long, and drops the oldest', () => {
    const file = rotating();
    for (const line of ['1111\n', '2222\n', '3333\n', '4444\n', '5555\n', '6666\n', '7777\n'])
      file.append(line);
    file.close();
    expect(contents('onestep.log')).toBe('7777\n');
    expect(contents('onestep.1.log')).toBe('5555\n6666\n');
    expect(contents('onestep.2.log')).toBe('3333\n4444\n');
    expect(existsSync(join(directory, 'onestep.3.log'))).toBe(false);
  });

  it('counts bytes, not letters', () => {
    const file = rotating();
    file.append('€€\n');
    file.append('€€\n');
    expect(contents('onestep.1.log')).toBe('€€\n');
  });

  it('takes a line that is longer than a file', () => {
    const file = rotating();
    file.append('a line of more than ten bytes\n');
    expect(contents('onestep.log')).toBe('a line of more than ten bytes\n');
  });

  it('empties itself when it is the only one kept', () => {
    const file = rotating(10, 1);
    for (const line of ['1111\n', '2222\n', '3333\n']) file.append(line);
    expect(contents('onestep.log')).toBe('3333\n');
  });

  it('goes on where the session before stopped', () => {
    writeFileSync(join(directory, 'onestep.log'), '1111\n');
    const file = rotating();
    file.append('2222\n');
    expect(contents('onestep.log')).toBe('1111\n2222\n');
    file.append('3333\n');
    expect(contents('onestep.1.log')).toBe('1111\n2222\n');
  });

  it('loses no line when files cannot be moved, and says so once', () => {
    mkdirSync(join(directory, 'onestep.1.log', 'in-the-way'), { recursive: true });
    const file = rotating(10, 2);
    for (const line of ['1111\n', '2222\n', '3333\n', '4444\n']) file.append(line);
    expect(contents('onestep.log')).toBe('1111\n2222\n3333\n4444\n');
    expect(failures).toHaveLength(1);
  });

  it('says it again when it failed, worked, and fails', () => {
    const obstacle = join(directory, 'onestep.1.log', 'in-the-way');
    mkdirSync(obstacle, { recursive: true });
    const file = rotating(10, 2);
    for (const line of ['1111\n', '2222\n', '3333\n']) file.append(line);
    rmSync(join(obstacle, '..'), { recursive: true });
    file.append('4444\n');
    rmSync(join(directory, 'onestep.1.log'));
    mkdirSync(obstacle, { recursive: true });
    for (const line of ['5555\n', '6666\n']) file.append(line);
    expect(failures).toHaveLength(2);
    expect(contents('onestep.log')).toBe('4444\n5555\n6666\n');
  });

  it('is begun anew when somebody has moved or deleted it', () => {
    const file = rotating(100);
    file.append('1111\n');
    renameSync(join(directory, 'onestep.log'), join(directory, 'elsewhere.log'));
    file.append('2222\n');
    expect([contents('elsewhere.log'), contents('onestep.log')]).toEqual(['1111\n', '2222\n']);
    rmSync(directory, { recursive: true });
    file.append('3333\n');
    expect(contents('onestep.log')).toBe('3333\n');
    expect(failures).toEqual([]);
  });

  it('may be shared: it is full with what others write too, and whoever finds it full moves it for all', () => {
    const [one, other] = [rotating(), rotating()];
    one.append('1111\n');
    other.append('2222\n');
    one.append('3333\n');
    other.append('4444\n');
    one.append('5555\n');
    expect(contents('onestep.2.log')).toBe('1111\n2222\n');
    expect(contents('onestep.1.log')).toBe('3333\n4444\n');
    expect(contents('onestep.log')).toBe('5555\n');
  });

  it('drops what cannot be written, and writes again when it can', () => {
    const file = rotating();
    file.close();
    rmSync(directory, { recursive: true });
    writeFileSync(directory, 'a file where the directory was');
    file.append('lost\n');
    file.append('lost as well\n');
    expect(failures).toHaveLength(1);
    rmSync(directory);
    file.append('back\n');
    expect(contents('onestep.log')).toBe('back\n');
  });

  it('may be closed twice', () => {
    const file = rotating();
    file.close();
    expect(() => file.close()).not.toThrow();
    expect(failures).toEqual([]);
  });

  it('cannot begin where there is no directory to be made', () => {
    const parent = join(directory, 'file');
    writeFileSync(parent, '');
    const begin = () =>
      new RotatingFile({
        directory: join(parent, 'logs'),
        maxBytes: 1,
        maxFiles: 1,
        onFailure: () => undefined,
      });
    expect(begin).toThrow(InputError);
    expect(begin).toThrow('cannot write log files');
  });
});
