/** Unbinding over real networks, by the built command line: one test for each scenario of a technician. */
import { expect, it } from 'vitest';
import { areaWordings } from '../../main/simulator/acts.ts';
import {
  ended,
  heard,
  inSite,
  itemOf,
  type JobReply,
  passwordsSent,
  serials,
  tally,
  trainingPassword,
} from './acts-support.ts';
import { until } from './agents.ts';
import { describeLab } from './support.ts';

const second = 'DS-7608NI-K2/8P';
const third = 'DS-2CD2143G2-I';

describeLab('unbinding over real networks', () => {
  it.concurrent('12: of thirty, each is told how it stands before any password is sent', () =>
    inSite(async (site) => {
      const fleet = await site.devices('alien', { scenario: 'unbind-thirty' });
      const all = serials(await fleet.truth());
      const bound = (await fleet.truth()).filter(({ isBound }) => isBound).length;
      const check = await site.run<JobReply>(['unbind', ...all, '--check']);
      expect(tally(check.data.preflight)).toEqual({
        ...{ ready: 20, already: 4, 'needs-internet': 3, 'not-supported': 2, locked: 1 },
      });
      const locked = check.data.preflight.find(({ verdict }) => verdict === 'locked');
      expect(locked).toMatchObject({ params: { minutes: 29 } });
      expect(Date.parse(String(locked?.lockedUntil)) - Date.now()).toBeGreaterThan(27 * 60_000);
      for (const line of check.data.preflight) {
        const isPhoneRoute = line.routes.includes('phone-on-lan');
        if (line.verdict === 'not-supported') expect(isPhoneRoute).toBe(true);
      }
      expect(passwordsSent(await fleet.truth())).toBe(0);
      expect((await fleet.truth()).flatMap((device) => heard(device, 'exchangecode'))).toEqual([]);

      const password = site.password(trainingPassword);
      const run = await site.run<JobReply>(['unbind', ...all, '--no-wait', ...password]);
      expect(tally(run.data.preflight)).toEqual(tally(check.data.preflight));
      const { job, preflight } = run.data;
      const ran = new Set(job.items.map(({ device }) => device.id));
      // Who cannot go is left out of the run and keeps the word of the pre-flight.
      const left = preflight.filter(({ device }) => !ran.has(device.id));
      expect(tally([...job.items, ...left])).toEqual({
        ...{ verified: 20, already: 4, 'needs-internet': 3, 'not-supported': 2, locked: 1 },
      });
      expect(run.code).toBe(1);
      const after = await fleet.truth();
      expect(after.filter(({ isBound }) => isBound).length).toBe(bound - 20);
      expect(passwordsSent(after)).toBe(20);
      for (const device of after) {
        const isVerified = job.items.some(
          (item) => item.device.serial === device.serial && item.verdict === 'verified',
        );
        expect(heard(device, 'ezvizUnbind').length).toBe(isVerified ? 1 : 0);
        if (isVerified) expect(device.isBound).toBe(false);
      }
    }));

  it.concurrent('14: devices that wait for the cloud go on by themselves when they get Internet', () =>
    inSite(async (site) => {
      const fleet = await site.devices('deva', {
        groups: [
          { model: second, first: '10.77.64.1', count: 1, cloud: 'bound' },
          { model: third, first: '10.77.64.2', count: 2, cloud: 'bound' },
        ],
      });
      await fleet.do('internet', { isOn: false });
      const all = serials(await fleet.truth());
      const unbind = ['unbind', ...all, ...site.password(trainingPassword), '--json'];
      const child = site.start(unbind);
      const chunks: Buffer[] = [];
      child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
      const end = ended(child);
      // Asked by the pre-flight and again by the run: now all of them wait.
      const asked = await fleet.when((now) =>
        now.every((device) => heard(device, 'getUnbindStatus').length >= 2),
      );
      expect(asked.map((device) => heard(device, 'getUnbindStatus').length)).toEqual([2, 2, 2]);
      expect(passwordsSent(asked)).toBe(0);
      const states = async () => {
        const { data } = await site.run<JobReply>(['jobs', 'show', 'last']);
        return data.job.items.map(({ state }) => state);
      };
      const { value } = await until(
        states,
        (all) => all.every((state) => state === 'waiting-internet'),
        10_000,
      );
      expect(value).toEqual(Array(3).fill('waiting-internet'));
      const arrivedAt = Date.now();
      await fleet.do('internet', { isOn: true });
      expect(await end).toBe(0);
      expect(Date.now() - arrivedAt).toBeLessThan(60_000);
      expect(site.lab.ip('scan', 'route', 'show'), 'the laptop has none').not.toContain('default');
      const { data } = JSON.parse(Buffer.concat(chunks).toString()) as { data: JobReply };
      expect(tally(data.job.items)).toEqual({ verified: 3 });
      const after = await fleet.truth();
      expect(after.map(({ isBound }) => isBound)).toEqual([false, false, false]);
      expect(after.map((device) => heard(device, 'ezvizUnbind').length)).toEqual([1, 1, 1]);
    }));

  it.concurrent('15: an area that differs is told as such in any wording, and is no wrong password', () =>
    inSite(async (site) => {
      const fleet = await site.devices('deva', {
        groups: areaWordings.map((text, index) => ({
          ...{ model: index % 2 === 0 ? second : third, first: `10.77.64.${1 + index}`, count: 1 },
          ...{ cloud: 'bound' as const, acts: [{ act: 'areas-differ' as const, text }] },
        })),
      });
      const before = await fleet.truth();
      const all = serials(before);
      const password = site.password(trainingPassword);
      const { code, data } = await site.run<JobReply>(['unbind', ...all, ...password]);
      expect(code).toBe(1);
      expect(tally(data.job.items)).toEqual({ 'different-area': areaWordings.length });
      for (const [index, serial] of all.entries()) {
        expect(itemOf(data.job, serial)).toMatchObject({
          ...{ reason: 'areas-differ', rawResult: areaWordings[index], attemptsLeft: null },
        });
        expect(itemOf(data.job, serial).routes).toContain('owner-account');
      }
      const after = await fleet.truth();
      expect(after.map(({ attemptsLeft }) => attemptsLeft)).toEqual(
        before.map(({ attemptsLeft }) => attemptsLeft),
      );
      const shown = await site.words(['jobs', 'show', 'last']);
      expect(shown.stdout).toContain(areaWordings[0]);

      // The same password may be given again at once: nothing was held against it.
      for (const serial of all) await fleet.do('acts', { device: serial, acts: [] });
      const again = await site.run<JobReply>(['unbind', ...all, ...password]);
      expect(tally(again.data.job.items)).toEqual({ verified: areaWordings.length });
    }));

  it.concurrent('17: verified where the device tells that it is free, accepted where it does not', () =>
    inSite(async (site) => {
      const group = { count: 1, cloud: 'bound' } as const;
      const fleet = await site.devices('deva', {
        groups: [
          { ...group, model: second, first: '10.77.64.1' },
          { ...group, model: third, first: '10.77.64.2' },
          { ...group, model: second, first: '10.77.64.3', acts: ['bind-untold'] },
          { ...group, model: third, first: '10.77.64.4', cloud: 'unknown' },
        ],
      });
      const all = serials(await fleet.truth());
      const [a, b, untold, silent] = all;
      const password = site.password(trainingPassword);
      const args = ['unbind', ...all, '--include-unknown', ...password];
      const { code, data } = await site.run<JobReply>(args);
      expect(code).toBe(1);
      for (const serial of [a, b]) {
        expect(itemOf(data.job, serial)).toMatchObject({
          verdict: 'verified',
          reason: 'not-bound',
        });
        expect(itemOf(data.job, serial).endedAt).not.toBeNull();
        expect(JSON.stringify(itemOf(data.job, serial).evidence)).toContain('read back');
      }
      for (const serial of [untold, silent]) {
        expect(itemOf(data.job, serial)).toMatchObject({ verdict: 'accepted' });
      }
      // Both are free in truth; that was not told, so it is not claimed.
      expect((await fleet.truth()).map(({ isBound }) => isBound)).toEqual(Array(4).fill(false));
      const shown = await site.words(['jobs', 'show', 'last']);
      expect(shown.stdout).toMatch(/device list of the owner’s account/);
    }));
});
