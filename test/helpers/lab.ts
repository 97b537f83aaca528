/**
 * A network of namespaces for tests: switches, a scanner with two adapters, device hosts that own
 * whole address ranges, and a stranger from a foreign subnet. Nothing is added to the machine's own
 * network, and only what one run made is taken down again.
 *
 *   scan  a0 10.77.0.2/16 ---- switch A ----+---- a0 10.77.0.1/16   deva   (10.77.128.0/17 is bindable)
 *                                           +---- a0 192.168.1.64/24 alien (its gateway does not exist)
 *         b0 172.20.0.2/24 --- switch B ---------- b0 172.20.0.1/24 devb   (172.20.0.128/25 is bindable)
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';

export type LabHost = 'sw' | 'scan' | 'deva' | 'devb' | 'alien';

export interface ExtraAdapter {
  /** A name of the wild, for example `docker0` or `tun0`; at most 15 letters. */
  readonly name: string;
  /** With prefix, for example `172.17.0.1/16`. */
  readonly address: string;
}

export interface LabOptions {
  /** Reverse path filter of the scanner; 0 (off) without it. */
  readonly rpFilter?: 0 | 1 | 2;
  /** Adapter by which the scanner has a default route. */
  readonly defaultRoute?: 'a0' | 'b0';
  /** Adapters of the scanner that lead nowhere. */
  readonly extraAdapters?: readonly ExtraAdapter[];
  /** IGMP snooping on the switches. */
  readonly isSnooping?: boolean;
}

const hosts: readonly LabHost[] = ['sw', 'scan', 'deva', 'devb', 'alien'];

