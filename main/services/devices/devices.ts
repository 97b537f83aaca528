import { columns } from '../../contract/columns.ts';
import type {
  Device,
  DeviceDetail,
  DeviceEvent,
  DeviceId,
  DeviceRow,
} from '../../contract/device.ts';
import { AppError } from '../../contract/errors.ts';
import type { MethodOutput, MethodParsed } from '../../contract/methods.ts';
import type { Registry } from '../../domain/registry.ts';
import type { Clock } from '../../ports/clock.ts';
import { formatWay } from '../book/way.ts';
import { columnsFor, exportDevices } from './export/export-devices.ts';

export interface DevicesOptions {
  readonly registry: Registry;
  readonly clock: Clock;
  readonly site: () => { readonly id: string; readonly name: string };
  readonly siteName: (siteId: string) => string;
  /** Authorised in Hik-ProConnect, as a person said. */
  readonly isAuthorised: (siteId: string) => boolean;
  /** Newest first; includes what is not written yet. */
  readonly events: (query: {
    readonly deviceId?: DeviceId;
    readonly siteId?: string;
    readonly limit: number;
  }) => DeviceEvent[];
  readonly adapterName: (id: string) => string;
  /** Something changed that listeners and the store must learn of. */
  readonly onChange: () => void;
}

const detailEvents = 200;
const shownCandidates = 5;

/** The device book: what the list shows, the operator's own words about a device, and exports. */
export class Devices {
  readonly #options: DevicesOptions;

  constructor(options: DevicesOptions) {
    this.#options = options;
  }

  /** The current site's rows, without the removed ones. */
  rows(): DeviceRow[] {
    const { registry, site } = this.#options;
    return registry.rows(site().id).filter((row) => row.removedAt === null);
  }

  list({ includeRemoved }: MethodParsed<'devices.list'>): Device[] {
    const { registry, site } = this.#options;
    const rows = includeRemoved === true ? registry.rows(site().id) : this.rows();
    return rows.map((row) => this.#device(row.id));
  }

  /** @throws AppError `device.not-found` */
  get(id: DeviceId): DeviceDetail {
    const { registry, events } = this.#options;
    const detail = registry.detail(id);
    if (detail === undefined) throw notFound(id);
    return { ...detail, events: events({ deviceId: id, limit: detailEvents }) };
  }

  /** By serial, unique tail, MAC or saved name. @throws AppError `device.not-found|ambiguous` */
  find(wanted: string): Device {
    const result = this.#options.registry.find(wanted);
    if (result.kind === 'none') throw new AppError('device.not-found', { wanted });
    if (result.kind === 'one') return this.#device(result.id);
    throw new AppError('device.ambiguous', { wanted, candidates: this.#candidates(result.ids) });
  }

  /** @throws AppError `device.not-found` */
  edit({ id, ...patch }: MethodParsed<'devices.edit'>): void {
    this.#require([id]);
    this.#options.registry.edit(id, patch, this.#options.clock.now());
    this.#options.onChange();
  }

  /**
   * Local only: nothing is sent. Hik-ProConnect refuses to delete devices of an authorised site, those added by
   * address apart; here that takes `acceptAuthorised`, so that nobody takes one for the other.
   * @throws AppError `device.not-found`, `device.site-authorised`; nothing is removed then
   */
  remove(ids: readonly DeviceId[], acceptAuthorised = false): void {
    this.#require(ids);
    const held = acceptAuthorised ? [] : ids.filter((id) => this.#isHeld(id));
    if (held.length > 0) {
      throw new AppError('device.site-authorised', {
        devices: this.#candidates(held),
        count: held.length,
      });
    }
    this.#options.registry.remove(ids, this.#options.clock.now());
    this.#options.onChange();
  }

  #isHeld(id: DeviceId): boolean {
    const { registry, isAuthorised } = this.#options;
    const record = registry.record(id);
    if (record === undefined || !isAuthorised(record.siteId)) return false;
    return record.book === null || record.book.origin === 'found';
  }

  /** @throws AppError `device.not-found` */
  restore(ids: readonly DeviceId[]): void {
    this.#require(ids);
    this.#options.registry.restore(ids, this.#options.clock.now());
    this.#options.onChange();
  }

  events({ id, limit }: MethodParsed<'devices.events'>): DeviceEvent[] {
    if (id === undefined) return this.#options.events({ siteId: this.#options.site().id, limit });
    this.#require([id]);
    return this.#options.events({ deviceId: id, limit });
  }

  /** @throws AppError `device.not-found`, `input.invalid` (a column that does not exist) */
  export(input: MethodParsed<'devices.export'>): Promise<MethodOutput<'devices.export'>> {
    const rows = input.ids === undefined ? this.rows() : input.ids.map((id) => this.#row(id));
    const { clock, site, adapterName } = this.#options;
    return exportDevices({
      format: input.format,
      locale: input.locale,
      columns: input.columns === undefined ? columns : columnsFor(input.columns),
      rows,
      devices: () => rows.map((row) => this.#device(row.id)),
      siteName: site().name,
      at: clock.now(),
      adapterName,
      way: (id) => this.#way(id),
    });
  }

  #way(id: DeviceId): string | null {
    const book = this.#options.registry.record(id)?.book ?? null;
    return book === null ? null : formatWay(book);
  }

  #row(id: DeviceId): DeviceRow {
    const row = this.#options.registry.row(id);
    if (row === undefined) throw notFound(id);
    return row;
  }

  #device(id: DeviceId): Device {
    const { registry, siteName } = this.#options;
    const device = registry.device(id, siteName(registry.record(id)?.siteId ?? ''));
    if (device === undefined) throw notFound(id);
    return device;
  }

  #require(ids: readonly DeviceId[]): void {
    for (const id of ids) {
      if (this.#options.registry.record(id) === undefined) throw notFound(id);
    }
  }

  /** Enough of each to choose by: model, serial, MAC. */
  #candidates(ids: readonly DeviceId[]): string {
    const shown = ids.slice(0, shownCandidates).map((id) => {
      const { model, serial, mac, name } = this.#row(id);
      return [name, model, serial, mac].filter((part) => part !== null).join(' ');
    });
    const more = ids.length - shown.length;
    return [...shown, ...(more > 0 ? [`+${more}`] : [])].join('; ');
  }
}

function notFound(id: string): AppError<'device.not-found'> {
  return new AppError('device.not-found', { wanted: id });
}
