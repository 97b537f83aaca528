import { AppError } from '../../contract/errors.ts';
import type { Site } from '../../contract/site.ts';
import type { Registry } from '../../domain/registry.ts';
import type { Store } from '../../store/open.ts';

export interface SitesOptions {
  readonly store: Store;
  readonly registry: Registry;
  /** Devices in memory that the store has not seen yet must be written before it counts them. */
  readonly flush: () => void;
  /** The current site was switched, or its name changed. */
  readonly onChange: (site: Site) => void;
}

/** Job sites: folders of devices. Exactly one is current; what is found belongs to it. */
export class Sites {
  readonly #options: SitesOptions;
  #current: Site;
  #names = new Map<string, string>();
  #authorised: ReadonlySet<string> = new Set();

  constructor(options: SitesOptions) {
    this.#options = options;
    this.#current = options.store.sites.current();
    this.#readNames();
  }

  /** Cheap: asked with every sighting. */
  get currentId(): string {
    return this.#current.id;
  }

  get currentName(): string {
    return this.#current.name;
  }

  /** Who has the rows at hand gives their number; else they are counted. */
  current(devices?: number): Site {
    if (devices === undefined) return this.#counted(this.#current);
    return { ...this.#current, isCurrent: true, devices };
  }

  nameOf(id: string): string {
    return this.#names.get(id) ?? '';
  }

  /** Whether a person said that the site is authorised in Hik-ProConnect. */
  isAuthorised(id: string): boolean {
    return this.#authorised.has(id);
  }

  list(): Site[] {
    return this.#options.store.sites.list().map((site) => this.#counted(site));
  }

  /** @throws AppError `site.name-taken` */
  create(name: string): Site {
    const site = this.#options.store.sites.create(name);
    this.#readNames();
    return this.#counted(site);
  }

  /** @throws AppError `site.not-found`, `site.name-taken` */
  rename(id: string, name: string): Site {
    const site = this.#options.store.sites.rename(id, name);
    this.#readNames();
    if (id === this.#current.id) this.#switched(site);
    return this.#counted(site);
  }

  /** @throws AppError `site.not-found` */
  setAuthorised(id: string, isAuthorised: boolean): Site {
    const site = this.#options.store.sites.setAuthorised(id, isAuthorised);
    this.#readNames();
    if (id === this.#current.id) this.#switched(site);
    return this.#counted(site);
  }

  /** @throws AppError `site.not-found` */
  use(id: string): Site {
    this.#options.flush();
    this.#switched(this.#options.store.sites.use(id));
    return this.current();
  }

  /** @throws AppError `site.not-found`, `site.not-empty` */
  delete(id: string): void {
    this.#options.flush();
    const site = this.#options.store.sites.list().find((one) => one.id === id);
    const devices = site === undefined ? 0 : this.#count(id);
    if (site !== undefined && devices > 0) {
      throw new AppError('site.not-empty', { name: site.name, devices });
    }
    this.#options.store.sites.delete(id);
    this.#readNames();
    if (id === this.#current.id) this.#switched(this.#options.store.sites.current());
  }

  /** Sites were made by somebody else in this process: an import. */
  reload(): void {
    this.#readNames();
    this.#options.onChange(this.current());
  }

  /** Which site is current is this process's own: another window may stand in another one. */
  #switched(site: Site): void {
    this.#current = site;
    this.#readNames();
    this.#options.onChange(this.current());
  }

  /** The registry knows better than the store: it holds what is not written yet. */
  #counted(site: Site): Site {
    return { ...site, isCurrent: site.id === this.#current.id, devices: this.#count(site.id) };
  }

  #count(siteId: string): number {
    return this.#options.registry.rows(siteId).filter((row) => row.removedAt === null).length;
  }

  #readNames(): void {
    const sites = this.#options.store.sites.list();
    this.#names = new Map(sites.map(({ id, name }) => [id, name]));
    this.#authorised = new Set(sites.filter((site) => site.isAuthorised).map(({ id }) => id));
  }
}