function run(...command: readonly string[]): string {
  const [file = '', ...args] = command;
  return execFileSync(file, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Why there can be no lab here; `null` when there can. */
export function whyNoLab(): string | null {
  if (process.platform !== 'linux') return 'namespaces are a thing of Linux';
  if (process.getuid?.() !== 0) return 'needs root';
  const probe = `unt-${randomBytes(4).toString('hex')}-t`;
  try {
    run('ip', 'netns', 'add', probe);
    run('ip', 'netns', 'del', probe);
    return null;
  } catch (error) {
    const text = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return `cannot make a network namespace: ${text}`;
  }
}

export class Lab {
  readonly prefix = `unt-${randomBytes(4).toString('hex')}`;
  readonly #made: string[] = [];
  readonly #children = new Set<ChildProcess>();

  constructor(options: LabOptions = {}) {
    try {
      this.#build(options);
    } catch (error) {
      this.down();
      throw error;
    }
  }

  namespace(host: LabHost): string {
    return `${this.prefix}-${host}`;
  }

  /** `ip` inside a host, for example `lab.ip('scan', 'addr', 'add', '10.0.0.1/24', 'dev', 'a0')`. */
  ip(host: LabHost, ...args: readonly string[]): string {
    return run('ip', '-n', this.namespace(host), ...args);
  }

  /** Runs a program inside a host to its end. */
  exec(host: LabHost, ...command: readonly string[]): string {
    return run('ip', 'netns', 'exec', this.namespace(host), ...command);
  }

  /** Starts Node with these arguments inside a host; `down` ends it. */
  node(
    host: LabHost,
    args: readonly string[],
    options: { readonly stderr?: 'inherit' | 'pipe' } = {},
  ): ChildProcess {
    const { stderr = 'inherit' } = options;
    const child = spawn(
      'ip',
      ['netns', 'exec', this.namespace(host), process.execPath, '--no-warnings', ...args],
      { stdio: ['pipe', 'pipe', stderr], env: { ...process.env, NODE_OPTIONS: '' } },
    );
    this.#children.add(child);
    child.once('exit', () => this.#children.delete(child));
    return child;
  }

  /** An adapter of the scanner that leads nowhere, up and with an address. */
  addAdapter({ name, address }: ExtraAdapter): void {
    this.ip('scan', 'link', 'add', name, 'type', 'veth', 'peer', 'name', `p-${name}`.slice(0, 15));
    this.ip('scan', 'link', 'set', `p-${name}`.slice(0, 15), 'up');
    this.ip('scan', 'link', 'set', name, 'up');
    this.ip('scan', 'addr', 'add', address, 'brd', '+', 'dev', name);
  }

  removeAdapter(name: string): void {
    this.ip('scan', 'link', 'del', name);
  }

  /** Pulls the scanner's second adapter and puts it back at once, under the same name and address. */
  replug(): void {
    this.ip('sw', 'link', 'del', 'v-scan-b0');
    this.#plug('scan', 'b0', 'brB', '172.20.0.2/24');
  }

  /** Ends what runs in this lab and removes it; may be called twice. */
  down(): void {
    for (const child of this.#children) child.kill('SIGKILL');
    for (const name of this.#made.splice(0)) {
      for (const pid of run('ip', 'netns', 'pids', name).split('\n').filter(Boolean)) {
        killQuietly(Number(pid));
      }
      run('ip', 'netns', 'del', name);
    }
  }

  #build(options: LabOptions): void {
    for (const host of hosts) {
      run('ip', 'netns', 'add', this.namespace(host));
      this.#made.push(this.namespace(host));
      this.ip(host, 'link', 'set', 'lo', 'up');
      this.#sysctl(
        host,
        'net.ipv6.conf.all.disable_ipv6=1',
        'net.ipv6.conf.default.disable_ipv6=1',
      );
    }
    const snooping = options.isSnooping === true ? '1' : '0';
    for (const bridge of ['brA', 'brB']) {
      this.ip('sw', 'link', 'add', bridge, 'type', 'bridge', 'mcast_snooping', snooping);
      this.ip('sw', 'link', 'set', bridge, 'up');
    }
    // Before the adapters exist: each copies `default`, and the larger of `all` and its own counts.
    const filter = options.rpFilter ?? 0;
    this.#sysctl(
      'scan',
      `net.ipv4.conf.all.rp_filter=${filter}`,
      `net.ipv4.conf.default.rp_filter=${filter}`,
    );
    this.#plug('scan', 'a0', 'brA', '10.77.0.2/16');
    this.#plug('scan', 'b0', 'brB', '172.20.0.2/24');
    this.#plug('deva', 'a0', 'brA', '10.77.0.1/16');
    this.#plug('devb', 'b0', 'brB', '172.20.0.1/24');
    this.#plug('alien', 'a0', 'brA', '192.168.1.64/24');
    // Any address of these ranges can be bound and answers ARP without being added one by one.
    this.ip('deva', 'route', 'add', 'local', '10.77.128.0/17', 'dev', 'lo');
    this.ip('devb', 'route', 'add', 'local', '172.20.0.128/25', 'dev', 'lo');
    this.ip('alien', 'route', 'add', 'default', 'via', '192.168.1.1', 'dev', 'a0');
    for (const extra of options.extraAdapters ?? []) this.addAdapter(extra);
    if (options.defaultRoute === 'a0') this.#routeVia('10.77.0.254', 'a0');
    if (options.defaultRoute === 'b0') this.#routeVia('172.20.0.254', 'b0');
  }

  #routeVia(gateway: string, adapter: string): void {
    this.ip('scan', 'route', 'add', 'default', 'via', gateway, 'dev', adapter);
  }

  #plug(host: LabHost, adapter: string, bridge: string, address: string): void {
    const port = `v-${host}-${adapter}`;
    this.ip(
      'sw',
      'link',
      'add',
      port,
      'type',
      'veth',
      'peer',
      'name',
      adapter,
      'netns',
      this.namespace(host),
    );
    this.ip('sw', 'link', 'set', port, 'master', bridge, 'up');
    this.ip(host, 'link', 'set', adapter, 'up');
    this.ip(host, 'addr', 'add', address, 'brd', '+', 'dev', adapter);
    if (host !== 'scan') this.ip(host, 'route', 'add', '239.0.0.0/8', 'dev', adapter);
  }

  #sysctl(host: LabHost, ...settings: readonly string[]): void {
    this.exec(host, 'sysctl', '-qw', ...settings);
  }
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // It ended between the listing and here.
    if (!(error instanceof Error)) throw error;
  }
}
