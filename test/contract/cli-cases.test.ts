import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Device } from '../../main/contract/device.ts';
import type { RecoveryCase, ResetCard } from '../../main/contract/recovery.ts';
import { type CliBox, type CliRun, createCliBox } from '../helpers/cli.ts';

// Whole processes are started here, on whatever else the machine is doing.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

const demo = ['--demo', '--scenario', 'small-shop'];
let box: CliBox;
let serial: string;

interface Data {
  readonly case?: Omit<RecoveryCase, 'openedAt'> & { readonly openedAt: string };
  readonly cases?: readonly RecoveryCase[];
  readonly message?: string;
  readonly text?: string;
  readonly guide?: ResetCard;
  readonly reminders?: readonly unknown[];
}

const cli = (...args: readonly string[]) => box.run([...args, '--json', ...demo]);

function dataOf(run: CliRun): Data {
  const document = run.json() as unknown as { readonly ok: boolean; readonly data: Data };
  if (!document.ok) throw new Error(run.stdout);
  return document.data;
}

function codeOf(run: CliRun): string {
  return (run.json() as unknown as { error: { code: string } }).error.code;
}

beforeAll(async () => {
  box = createCliBox();
  const run = await cli('scan', '--wait', '2');
  const { devices } = (run.json() as unknown as { data: { devices: Device[] } }).data;
  serial = devices.find(({ model }) => model === 'DS-2CD2385G1-I')?.serial ?? '';
});
afterAll(() => box.remove());

