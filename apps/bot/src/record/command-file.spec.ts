import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_RECORD, openCommandFile } from './command-file.ts';

let place: string;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'onestep-record-'));
});

afterEach(() => rmSync(place, { recursive: true }));

const alert = { kind: 'alert', time: 1, code: 'test', message: 'a word' } as const;

describe('the command file', () => {
  it('holds each command when the call returns, a line of canonical JSON', () => {
    const folder = join(place, 'deep/inside');
    const record = openCommandFile(folder);
    const file = join(folder, 'commands.jsonl');
    record.write(alert);
    const line = '{"code":"test","kind":"alert","message":"a word","time":1}\n';
    expect(readFileSync(file, 'utf8')).toBe(line);
    record.write(alert);
    record.close();
    expect(readFileSync(file, 'utf8')).toBe(line + line);
  });

  it('begins anew, and keeps those of earlier sessions beside it, the oldest with the lowest number', () => {
    for (const message of ['the first', 'the second', 'the third']) {
      const record = openCommandFile(place);
      record.write({ ...alert, message });
      record.close();
    }
    expect(readdirSync(place).sort()).toEqual(['commands.1.jsonl', 'commands.2.jsonl', 'commands.jsonl']);
    expect(readFileSync(join(place, 'commands.1.jsonl'), 'utf8')).toContain('the first');
    expect(readFileSync(join(place, 'commands.2.jsonl'), 'utf8')).toContain('the second');
    expect(readFileSync(join(place, 'commands.jsonl'), 'utf8')).toContain('the third');
  });

  it('names the file that it has put aside', () => {
    const first = openCommandFile(place);
    first.write(alert);
    first.close();
    const second = openCommandFile(place);
    second.close();
    expect([first.earlier, second.earlier]).toEqual([null, join(place, 'commands.1.jsonl')]);
  });

  it('puts no file aside that a session has left empty', () => {
    openCommandFile(place).close();
    openCommandFile(place).close();
    expect(readdirSync(place)).toEqual(['commands.jsonl']);
  });

  it('writes over none of those put aside, whatever their numbers, and leaves other files alone', () => {
    for (const name of ['commands.jsonl', 'commands.7.jsonl', 'commands.old.jsonl', 'commands.9.txt']) {
      writeFileSync(join(place, name), name);
    }
    openCommandFile(place).close();
    const [eighth, seventh, old, other] = [8, 7, 'old']
      .map((word) => readFileSync(join(place, `commands.${word}.jsonl`), 'utf8'))
      .concat(readFileSync(join(place, 'commands.9.txt'), 'utf8'));
    expect([eighth, seventh, old, other]).toEqual([
      'commands.jsonl',
      'commands.7.jsonl',
      'commands.old.jsonl',
      'commands.9.txt',
    ]);
  });

  const onLinux = process.platform === 'linux' ? it : it.skip;
  onLinux('says what to do where a command finds no room', () => {
    symlinkSync('/dev/full', join(place, 'commands.jsonl'));
    const record = openCommandFile(place);
    expect(() => record.write(alert)).toThrow(
      `${place}/commands.jsonl: a command could not be written down, so the session ends; ` +
        'found ENOSPC: no space left on device, write. Make room on the disk, or name another folder with --out.',
    );
    record.close();
  });

  it('is written by one session at a time: a second one does not begin it anew', () => {
    const record = openCommandFile(place);
    record.write(alert);
    expect(() => openCommandFile(place)).toThrow(`another session writes to ${place}`);
    expect(readFileSync(join(place, 'commands.jsonl'), 'utf8')).toContain('a word');
    record.close();
    expect(readdirSync(place)).toEqual(['commands.jsonl']);
    openCommandFile(place).close();
  });

  it('is refused where it cannot be, and holds no folder then', () => {
    mkdirSync(join(place, 'commands.jsonl'));
    expect(() => openCommandFile(place)).toThrow('the commands cannot be written here');
    expect(readdirSync(place)).toEqual(['commands.jsonl']);
  });

  it('is not there where nobody wants it', () => {
    expect([NO_RECORD.write(alert), NO_RECORD.close()]).toEqual([undefined, undefined]);
  });
});
