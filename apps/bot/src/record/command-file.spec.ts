import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

  it('begins anew', () => {
    writeFileSync(join(place, 'commands.jsonl'), 'of an earlier session');
    openCommandFile(place).close();
    expect(readFileSync(join(place, 'commands.jsonl'), 'utf8')).toBe('');
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
