import type { DeviceId, DeviceRow } from '../contract/device.ts';
import { AppError } from '../contract/errors.ts';
import type { DiscoveryStatus } from '../contract/network.ts';
import { macPrefixHint } from '../domain/mac-prefixes.ts';
import { Registry } from '../domain/registry.ts';
import type { Sighting } from '../domain/sighting.ts';
import { Knowledge } from '../knowledge/knowledge.ts';
import type { GuideSource } from '../ports/guides.ts';
import type { Log } from '../ports/log.ts';
import type { Network } from '../ports/network.ts';
import type { Book } from '../services/book/book.ts';
import type { Chooser } from '../services/chooser/chooser.ts';
import { Devices } from '../services/devices/devices.ts';
import { Discovery } from '../services/discovery/discovery.ts';
import { NoticeBoard } from '../services/discovery/notice-board.ts';
import { statusPeriodMs } from '../services/discovery/timing.ts';
import { Doctor } from '../services/doctor/doctor.ts';
import { createThrottle } from '../services/lib/throttle.ts';
import { Reachability } from '../services/reachability/reachability.ts';
import type { ResetRequest } from '../services/reset-request/reset-request.ts';
import { SettingsService } from '../services/settings/settings-service.ts';
import { Sites } from '../services/sites/sites.ts';
import { Sweep } from '../services/sweep/sweep.ts';
import type { OpenedStore } from '../store/open.ts';
import { type Acts, createActs } from './acts.ts';
import { createDeviceBook } from './book.ts';
import { createChooser } from './chooser.ts';
import type { AppConfig } from './config.ts';
import { EventPump } from './event-pump.ts';
import { type CoreLogin, createLogin } from './login.ts';
import { type CorePapers, createPapers } from './papers.ts';
import { Persistence } from './persistence.ts';
import { type CoreRecorders, createRecorders } from './recorders.ts';
import { type CoreRecovery, createRecovery } from './recovery.ts';
import { createResetRequest } from './reset-request.ts';
import { type CoreVault, createVault } from './vault.ts';

/** The parts of the core, wired. */
export interface Core {
  readonly registry: Registry;
  readonly notices: NoticeBoard;
  readonly pump: EventPump;
  readonly persistence: Persistence;
  readonly sites: Sites;
  readonly settings: SettingsService;
  readonly discovery: Discovery;
  readonly sweep: Sweep;
  readonly reachability: Reachability;
  readonly doctor: Doctor;
  readonly devices: Devices;
  /** Devices reached by address. */
  readonly book: Book;
  readonly acts: Acts;
  readonly vault: CoreVault;
  readonly login: CoreLogin;
  readonly recovery: CoreRecovery;
  /** The way to choose. */
  readonly chooser: Chooser;
  /** The vendor's reset request and answer. */
  readonly resetRequest: ResetRequest;
  readonly recorders: CoreRecorders;
  readonly papers: CorePapers;
  readonly knowledge: Knowledge;
  /** Moves what the registry changed to the listeners and to the disk. */
  drain(): void;
  setAdapter(id: string, isEnabled: boolean | null): Promise<DiscoveryStatus>;
  /** Stops what the parts began; the store and the network stay open. */
  stop(): Promise<void>;
}

export interface CoreOptions {
  readonly config: AppConfig;
  readonly opened: OpenedStore;
  readonly path: string;
}

const noGuides: GuideSource = { read: () => Promise.resolve([]) };

