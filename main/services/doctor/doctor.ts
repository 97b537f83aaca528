import type { DeviceRow } from '../../contract/device.ts';
import { AppError } from '../../contract/errors.ts';
import type { MethodOutput } from '../../contract/methods.ts';
import { type DoctorCheckId, doctorCheckIds } from '../../contract/network.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Network } from '../../ports/network.ts';
import type { Discovery } from '../discovery/discovery.ts';
import { sleep } from '../lib/sleep.ts';
import { checkAdapters, checkAddresses, checkJoin, checkVpn } from './checks/adapter-checks.ts';
import { checkRecorder, checkReplies } from './checks/device-checks.ts';
import {
  checkDropped,
  checkFirewall,
  checkLocalNetwork,
  checkPort,
  checkRpFilter,
} from './checks/system-checks.ts';
import type { Check, DoctorContext } from './context.ts';

export interface DoctorOptions {
  readonly network: Network;
  readonly clock: Clock;
  readonly discovery: Discovery;
  readonly rows: () => readonly DeviceRow[];
}

/** Three rounds and the time slow devices take to answer. */
const listenMs = 1800;

const checks: Readonly<Record<DoctorCheckId, Check>> = {
  adapters: checkAdapters,
  addresses: checkAddresses,
  'multicast-join': checkJoin,
  'port-holder': checkPort,
  'rp-filter': checkRpFilter,
  firewall: checkFirewall,
  'local-network-permission': checkLocalNetwork,
  vpn: checkVpn,
  replies: checkReplies,
  recorder: checkRecorder,
  dropped: checkDropped,
};

/** "Why is my device not here?": a fresh search, then eleven checks in order, each with its evidence. */
export class Doctor {
  readonly #options: DoctorOptions;
  #last: MethodOutput<'doctor.run'> | null = null;

  constructor(options: DoctorOptions) {
    this.#options = options;
  }

  /** What the last run of this process found. */
  get last(): MethodOutput<'doctor.run'> | null {
    return this.#last;
  }

  async run(): Promise<MethodOutput<'doctor.run'>> {
    const { network, clock, discovery, rows } = this.#options;
    await this.#search();
    const facts = await network.facts();
    const status = discovery.status();
    const enabledIds = new Set(status.adapters.filter((one) => one.enabled).map(({ id }) => id));
    const context: DoctorContext = {
      facts,
      status,
      enabled: network.adapters().filter(({ id }) => enabledIds.has(id)),
      heard: discovery.heard(),
      rows: rows(),
    };
    const found = doctorCheckIds.map((id) => checks[id](context));
    this.#last = { checks: found, ranAt: clock.now() };
    return this.#last;
  }

  /** What stops a search is what the checks are about, so it is no reason to stop them. */
  async #search(): Promise<void> {
    const { clock, discovery } = this.#options;
    try {
      await discovery.probe();
      await sleep(clock, listenMs);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
}
