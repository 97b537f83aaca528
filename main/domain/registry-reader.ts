import type { Device, DeviceDetail, DeviceId, DeviceRow } from '../contract/device.ts';
import { findDevice } from './find.ts';
import type { FindResult, LocalSubnet } from './outcome.ts';
import { type RowContext, toDetail, toDevice, toRow } from './project.ts';
import type { DeviceRecord } from './record.ts';
import type { Entry, Roster } from './roster.ts';

/** What can be asked of the registry; nothing here changes a record. */
export class RegistryReader {
  readonly #roster: Roster;
  #subnets: readonly LocalSubnet[] = [];

  constructor(roster: Roster) {
    this.#roster = roster;
  }

  row(id: DeviceId): DeviceRow | undefined {
    const entry = this.#roster.entries.get(id);
    return entry === undefined ? undefined : toRow(entry, this.#context(entry));
  }

  /** Rows of a site, removed ones included (`removedAt` tells). */
  rows(siteId: string): DeviceRow[] {
    const rows: DeviceRow[] = [];
    for (const entry of this.#roster.entries.values()) {
      if (entry.record.siteId === siteId) rows.push(toRow(entry, this.#context(entry)));
    }
    return rows;
  }

  /** Devices of a site that are on its list. */
  count(siteId: string): number {
    let count = 0;
    for (const { record } of this.#roster.entries.values()) {
      if (record.siteId === siteId && record.removedAt === null) count += 1;
    }
    return count;
  }

  device(id: DeviceId, siteName: string): Device | undefined {
    const entry = this.#roster.entries.get(id);
    return entry === undefined ? undefined : toDevice(entry, this.#context(entry), siteName);
  }

  detail(id: DeviceId): Omit<DeviceDetail, 'events'> | undefined {
    const entry = this.#roster.entries.get(id);
    return entry === undefined ? undefined : toDetail(entry, this.#context(entry));
  }

  /** The live record: read it at once, do not keep it. */
  record(id: DeviceId): Readonly<DeviceRecord> | undefined {
    return this.#roster.entries.get(id)?.record;
  }

  find(wanted: string): FindResult {
    return findDevice(this.#roster, wanted);
  }

  /** All of every site, removed ones included. */
  records(): Readonly<DeviceRecord>[] {
    return [...this.#roster.entries.values()].map(({ record }) => record);
  }

  /** `false` when they are the ones known already. */
  protected noteSubnets(subnets: readonly LocalSubnet[]): boolean {
    if (JSON.stringify(subnets) === JSON.stringify(this.#subnets)) return false;
    this.#subnets = [...subnets];
    return true;
  }

  #context(entry: Entry): RowContext {
    const claims = this.#roster.group(entry.keys.address)?.claims ?? 0;
    return { subnets: this.#subnets, claims };
  }
}