/** @throws AppError `network.adapter-not-found` */
export function createCore(options: CoreOptions): Core {
  const { network, clock } = options.config;
  const book = createBook(options);
  const { registry, pump, sites } = book;
  const finders = createFinders(options.config, book);
  const { discovery, sweep, reachability } = finders;
  const { settings, notices } = book;
  const { config, opened } = options;
  const vault = createVault({ config, opened, registry, pump, settings, notices });
  const acts = createActs({
    ...{ registry, pump, discovery, config, opened },
    vault: config.vault ?? vault.credentials,
    siteId: () => sites.currentId,
    siteName: (id) => sites.nameOf(id),
  });
  const login = createLogin({
    ...{ registry, pump, config, opened, logins: acts.logins, see: finders.see },
    isBusy: (id) => acts.jobs.isBusyWith(id),
  });
  const recovery = createRecovery({
    ...{ config, opened, registry, pump, settings, discovery, acts },
  });
  const chooser = createChooser({ config, opened, registry, acts, vault });
  const resetRequest = createResetRequest({ config, registry, acts, vault, recovery });
  const recorders = createRecorders({
    ...{ config, opened, registry, pump, notices, sites, acts },
    credentials: vault.credentials,
  });
  book.onNewDevice((id) => acts.noteNew(id));
  book.onSighting((sighting) => recovery.onSighting(sighting));
  book.setStatus(() => discovery.status());
  const devices = createDevices(config, book);
  const deviceBook = createDeviceBook({
    ...{ config, registry, pump, sites, logins: acts.logins, credentials: vault.credentials },
  });
  const knowledge = createKnowledge(config);
  const doctor = new Doctor({ network, clock, discovery, rows: () => devices.rows() });
  const papers = createPapers({
    ...{ config, opened, registry, pump, sites, acts, vault, recovery, devices, doctor, chooser },
    flush: book.flush,
  });
  return {
    ...book,
    ...finders,
    ...{ doctor, devices, book: deviceBook, acts, vault, knowledge, login, recovery, recorders },
    ...{ chooser, papers, resetRequest },
    setAdapter(id, isEnabled) {
      if (!discovery.hasAdapter(id)) throw noAdapter(id, network);
      book.settings.setAdapter(id, isEnabled);
      return discovery.applyOverrides();
    },
    async stop() {
      book.tellStatus.stop();
      recovery.stop();
      login.stop();
      acts.stop();
      vault.stop();
      sweep.close();
      reachability.close();
      await discovery.close();
      book.flush();
      pump.close();
    },
  };
}

function createDevices(
  { network, clock }: AppConfig,
  { registry, pump, sites, persistence, drain }: ReturnType<typeof createBook>,
): Devices {
  return new Devices({
    ...{ registry, clock },
    adapterName: (id) => network.adapters().find((adapter) => adapter.id === id)?.name ?? id,
    site: () => ({ id: sites.currentId, name: sites.currentName }),
    siteName: (id) => sites.nameOf(id),
    isAuthorised: (id) => sites.isAuthorised(id),
    events: (query) => {
      drain();
      return persistence.events(query);
    },
    onChange: () => pump.request(),
  });
}

function createKnowledge({ guides, log }: AppConfig): Knowledge {
  return new Knowledge({ source: guides ?? noGuides, log: log.child('knowledge') });
}

