import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type CliBox, createCliBox } from '../helpers/cli.ts';

// Whole processes are started here, on whatever else the machine is doing.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let box: CliBox;
beforeAll(() => {
  box = createCliBox();
});
afterAll(() => box.remove());

const commands = [
  ['scan'],
  ['doctor'],
  ['devices'],
  ['devices', 'list'],
  ['devices', 'show'],
  ['devices', 'verify'],
  ['devices', 'edit'],
  ['devices', 'remove'],
  ['devices', 'restore'],
  ['devices', 'export'],
  ['network'],
  ['network', 'set'],
  ['network', 'plan'],
  ['network', 'resolve'],
  ['network', 'undo'],
  ['activate'],
  ['password'],
  ['reboot'],
  ['locate'],
  ['unbind'],
  ['unbind-panel'],
  ['cloud'],
  ['verification-code'],
  ['recorder'],
  ['backup'],
  ['backup', 'restore'],
  ['backup', 'show'],
  ['qr'],
  ['qr', 'read'],
  ['qr', 'add'],
  ['reset'],
  ['reset', 'restore-inactive'],
  ['reset', 'restore'],
  ['reset', 'default'],
  ['jobs'],
  ['jobs', 'list'],
  ['jobs', 'show'],
  ['jobs', 'resume'],
  ['jobs', 'cancel'],
  ['jobs', 'recheck'],
  ['jobs', 'verify'],
  ['jobs', 'print'],
  ['guide'],
  ['guide', 'list'],
  ['guide', 'search'],
  ['guide', 'show'],
  ['site'],
  ['site', 'new'],
  ['site', 'use'],
  ['site', 'rename'],
  ['simulate'],
  ['serve'],
];

