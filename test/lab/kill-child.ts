import {
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  privateDecrypt,
} from 'node:crypto';
import { systemCrypto } from '../../main/adapters/node/crypto.ts';
import { systemRandom } from '../../main/adapters/node/random.ts';
import { type Core, createCore } from '../../main/app/core.ts';
import type { Job } from '../../main/contract/job.ts';
import type { Clock } from '../../main/ports/clock.ts';
import type { Crypto } from '../../main/ports/crypto.ts';
import { silentLog } from '../../main/ports/log.ts';
import type {
  AdapterInfo,
  Channel,
  ChannelOptions,
  ChannelStatus,
  Datagram,
  Network,
} from '../../main/ports/network.ts';
import { openStore } from '../../main/store/open.ts';
import type { FromChild, ToChild } from './kill-messages.ts';
import { scaledClock } from './scaled-clock.ts';

/** The process that is killed: the whole core over a file, its wire a pipe to the parent. */

function tell(message: FromChild): void {
  process.send?.(message);
}

/** Keys made beforehand: what is killed here is the engine, not OpenSSL. */
function quickCrypto(pems: { readonly 1024: string; readonly 2048: string }): Crypto {
  return {
    ...systemCrypto,
    makeExchangeKey: (bits) => {
      if (bits === 3072) throw new RangeError('no key of 3072 bits was made');
      const key = createPrivateKey(pems[bits]);
      const der = createPublicKey(pems[bits]).export({ type: 'pkcs1', format: 'der' });
      const options = { key, padding: constants.RSA_NO_PADDING };
      return Promise.resolve({
        publicKeyDer: new Uint8Array(der),
        decryptRaw: (data) => new Uint8Array(privateDecrypt(options, data)),
      });
    },
    fingerprint: (text, salt) => {
      const hash = createHash('sha256').update(salt).update(text).digest();
      return Promise.resolve(hash.readUInt16BE(0) & 0x0fff);
    },
  };
}

const adapter: AdapterInfo = {
  id: 'eth0',
  name: 'eth0',
  kind: 'ethernet',
  kindReason: null,
  mac: '02:00:5e:00:53:01',
  addresses: [
    { address: '192.168.1.10', netmask: '255.255.255.0', prefix: 24, broadcast: '192.168.1.255' },
  ],
};

function pipeNetwork(clock: Clock): { network: Network; arrive: (datagram: Datagram) => void } {
  const ears = new Set<ChannelOptions['onDatagrams']>();
  const network: Network = {
    adapters: () => [adapter],
    onAdaptersChanged: () => () => undefined,
    openChannel: (options) => {
      const isSadp = options.port === 37020;
      if (isSadp) ears.add(options.onDatagrams);
      const status: ChannelStatus = {
        mode: 'shared',
        holder: null,
        oversize: 0,
        adapters: [{ id: 'eth0', isListening: true, problem: null, detail: null }],
      };
      const channel: Channel = {
        status: () => status,
        setAdapters: () => Promise.resolve(),
        send: (_id, target, data) => {
          if (isSadp)
            tell({ kind: 'datagram', data: Buffer.from(data).toString('base64'), target });
          return Promise.resolve(null);
        },
        close: () => Promise.resolve(),
      };
      return Promise.resolve(channel);
    },
    tcpProbe: () => Promise.resolve('silent'),
    httpProbe: () => Promise.resolve(null),
    neighbourMac: () => Promise.resolve(null),
    facts: () => Promise.reject(new Error('not here')),
    droppedDatagrams: () => null,
    bytesOutsideLan: () => 0,
    close: () => Promise.resolve(),
  };
  const arrive = (datagram: Datagram): void => {
    for (const ear of ears) ear([{ ...datagram, receivedAt: clock.now() }]);
  };
  return { network, arrive };
}

/** Timers of the app that keep the device list on the disk. */
function keepSaving(core: Core, clock: Clock): void {
  clock.every(250, () => {
    core.drain();
    core.persistence.tick();
  });
  clock.every(1000, () => core.registry.tick(clock.now()));
}

async function knowAll(core: Core, clock: Clock, devices: number): Promise<void> {
  for (;;) {
    await core.discovery.probe();
    await new Promise<void>((resolve) => {
      clock.after(1200, resolve);
    });
    const rows = core.registry.rows(core.sites.currentId);
    if (rows.filter(({ presence }) => presence === 'online').length >= devices) return;
  }
}

async function work(go: Extract<ToChild, { kind: 'go' }>): Promise<(datagram: Datagram) => void> {
  const clock = scaledClock(go.clock);
  const { network, arrive } = pipeNetwork(clock);
  const opened = openStore({ path: go.path, now: () => clock.now(), log: silentLog });
  const core = createCore({
    config: {
      ...{ host: 'test', version: '0.0.0', dataDir: null, network, clock, log: silentLog },
      ...{ random: systemRandom, isDemo: false, discovery: 'manual' },
      crypto: quickCrypto(go.keyPem),
      operator: { user: 'ann', machine: 'laptop' },
    },
    ...{ opened, path: go.path },
  });
  core.acts.start();
  const { jobs, audit } = core.acts;
  const [last] = jobs.list(1);
  tell({
    kind: 'found',
    job: last === undefined ? null : jobs.get(last.id),
    audit: audit.verify(),
  });
  keepSaving(core, clock);
  void run(core, go, clock).catch((error: unknown) => {
    tell({ kind: 'trouble', text: error instanceof Error ? (error.stack ?? '') : String(error) });
  });
  return arrive;
}

async function run(
  core: Core,
  { devices, password }: Extract<ToChild, { kind: 'go' }>,
  clock: Clock,
): Promise<void> {
  const { jobs, audit } = core.acts;
  await knowAll(core, clock, devices);
  const [last] = jobs.list(1);
  const passwords = { all: password };
  let job: Job;
  if (last === undefined) {
    const rows = core.registry.rows(core.sites.currentId);
    const items = rows.map(({ id }) => ({ device: id, params: { includeUnknown: false } }));
    job = await jobs.start({ kind: 'unbind', items, passwords, waitForInternet: true });
  } else if (last.state === 'interrupted' || last.state === 'paused') {
    job = await jobs.resume(last.id, passwords, false);
  } else {
    job = jobs.get(last.id);
  }
  const timer = clock.every(100, () => {
    const now = jobs.get(job.id);
    if (now.endedAt === null) return;
    timer.cancel();
    tell({ kind: 'done', job: now, audit: audit.verify() });
  });
}

let arrive: ((datagram: Datagram) => void) | null = null;
process.on('message', (message: ToChild) => {
  if (message.kind === 'go') {
    void work(message).then((ear) => {
      arrive = ear;
    });
    return;
  }
  arrive?.({
    data: Buffer.from(message.data, 'base64'),
    ...{ fromAddress: message.fromAddress, fromPort: 37020, adapterId: null, receivedAt: 0 },
  });
});
tell({ kind: 'ready' });
