/** A run that dies in the middle: signal 9 for the built command line, and what the devices heard of it. */
import type { ChildProcess } from 'node:child_process';
import { expect, it } from 'vitest';
import {
  ended,
  heard,
  inSite,
  itemOf,
  type JobReply,
  serials,
  tally,
  trainingPassword,
} from './acts-support.ts';
import { describeLab } from './support.ts';

const second = 'DS-7608NI-K2/8P';
const third = 'DS-2CD2143G2-I';
const devices = 30;
const fourteenth = 13;

async function killNine(child: ChildProcess): Promise<void> {
  const end = ended(child);
  child.kill('SIGKILL');
  await end;
  expect(child.signalCode).toBe('SIGKILL');
}

describeLab('a run that dies in the middle', () => {
  it.concurrent('13: goes on where it stopped; what was in flight is read, and nothing is sent twice', () =>
    inSite(async (site) => {
      const fleet = await site.devices('deva', {
        groups: [
          { model: second, first: '10.77.64.1', count: 15, cloud: 'bound' },
          { model: third, first: '10.77.64.21', count: 15, cloud: 'bound' },
        ],
      });
      const all = serials(await fleet.truth());
      const slow = all[fourteenth] ?? '';
      // Done, and the answer on its way for long: the run is sure to die meanwhile.
      await fleet.do('acts', { device: slow, acts: [{ act: 'late', delayMs: 8_000 }] });
      const password = site.password(trainingPassword);
      const child = site.start(['unbind', ...all, ...password]);
      const atDeath = await fleet.when((now) =>
        now.some((device) => device.serial === slow && heard(device, 'ezvizUnbind').length > 0),
      );
      await killNine(child);
      const sentBefore = atDeath.filter((device) => heard(device, 'ezvizUnbind').length > 0).length;
      expect(sentBefore).toBeGreaterThan(0);

      const found = await site.run<JobReply>(['jobs', 'show', 'last']);
      expect(found.data.job.state).toBe('interrupted');
      expect(itemOf(found.data.job, slow)).toMatchObject({
        ...{ verdict: 'unknown', reason: 'interrupted' },
      });
      for (const item of found.data.job.items) {
        const { isBound, heard: log } = await fleet.one(item.device.serial ?? '');
        if (item.verdict === 'verified') expect(isBound).toBe(false);
        const wasSent = log.some(({ types }) => types.startsWith('ezvizUnbind'));
        if (item.state === 'waiting') expect(wasSent).toBe(false);
      }
      const open = found.data.job.items.filter(({ state }) => state === 'waiting').length;
      expect(open, 'killed in the middle').toBeGreaterThan(0);

      const { code, data } = await site.run<JobReply>(['jobs', 'resume', 'last', ...password]);
      expect(code).toBe(0);
      expect(data.job.state).toBe('done');
      expect(tally(data.job.items)).toEqual({ verified: devices });
      const after = await fleet.truth();
      expect(after.map(({ isBound }) => isBound)).toEqual(Array(devices).fill(false));
      expect(after.map((device) => heard(device, 'ezvizUnbind').length)).toEqual(
        Array(devices).fill(1),
      );
      const audit = await site.run<{ audit: { isIntact: boolean } }>(['jobs', 'verify']);
      expect(audit.data.audit.isIntact).toBe(true);
    }));

  it.concurrent('13: addresses: the one in flight is read, the others follow, each once', () =>
    inSite(async (site) => {
      const fleet = await site.devices('deva', {
        groups: [{ model: third, first: '10.77.64.1', count: 10, mask: '255.255.0.0' }],
      });
      const all = serials(await fleet.truth());
      const slow = all[4] ?? '';
      await fleet.do('acts', { device: slow, acts: [{ act: 'late', delayMs: 8_000 }] });
      const password = site.password(trainingPassword);
      const set = ['network', 'set', ...all, '--from', '10.77.65.1', ...password];
      const child = site.start(set);
      await fleet.when((now) =>
        now.some((device) => device.serial === slow && heard(device, 'update').length > 0),
      );
      await killNine(child);
      const { code, data } = await site.run<JobReply>(['jobs', 'resume', 'last', ...password]);
      expect(tally(data.job.items), JSON.stringify(data.job.items)).toEqual({ verified: 10 });
      expect(code).toBe(0);
      const after = await fleet.truth();
      expect(after.map(({ address }) => address)).toEqual(
        all.map((_, index) => `10.77.65.${1 + index}`),
      );
      expect(after.map((device) => heard(device, 'update').length)).toEqual(Array(10).fill(1));
    }));
});
