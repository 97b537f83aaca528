import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { PasswordRequest } from '../../main/services/commands/commands.ts';
import { trainingPassword } from '../../main/simulator/account.ts';
import { type ActRig, createActRig } from '../helpers/act-rig.ts';
import { createFakeRandom } from '../helpers/fake-random.ts';

/** The command line beside the app: two cores on one file and one wire. */
async function two(): Promise<readonly [ActRig, ActRig]> {
  const folder = mkdtempSync(join(tmpdir(), 'untether-two-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'untether.db');
  const devices = Array.from({ length: 4 }, (_, index) => ({
    model: 'DS-7608NI-K2/8P',
    cloud: 'bound' as const,
    address: `192.168.1.${60 + index}`,
  }));
  const app = await createActRig({ devices, path });
  const random = createFakeRandom();
  for (let skipped = 0; skipped < 5000; skipped += 1) random.uuid();
  const cli = await createActRig({
    ...{ devices, path, clock: app.clock, fleet: app.fleet },
    config: { random, isProcessAlive: () => true },
  });
  onTestFinished(() => {
    app.store.close();
    cli.store.close();
  });
  return [app, cli];
}

function unbind(password: string): PasswordRequest {
  return { command: 'ezvizUnbind', password, isOverride: false, beforeSend: () => undefined };
}

test('what one process learned of tries and locks holds for the other at once', async () => {
  const [app, cli] = await two();
  const wrong = unbind('Wrong-pass-1');
  await app.wait(app.core.acts.commands.command(app.record(0), wrong));
  const again = await cli.wait(cli.core.acts.commands.command(cli.record(0), wrong));
  expect(again).toMatchObject({ kind: 'not-sent', reason: 'same-password' });
  await app.clock.advance(3000);
  expect(cli.core.registry.row(cli.id(0))?.attemptsLeft).toBe(4);
  for (const [index, rig] of [app, cli].entries()) {
    const other = unbind(`Wrong-pass-${index + 2}`);
    await rig.wait(rig.core.acts.commands.command(rig.record(0), other));
  }
  const last = await app.wait(app.core.acts.commands.command(app.record(0), unbind('Wrong-9')));
  expect(last).toMatchObject({ kind: 'not-sent', reason: 'attempts-low' });
  expect(app.device(0).attemptsLeft).toBe(2);
});

test('both work, the same job is refused, and one audit chain holds both', async () => {
  const [app, cli] = await two();
  const request = (rig: ActRig, indexes: readonly number[]) => ({
    kind: 'unbind' as const,
    items: indexes.map((index) => ({ device: rig.id(index), params: { includeUnknown: false } })),
    passwords: { all: trainingPassword },
  });
  const first = await app.wait(app.core.acts.jobs.start(request(app, [0, 1])));
  await expect(cli.core.acts.jobs.start(request(cli, [1]))).rejects.toMatchObject({
    code: 'job.busy',
  });
  const second = await cli.wait(cli.core.acts.jobs.start(request(cli, [2, 3])));
  await app.clock.advance(60_000);
  expect(cli.core.acts.jobs.get(first.id)).toMatchObject({
    state: 'done',
    counts: { verified: 2 },
  });
  expect(app.core.acts.jobs.get(second.id)).toMatchObject({
    state: 'done',
    counts: { verified: 2 },
  });
  expect(app.core.acts.jobs.list(10)).toHaveLength(2);
  expect(app.core.acts.audit.verify()).toEqual(cli.core.acts.audit.verify());
  expect(app.core.acts.audit.verify()).toMatchObject({ isIntact: true, lines: 12 });
  for (const device of app.fleet.devices) {
    expect(device.commandsHeard.filter(({ types }) => types === 'ezvizUnbind')).toHaveLength(1);
  }
});
