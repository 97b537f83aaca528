/** Devices that lie, garble and repeat themselves; the product looks for the truth for up to a minute. */
import { expect, it } from 'vitest';
import type { ActName } from '../../main/simulator/types.ts';
import {
  heard,
  inSite,
  itemOf,
  type JobReply,
  serials,
  type Truth,
  tally,
  trainingPassword,
} from './acts-support.ts';
import { describeLab } from './support.ts';

const second = 'DS-7608NI-K2/8P';
const third = 'DS-2CD2143G2-I';
const dubious: readonly ActName[] = [
  ...(['garbled', 'truncated', 'echo', 'echo-match', 'older-uuid'] as const),
  ...(['other-types', 'other-mac', 'contradicts', 'silent-done'] as const),
];

const timeout = 170_000;

/** An echo comes back to its sender on a multicast wire, with the Uuid it was sent with. */
function unbindsHeard(device: Truth): number {
  return heard(device, 'ezvizUnbind').filter(({ isReplay }) => !isReplay).length;
}

describeLab('devices that do not tell the truth', () => {
  it.concurrent(
    '8: an edit that is only said to be done is accepted, never verified',
    { timeout },
    () =>
      inSite(async (site) => {
        const group = { count: 1, mask: '255.255.0.0' };
        const fleet = await site.devices('deva', {
          groups: [
            { ...group, model: third, first: '10.77.64.1' },
            { ...group, model: third, first: '10.77.64.2', acts: ['lies'] },
            { ...group, model: 'DS-2CD2385G1-I', first: '10.77.64.3', acts: ['lies'] },
          ],
        });
        const [honest, ...liars] = serials(await fleet.truth());
        const args = ['network', 'set', honest ?? '', ...liars, '--from', '10.77.65.1'];
        const password = site.password(trainingPassword);
        const { code, data } = await site.run<JobReply>([...args, ...password]);
        expect(code).toBe(1);
        expect(itemOf(data.job, honest)).toMatchObject({ verdict: 'verified' });
        for (const [index, serial] of liars.entries()) {
          expect(itemOf(data.job, serial)).toMatchObject({
            ...{ verdict: 'accepted', reason: 'not-applied' },
            params: { from: `10.77.64.${2 + index}`, address: `10.77.64.${2 + index}` },
          });
        }
        const recheck = await site.run<JobReply>(['jobs', 'recheck', 'last']);
        expect(tally(recheck.data.job.items)).not.toHaveProperty('verified', 3);
        expect((await fleet.truth()).map(({ address }) => address)).toEqual([
          ...['10.77.65.1', '10.77.64.2', '10.77.64.3'],
        ]);
      }),
  );

  it.concurrent(
    '27: an answer that is garbled, old or an echo is never good news',
    { timeout },
    () =>
      inSite(async (site) => {
        const honest = { model: second, first: '10.77.64.1', count: 1, cloud: 'bound' as const };
        const fleet = await site.devices('deva', {
          groups: [
            honest,
            ...dubious.map((act, index) => ({
              ...honest,
              ...{ model: index % 2 === 0 ? third : second, first: `10.77.64.${2 + index}` },
              acts: [act],
            })),
          ],
        });
        const all = serials(await fleet.truth());
        const args = ['unbind', ...all, ...site.password(trainingPassword)];
        const { code, data } = await site.run<JobReply>(args);
        expect(code).toBe(1);
        for (const [index, act] of dubious.entries()) {
          const item = itemOf(data.job, all[index + 1]);
          expect(item.verdict, act).toBe('unknown');
        }
        expect(itemOf(data.job, all[0])).toMatchObject({ verdict: 'verified' });

        // Again: they are read first, and being free they are sent nothing.
        const again = await site.run<JobReply>(args);
        expect(tally(again.data.preflight)).toEqual({ already: all.length });
        const after = await fleet.truth();
        expect(after.map(unbindsHeard)).toEqual(all.map(() => 1));
        const recheck = await site.run<JobReply>(['jobs', 'recheck', 'last']);
        expect(tally(recheck.data.job.items)).toEqual({ verified: all.length });
      }),
  );

  it.concurrent(
    '27: nor when nothing was done, and a second run looks before it sends',
    { timeout },
    () =>
      inSite(async (site) => {
        const group = { model: second, count: 1, cloud: 'bound' as const };
        const acts = ['garbled', 'echo', 'older-uuid'] as const;
        const fleet = await site.devices('deva', {
          groups: [
            { ...group, first: '10.77.64.1' },
            { ...group, first: '10.77.64.2', acts: ['lies'] },
            ...acts.map((act, index) => ({
              ...{ ...group, first: `10.77.64.${3 + index}`, acts: ['lies' as const, act] },
            })),
          ],
        });
        const all = serials(await fleet.truth());
        const args = ['unbind', ...all, ...site.password(trainingPassword)];
        const { data } = await site.run<JobReply>(args);
        expect(tally(data.job.items)).toEqual({ verified: 1, unknown: 4 });
        for (const serial of all.slice(1)) await fleet.do('acts', { device: serial, acts: [] });
        const again = await site.run<JobReply>(args);
        expect(tally(again.data.preflight)).toEqual({ already: 1, ready: 4 });
        expect(tally(again.data.job.items)).toEqual({ verified: 4 });
        for (const device of (await fleet.truth()).slice(1)) {
          expect(unbindsHeard(device)).toBe(2);
          const types = device.heard.map((record) => record.types);
          const [one, two] = [types.indexOf('ezvizUnbind'), types.lastIndexOf('ezvizUnbind')];
          expect(types.slice(one + 1, two), 'read between the two').toContain('getUnbindStatus');
        }
      }),
  );
});