describe('help', () => {
  test.each(commands.map((command) => [command.join(' '), command] as const))(
    '%s --help has examples and leaves no trace',
    async (_name, command) => {
      const run = await box.run([...command, '--help']);
      expect([run.code, run.stderr]).toEqual([0, '']);
      expect(run.stdout).toContain('Examples:');
      expect(run.stdout).toContain(`untether ${command.join(' ')}`);
      expect(run.stdout).toContain('--json');
    },
  );

  test('the whole program, in three languages, on 80 columns', async () => {
    const titles = { en: 'Commands:', it: 'Comandi:', es: 'Comandos:' };
    for (const [lang, title] of Object.entries(titles)) {
      const run = await box.run(['--help', '--lang', lang]);
      expect([run.code, run.stdout.includes(title)]).toEqual([0, true]);
      expect(run.stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    }
  });
});

describe('wrong usage', () => {
  test.each([
    [['scna'], 'Did you mean scan?'],
    [['scan', '--wiat', '3'], 'Did you mean --wait?'],
    [['devices', 'remov', 'x'], 'Did you mean devices remove?'],
    [['help', 'unbnd'], 'Did you mean unbind?'],
    [['report', 'inventory', '--out', 'list.pdf'], '.xlsx'],
    [['choose', '1234', '--answer', 'goal=nonsense'], 'Answers: yes, no'],
    [['devices', 'show'], '<device> is missing'],
    [['devices', 'merge', 'Gate'], '<into> is missing'],
    [['devices', 'export'], '--out'],
    [['scan', '--wait', 'soon'], 'soon is not a number of seconds'],
    [['scan', '--wait'], 'needs a value'],
    [['scan', '--sweep', 'here'], 'here is not an address range'],
    [['scan', '--lang', 'de'], 'de is none of en, it, es'],
    [['scan', 'now'], 'more than this command takes'],
    [['devices', 'edit', '1234'], '--name'],
    [['devices', 'edit', '1234', '--type', 'door'], 'door is none of'],
    [['devices', 'export', '--out', 'list.pdf'], '--format'],
    [['simulate', '--scenario', 'ship'], 'ship is none of'],
    [['simulate', '--devices', '0'], '0 is not a whole number'],
    [['simulate', '--iface', 'eth77'], 'an address of this computer'],
    [['serve', '--port', '99999'], '99999 is not a whole number'],
    [['password', '1234', '--password-stdin', '--new-password-stdin'], 'one thing only'],
    [['unbind'], 'name the devices'],
    [['unbind', '1234', '--resume', 'x'], 'no device is named'],
    [['network', 'set', '1234'], 'give at least one of --ip'],
    [['network', 'set', '1234', '--ip', '1.2.3.4', '--from', '1.2.3.5'], 'not both'],
    [['network', 'set', '1234', '--dhcp', 'maybe'], 'maybe is none of on, off'],
    [['network', 'set', '1234', '--port', '0'], '0 is not a whole number'],
    [['network', 'plan', '/nowhere.csv', '--dry-run'], 'there is no file /nowhere.csv'],
    [['network', 'plan', '/', '--dry-run'], 'is a folder'],
    [['devices', 'type', 'Gate', 'toaster'], 'toaster is none of camera, recorder'],
    [['cloud', '1234', '--enable', '--disable'], 'not both'],
    [['jobs', 'print', 'last'], '--out'],
    [['jobs', 'sho', 'x'], 'Did you mean jobs show?'],
    [['unbind', '1234', '--override-lockout', 'yes'], 'TRY ANYWAY'],
    [['unbind', '1234', '--password-stdin', '--password-file', 'x'], 'not both'],
    [['verification-code', '1', '--password-stdin', '--code-stdin'], 'one thing only'],
  ])('%j is said in plain words, with 2', async (args, words) => {
    const run = await box.run(args);
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain(words);
    expect(run.stderr).not.toMatch(/\n\s+at |commander/);
  });

  test.each([['network'], ['reset'], ['report']])(
    '%s without one of its commands shows its own help, with 2',
    async (group) => {
      const run = await box.run([group]);
      expect([run.code, run.stdout]).toEqual([2, '']);
      expect(run.stderr).toContain(`Usage: untether ${group}`);
    },
  );

  test('with --json the envelope is on standard output, wherever the option stands', async () => {
    for (const args of [
      ['--json', 'scna'],
      ['devices', 'show', '--json'],
      ['scan', '--wait', 'x', '--json'],
    ]) {
      const run = await box.run(args);
      expect([run.code, run.stderr, run.json()]).toMatchObject([
        2,
        '',
        { ok: false, error: { code: 'input.usage', ref: expect.any(String) } },
      ]);
    }
  });

  test('no command at all shows the help on standard error', async () => {
    const run = await box.run([]);
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain('Usage:');
  });
});

describe('when the computer refuses', () => {
  test('a data folder that cannot be made', async () => {
    const file = join(box.dataDir, 'a-file');
    writeFileSync(file, '');
    const run = await box.run(['devices', '--data-dir', join(file, 'x'), '--json']);
    expect([run.code, run.json()]).toMatchObject([3, { error: { code: 'store.unwritable' } }]);
    const human = await box.run(['devices', '--data-dir', join(file, 'x')]);
    expect(human.stderr).toContain('The data file cannot be written');
    expect(human.stdout).toBe('');
  });

  test('an address that is not of this computer', async () => {
    const run = await box.run(['simulate', '--iface', '203.0.113.9', '--json']);
    expect([run.code, run.json()]).toMatchObject([
      3,
      { error: { code: 'network.adapter-not-found' } },
    ]);
  });

  test('a port that another program has', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const run = await box.run(['serve', '--demo', '--port', port, '--json']);
    other.close();
    expect([run.code, run.json()]).toMatchObject([2, { error: { code: 'input.invalid' } }]);
    expect(run.stdout).toContain(port);
  });

  test('a reader that leaves early is no error', async () => {
    mkdirSync(join(box.dataDir, 'pipe'), { recursive: true });
    const args = ['devices', '--data-dir', join(box.dataDir, 'pipe')];
    const run = await box.run(args, { whileRunning: (child) => child.stdout?.destroy() });
    expect([run.code, run.stderr]).toEqual([0, '']);
  });
});
