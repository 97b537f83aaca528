import { errorMessage } from '../../main/app/error-message.ts';
import type { DeviceId, DeviceRow } from '../../main/contract/device.ts';
import type { Job, JobItem } from '../../main/contract/job.ts';
import { type AppRig, type AppRigOptions, createAppRig } from './app-rig.ts';
import { testCrypto, warmUp } from './test-crypto.ts';

export { trainingPassword } from '../../main/simulator/account.ts';

export interface ActsSite extends AppRig {
  /** The rows in the order of the fleet's devices. */
  rows(): Promise<DeviceRow[]>;
  ids(): Promise<DeviceId[]>;
  /** Lets time pass until the job has ended. */
  ended(job: Pick<Job, 'id'>, limitMs?: number): Promise<Job>;
  /** The item of the fleet's n-th device. */
  item(job: Job, index: number): JobItem;
  /** Names of the commands a device heard that change it. */
  changesHeard(index: number): string[];
}

/** What a refused plan is answered with. */
export function badPlan(problem: string, line: number): string {
  return `job.bad-plan: ${errorMessage({ code: 'job.bad-plan', params: { problem, line } })}`;
}

const reading = /^(?:inquiry|exchangecode|getUnbindStatus)/;

/** The whole core, through its door, over a simulated site whose devices were all heard once. */
export async function createActsSite(options: AppRigOptions): Promise<ActsSite> {
  await warmUp();
  const config = { crypto: testCrypto, ...options.config };
  const rig = createAppRig({ ...options, config });
  await rig.ask('discovery.probe', {});
  await rig.clock.advance(3000);
  const rows = async (): Promise<DeviceRow[]> => {
    const { rows: all } = await rig.ask('devices.snapshot', {});
    return rig.fleet.devices.map((device) => {
      const found = all.find(({ serial, mac }) => serial === device.serial || mac === device.mac);
      if (found === undefined) throw new Error(`${device.serial} is not in the list`);
      return found;
    });
  };
  return {
    ...rig,
    rows,
    ids: async () => (await rows()).map(({ id }) => id),
    async ended({ id }, limitMs = 900_000) {
      for (let waited = 0; waited < limitMs; waited += 200) {
        const job = await rig.ask('jobs.get', { id });
        if (job.endedAt !== null) return job;
        await rig.clock.advance(200);
      }
      throw new Error(`job ${id} did not end in time`);
    },
    item(job, index) {
      const serial = rig.fleet.devices[index]?.serial;
      const found = job.items.find(({ device }) => device.serial === serial);
      if (found === undefined) throw new Error(`no item for device ${index}`);
      return found;
    },
    changesHeard(index) {
      const heard = rig.fleet.devices[index]?.commandsHeard ?? [];
      return heard.map(({ types }) => types).filter((types) => !reading.test(types));
    },
  };
}
