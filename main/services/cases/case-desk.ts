import type { DeviceId } from '../../contract/device.ts';
import { AppError } from '../../contract/errors.ts';
import type { CaseFile, WatchMemory } from '../../domain/cases/types.ts';
import { newMemory } from '../../domain/cases/types.ts';
import type { CaseQuery } from '../../store/case-types.ts';
import { CaseCache } from './case-cache.ts';
import { CaseClock } from './case-clock.ts';
import type { CasesOptions } from './options.ts';
import { mostUrgent } from './snapshot.ts';

interface What {
  /** `step`, `watch-on`, `seen`, …: with `case.` before it, the line in the audit. */
  readonly what: string;
  readonly params: Readonly<Record<string, string | number | null>>;
}

/** Every change of a case goes over this desk: read, made, stored, written down, told. */
export class CaseDesk {
  readonly cache = new CaseCache();
  readonly time: CaseClock;
  readonly #options: CasesOptions;
  /** Rows that show a case now. */
  readonly #shown = new Map<DeviceId, string>();
  readonly #unreadable = new Set<string>();

  constructor(options: CasesOptions) {
    this.#options = options;
    this.time = new CaseClock(options.clock);
  }

  now(): { at: number; order: number } {
    return { at: this.#options.clock.now(), order: this.time.next() };
  }

  list(query: CaseQuery): readonly CaseFile[] {
    const { files, unreadable } = this.#options.store.list(query);
    for (const id of unreadable) {
      if (this.#unreadable.has(id)) continue;
      this.#unreadable.add(id);
      this.#options.log.error(() => 'a stored case cannot be read', { id });
    }
    return files;
  }

  need(id: string): CaseFile {
    const file = this.#options.store.get(id);
    if (file === null) throw new AppError('case.not-found', { wanted: id });
    return file;
  }

  /** The device's id in this process: two processes may know one device by different ids. */
  deviceOf({ view, own }: CaseFile): DeviceId {
    const { record, find } = this.#options;
    if (record(view.device.id) !== undefined) return view.device.id;
    const wanted = own.identity.serialKey ?? own.identity.macs[0] ?? null;
    return (wanted === null ? null : find(wanted)) ?? view.device.id;
  }

  /** @throws AppError `case.already-open` */
  add(file: CaseFile, key: string): CaseFile {
    const { store, durably } = this.#options;
    durably(() => {
      if (!store.put(file, key)) throw alreadyOpen(file);
      this.#note(file, { what: 'open', params: { kind: file.view.kind } });
    });
    this.#took(file, newMemory(this.time.next(), file.view.openedAt));
    return file;
  }

  /** `make` may be given a newer state than the caller saw. @throws AppError `case.not-found` and what `make` throws */
  change(id: string, what: What, make: (file: CaseFile) => CaseFile): CaseFile {
    const { store, durably, clock } = this.#options;
    const next = durably(() => {
      const file = this.need(id);
      const made = make(file);
      if (made === file) return file;
      // The key stays the one it was stored with; it is only read when the case is new.
      if (!store.put(made, '')) throw alreadyOpen(file);
      if (made.view !== file.view) this.#note(made, what);
      return made;
    });
    const isArmedAnew = what.what === 'watch-on';
    this.#took(next, isArmedAnew ? newMemory(this.time.next(), clock.now()) : undefined);
    return next;
  }

  /** Shows on each row the case that needs somebody first. */
  showAll(): void {
    const devices = new Set(this.cache.values().map(({ file }) => this.deviceOf(file)));
    for (const id of [...devices, ...this.#shown.keys()]) this.#show(id);
  }

  #took(file: CaseFile, memory: WatchMemory | undefined): void {
    this.cache.put(file, this.now(), memory);
    this.#show(this.deviceOf(file));
    this.#options.onChange(file.view);
  }

  #show(id: DeviceId): void {
    const open = this.cache
      .values()
      .filter(({ file }) => file.view.closedAt === null && this.deviceOf(file) === id)
      .map(({ file }) => file.view);
    const kind = mostUrgent(open)?.kind ?? null;
    if (kind === null) this.#shown.delete(id);
    else this.#shown.set(id, kind);
    this.#options.setOpenCase(id, kind);
  }

  #note({ view }: CaseFile, { what, params }: What): void {
    this.#options.audit.write({
      ...{ what: `case.${what}`, phase: 'finished', jobId: view.jobId },
      device: view.device.serial ?? view.device.mac ?? view.device.address,
      params: { case: view.id, ...params, state: view.state, watch: view.watch.state },
    });
  }
}

function alreadyOpen({ view }: CaseFile): AppError {
  return new AppError('case.already-open', { kind: view.kind });
}