describe('cases', () => {
  test('one is opened, ticked, given a file, and closed', async () => {
    const opened = await cli('cases', 'open', serial, '--kind', 'reset-file', '--reason', 'lost');
    expect(dataOf(opened).case).toMatchObject({ kind: 'reset-file', state: 'open' });
    expect(dataOf(opened).case?.openedAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    const twice = await cli('cases', 'open', serial, '--kind', 'reset-file');
    expect([twice.code, codeOf(twice)]).toEqual([2, 'case.already-open']);
    const ticked = await cli('cases', 'step', 'last', 'file-exported', '--note', 'to D:');
    expect(dataOf(ticked).case?.deadlines.map(({ id }) => id)).toEqual([
      'file-warn',
      'file-expire',
    ]);
    const photo = join(box.dataDir, 'label.jpg');
    writeFileSync(photo, 'a photo');
    const args = ['attach', 'last', photo, '--kind', 'label-photo', '--serial-on-label', serial];
    const attached = dataOf(await cli('cases', ...args)).case;
    expect(attached?.attachments).toMatchObject([{ name: 'label.jpg', bytes: 7 }]);
    const proof = await cli('cases', 'close', 'last', '--outcome', 'password-proven');
    expect([proof.code, codeOf(proof)]).toEqual([2, 'case.needs-evidence']);
    const closed = await cli('cases', 'close', 'last', '--outcome', 'void', '--note', 'too late');
    expect(dataOf(closed).case).toMatchObject({ state: 'failed', outcome: 'void' });
    expect(dataOf(await cli('cases', 'list', '--open')).cases).toEqual([]);
    expect(dataOf(await cli('cases')).cases).toHaveLength(1);
    expect(dataOf(await cli('cases', 'reminders')).reminders).toEqual([]);
  });

  test('one that was closed is opened again, changed, and gives its file back', async () => {
    const early = await cli('cases', 'edit', 'last', '--note', 'found a letter');
    expect(dataOf(early).case?.notes.at(-1)).toMatchObject({ text: 'found a letter' });
    expect(dataOf(await cli('cases', 'reopen', 'last')).case).toMatchObject({ closedAt: null });
    const twice = await cli('cases', 'reopen', 'last');
    expect(codeOf(twice)).toBe('case.not-closed');
    const edit = ['edit', 'last', '--reason', 'sold', '--authorised-by', 'Ms Rossi'];
    const fields = ['--field', 'case-number=12=3', '--field', 'who = Ann'];
    expect(dataOf(await cli('cases', ...edit, ...fields)).case).toMatchObject({
      ...{ reason: 'sold', authorisedBy: 'Ms Rossi' },
      fields: { 'case-number': '12=3', who: 'Ann' },
    });
    for (const args of [[], ['--field', 'nothing'], ['--field', '=x']]) {
      const refused = await cli('cases', 'edit', 'last', ...args);
      expect([refused.code, codeOf(refused)]).toEqual([2, 'input.usage']);
    }

    const set = await cli('cases', 'deadline', 'last', 'file-expire', '2031-03-01T18:00:00Z');
    const expiry = dataOf(set).case?.deadlines.find(({ id }) => id === 'file-expire');
    expect(expiry).toMatchObject({ at: '2031-03-01T18:00:00.000Z' });
    const inDays = await cli('cases', 'deadline', 'last', 'file-expire', '+48');
    const at = dataOf(inDays).case?.deadlines.find(({ id }) => id === 'file-expire')?.at;
    expect(Date.parse(String(at))).toBeLessThan(Date.parse('2031-03-01T18:00:00Z'));
    for (const time of ['tomorrow', '2031-02-30T10:00', '+99999']) {
      const refused = await cli('cases', 'deadline', 'last', 'file-expire', time);
      expect([refused.code, codeOf(refused)], time).toEqual([2, 'input.usage']);
    }

    const out = join(box.dataDir, 'given-back.jpg');
    const saved = await cli('cases', 'attachment', 'last', 'label.jpg', '--out', out);
    expect([saved.code, readFileSync(out, 'utf8')]).toEqual([0, 'a photo']);
    const again = await cli('cases', 'attachment', 'last', 'label.jpg', '--out', out);
    expect(codeOf(again)).toBe('input.undecided');
    const none = await cli('cases', 'attachment', 'last', 'other.jpg', '--out', `${out}2`);
    expect([none.code, codeOf(none)]).toEqual([2, 'input.usage']);
    await cli('cases', 'close', 'last', '--outcome', 'void');
  });

  test('the watch wants to know who allowed it, then prints one document a line', async () => {
    await cli('cases', 'open', serial, '--kind', 'reset-button');
    const refused = await cli('cases', 'watch', 'last');
    expect([refused.code, codeOf(refused)]).toEqual([4, 'case.needs-authorisation']);
    await cli('cases', 'step', 'last', 'authorised', '--note', 'Ms Rossi, by e-mail');
    const run = await box.run(['cases', 'watch', 'last', '--json', '--timeout', '8', ...demo]);
    const lines = run.stdout.trim().split('\n');
    const first = JSON.parse(lines[0] ?? '') as { readonly ok: boolean; readonly data: Data };
    expect([first.ok, first.data.case?.watch.state]).toEqual([true, 'armed']);
  });

  test('a case that nobody has, and a file that is not there, are refused', async () => {
    const unknown = await cli('cases', 'show', 'ffffffff');
    expect([unknown.code, codeOf(unknown)]).toEqual([2, 'case.not-found']);
    const file = join(box.dataDir, 'none.jpg');
    const missing = await cli('cases', 'attach', 'last', file, '--kind', 'label-photo');
    expect([missing.code, codeOf(missing)]).toEqual([2, 'input.usage']);
  });

  test('an answer that did not come is asked for again, with the words for it', async () => {
    await cli('cases', 'open', serial, '--kind', 'support-case');
    const early = await cli('cases', 'send-again', 'last');
    expect([early.code, codeOf(early)]).toEqual([2, 'case.nothing-sent']);
    const past = new Date(Date.now() - 60_000).toISOString();
    const over = await cli('cases', 'deadline', 'last', 'file-expire', past);
    expect(dataOf(over).case?.state).toBe('expired');
    const again = await cli('cases', 'send-again', 'last', '--lang', 'it');
    const { text, message, case: one } = dataOf(again);
    expect(one?.state).not.toBe('expired');
    expect(message).toBe('ask-support-again');
    expect(text).toContain(serial);
    expect(text).toContain('il tempo per una risposta è scaduto');
    await cli('cases', 'close', 'last', '--outcome', 'no-longer-needed');
    await cli('cases', 'reminders');
  });
});

describe('reset guide', () => {
  test('by a device of the list and by a model, in the person’s language', async () => {
    expect(dataOf(await cli('reset', 'guide', serial)).guide?.family).toBe('turret');
    const turret = dataOf(await cli('reset', 'guide', 'DS-2CD2343G2-I')).guide;
    expect(turret).toMatchObject({ family: 'turret', match: 'model', hasButton: true });
    const words = await box.run(['reset', 'guide', 'DS-9632NI-I8', '--lang', 'es', ...demo]);
    expect(words.stdout).toContain('Normalmente no tiene botón');
  });
});