/** What is remembered, and how others learn of changes in it. */
function createBook({ config, opened, path }: CoreOptions) {
  const { clock, random } = config;
  const { store } = opened;
  const registry = new Registry({ newId: () => random.uuid().toLowerCase() });
  registry.load(store.devices.loadAll());
  let status: (() => DiscoveryStatus) | null = null;
  let noteNew: (id: DeviceId) => void = () => undefined;
  let noteSighting: (sighting: Sighting) => void = () => undefined;

  const drain = (): void => {
    const dirty = registry.takeDirty();
    persistence.note(dirty);
    pump.note(dirty.ids);
    pump.note(dirty.removed);
  };
  /** The row as the current site's list shows it. */
  const row = (id: DeviceId): DeviceRow | undefined => {
    if (registry.record(id)?.siteId !== sites.currentId) return undefined;
    const found = registry.row(id);
    return found?.removedAt === null ? found : undefined;
  };
  const pump = new EventPump({ clock, log: config.log.child('events'), row, drain });
  const tellStatus = createThrottle(clock, statusPeriodMs, () => {
    if (status !== null) pump.emit('discovery.changed', status());
  });
  const notices = new NoticeBoard(clock, () => tellStatus.request());
  const persistence = new Persistence({
    ...{ store, path, clock, notices },
    log: config.log.child('store'),
    record: (id) => registry.record(id),
  });
  const flush = (): void => {
    drain();
    persistence.flush();
  };
  const sites = new Sites({
    ...{ store, registry, flush },
    onChange: (site) => pump.emit('site.changed', site),
  });
  const settings = new SettingsService({
    store,
    siteId: () => sites.currentId,
    onChange: (next) => pump.emit('settings.changed', next),
  });
  return {
    ...{ registry, notices, pump, persistence, sites, settings, drain, flush, tellStatus },
    /** The list comes before what is done to it, so that is given afterwards. */
    onNewDevice: (note: (id: DeviceId) => void) => {
      noteNew = note;
    },
    noteNew: (id: DeviceId) => noteNew(id),
    /** Each answer that was believed, for who follows single devices. */
    onSighting: (note: (sighting: Sighting) => void) => {
      noteSighting = note;
    },
    noteSighting: (sighting: Sighting) => noteSighting(sighting),
    /** The notices come before the discovery that fills them, so the status is given afterwards. */
    setStatus: (read: () => DiscoveryStatus) => {
      status = read;
    },
  };
}

/** What puts packets on the wire, and takes what comes back into the registry. */
function createFinders(config: AppConfig, book: ReturnType<typeof createBook>) {
  const { network, clock, random } = config;
  const { registry, pump, sites, settings, notices, tellStatus } = book;
  const log = (area: string): Log => config.log.child(area);
  const setReachable = (address: string, isReachable: boolean): void => {
    registry.setReachable(address, isReachable);
    pump.request();
  };
  const reachability = new Reachability({
    ...{ network, clock, setReachable, log: log('reachability') },
    subnets: () => discovery.subnets(),
  });
  const see = (sighting: Sighting): DeviceId | null => {
    const outcome = registry.see(sighting, sites.currentId);
    pump.request();
    if (outcome.kind === 'refused') return null;
    if (outcome.isNew) book.noteNew(outcome.id);
    book.noteSighting(sighting);
    const { ipv4Address, commandPort, httpPort } = sighting.facts;
    if (ipv4Address && sighting.source !== 'sweep') {
      const ports = { commandPort: commandPort ?? null, httpPort: httpPort ?? null };
      reachability.note({ address: ipv4Address, ...ports });
    }
    return outcome.id;
  };
  const discovery: Discovery = new Discovery({
    ...{ network, clock, random, notices, see, isDemo: config.isDemo, only: config.only },
    log: log('discovery'),
    overrides: () => settings.get().adapters,
    flood: () => registry.stats().flood,
    onSubnets: (subnets) => {
      registry.setLocalAddresses(subnets);
      pump.request();
    },
    onChange: () => tellStatus.request(),
    onSweepReply: (address) => sweep.noteReply(address),
  });
  const sweep: Sweep = new Sweep({
    ...{ network, clock, random, see, log: log('sweep') },
    open: () => discovery.open(),
    ask: (adapterId, address) => discovery.askForSweep(adapterId, address),
    adapters: () => discovery.usableAdapters(),
    subnets: () => discovery.subnets(),
    setReachable: (address, isReachable) => {
      setReachable(address, isReachable);
      reachability.noteReached(address);
    },
    isFamilyMac: (mac) => macPrefixHint(mac) !== null,
    onChange: (status) => pump.emit('sweep.changed', status),
  });
  return { discovery, sweep, reachability, see };
}

function noAdapter(wanted: string, network: Network): AppError {
  const known = network.adapters().map(({ name }) => name);
  return new AppError('network.adapter-not-found', { wanted, known: known.join(', ') || '-' });
}
