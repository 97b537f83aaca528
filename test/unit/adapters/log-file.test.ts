import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileLog, type FileLogOptions } from '../../../main/adapters/node/log-file.ts';
import { RepeatFilter } from '../../../main/adapters/node/repeat-filter.ts';
import { createFakeClock } from '../../helpers/fake-clock.ts';

let root: string;
let dir: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'untether-log-'));
  dir = join(root, 'log');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function lines(name = 'untether.log'): Record<string, unknown>[] {
  const text = readFileSync(join(dir, name), 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function open(options: Partial<FileLogOptions> = {}) {
  const clock = createFakeClock();
  const log = createFileLog({ dir, level: 'info', clock, ...options });
  return { clock, log };
}

describe('createFileLog', () => {
  it('writes JSON lines with area, level and fields, redacted', () => {
    const { log } = open();
    log
      .child('network')
      .child('channel')
      .warn(() => 'sent <Password>x</Password>', {
        adapter: 'eth0',
        token: 'abc',
        level: 'shadow',
      });
    expect(lines()).toEqual([
      {
        at: '2026-01-01T00:00:00.000Z',
        level: 'warn',
        area: 'network.channel',
        message: 'sent <Password>[redacted]</Password>',
        adapter: 'eth0',
        token: '[redacted]',
        level_: 'shadow',
      },
    ]);
    log.close();
  });

  it('does not even build the message of a level that is off', () => {
    const { log } = open();
    let built = 0;
    const message = () => {
      built += 1;
      return 'x';
    };
    log.debug(message);
    expect(built).toBe(0);
    log.notice(message);
    expect(built).toBe(1);
    log.close();
  });

  it('buffers what can wait and writes what cannot', async () => {
    const { log, clock } = open();
    log.info(() => 'one');
    expect(() => lines()).toThrow('ENOENT');
    await clock.advance(250);
    expect(lines()).toHaveLength(1);
    log.info(() => 'two');
    log.error(() => 'three');
    expect(lines().map(({ message }) => message)).toEqual(['one', 'two', 'three']);
    log.info(() => 'four');
    log.close();
    expect(lines()).toHaveLength(4);
  });

  it('is for the owner only, also in a folder that was open before', () => {
    const { log } = open();
    log.error(() => 'x');
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    expect(statSync(join(dir, 'untether.log')).mode & 0o777).toBe(0o600);
    log.close();
    chmodSync(dir, 0o755);
    const again = open();
    again.log.error(() => 'y');
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    again.log.close();
  });

  it('puts a full file aside and keeps so many', () => {
    const { log } = open({ maxBytes: 300, keep: 2 });
    for (let number = 0; number < 12; number += 1) log.error(() => `line ${number} of many`);
    log.close();
    expect(readdirSync(dir).sort()).toEqual(['untether.1.log', 'untether.2.log', 'untether.log']);
    expect(lines().at(-1)?.['message']).toBe('line 11 of many');
    const first = Number(/\d+/.exec(String(lines('untether.2.log')[0]?.['message']))?.[0]);
    expect(first).toBeGreaterThan(0);
    for (const name of readdirSync(dir)) {
      expect(statSync(join(dir, name)).size).toBeLessThanOrEqual(300);
    }
  });

  it('goes on in the new file when another process put the old one aside', () => {
    const { log } = open();
    const other = open();
    log.error(() => 'before');
    rmSync(join(dir, 'untether.log'));
    other.log.error(() => 'other');
    log.error(() => 'after');
    expect(lines().map(({ message }) => message)).toEqual(['other', 'after']);
    log.close();
    other.log.close();
  });

  it('never throws, complains once, and writes again when it can', () => {
    writeFileSync(dir, 'a file where the folder should be');
    const heard: string[] = [];
    const { log } = open({ stderr: (line) => heard.push(line) });
    log.error(() => 'first');
    log.error(() => 'second');
    const levels = heard.map((line) => JSON.parse(line).area);
    expect(levels).toEqual(['', 'log', '']);
    rmSync(dir);
    log.error(() => 'third');
    expect(lines().map(({ message }) => message)).toEqual(['third']);
    log.close();
  });

  it('holds back a line that repeats itself and says how often', async () => {
    const { log, clock } = open();
    for (let count = 0; count < 100; count += 1) log.warn(() => 'again');
    expect(lines()).toHaveLength(20);
    await clock.advance(10_000);
    log.warn(() => 'again');
    expect(lines().at(-1)).toMatchObject({ message: 'again', suppressed: 80 });
    log.close();
  });

  it('cuts a message that is far too long', () => {
    const { log } = open();
    log.error(() => 'x '.repeat(100_000));
    expect(String(lines()[0]?.['message']).length).toBeLessThanOrEqual(8_192);
    log.close();
  });
});

it('RepeatFilter forgets the oldest of many different lines', () => {
  const filter = new RepeatFilter();
  for (let count = 0; count < 21; count += 1) filter.check('first', 0);
  expect(filter.check('first', 1).isPassed).toBe(false);
  for (let number = 0; number < 1_000; number += 1) filter.check(`line ${number}`, 2);
  expect(filter.check('first', 3).isPassed).toBe(true);
});
