import { describe, expect, it } from 'vitest';
import type { DeviceRow } from '../../../../main/contract/device.ts';
import type {
  AdapterView,
  DiscoveryStatus,
  DoctorCheck,
} from '../../../../main/contract/network.ts';
import { texts } from '../../../../main/contract/text/index.ts';
import type { NetworkFacts } from '../../../../main/ports/network.ts';
import {
  checkAdapters,
  checkAddresses,
  checkJoin,
  checkVpn,
} from '../../../../main/services/doctor/checks/adapter-checks.ts';
import {
  checkRecorder,
  checkReplies,
} from '../../../../main/services/doctor/checks/device-checks.ts';
import {
  checkDropped,
  checkFirewall,
  checkLocalNetwork,
  checkPort,
  checkRpFilter,
} from '../../../../main/services/doctor/checks/system-checks.ts';
import type { Check, DoctorContext } from '../../../../main/services/doctor/context.ts';
import { memoryAdapter } from '../../../../main/simulator/net.ts';

const view = (part: Partial<AdapterView> = {}): AdapterView => ({
  ...{ id: 'eth0', name: 'Ethernet', kind: 'ethernet', kindReason: null, mac: null },
  addresses: [{ address: '192.168.1.10', netmask: '255.255.255.0', prefix: 24 }],
  ...{ enabled: true, enabledBy: 'default', state: 'listening', problem: null },
  ...{ replies: 0, devices: 0, lastReplyAt: null },
  ...part,
});

interface Parts {
  readonly facts?: Partial<NetworkFacts>;
  readonly status?: Partial<DiscoveryStatus>;
  readonly rest?: Partial<DoctorContext>;
}

function context({ facts, status, rest }: Parts = {}): DoctorContext {
  return {
    facts: {
      ...{ platform: 'linux', rpFilter: new Map(), defaultRoutes: [], droppedDatagrams: 0 },
      ...{ portHolder: null, firewall: null, evidence: [] },
      ...facts,
    },
    status: {
      isRunning: true,
      port: { number: 37020, mode: 'shared', holder: null },
      adapters: [view()],
      counters: { datagrams: 0, decoded: 0, rejected: 0, dropped: 0, probes: 9, rejectedBy: {} },
      ...{ notices: [], startedAt: 1, lastProbeAt: 1, lastReplyAt: null },
      ...status,
    },
    enabled: [memoryAdapter({ id: 'eth0', name: 'Ethernet', address: '192.168.1.10' })],
    heard: { sadp: 0, sweep: 0 },
    rows: [],
    ...rest,
  };
}

const heard = { rest: { heard: { sadp: 5, sweep: 0 } } };
const win = (profile: string, isOn: boolean): Partial<NetworkFacts> => ({
  platform: 'win32',
  firewall: [{ adapter: 'Ethernet', profile, isOn }],
});
const row = (part: Partial<DeviceRow>): DeviceRow =>
  ({ presence: 'online', kind: 'camera', via: [], digitalChannels: null, ...part }) as DeviceRow;
const rows = (...list: Partial<DeviceRow>[]) => ({ rest: { rows: list.map(row) } });
const recorder = (digitalChannels: number | null): Partial<DeviceRow> => ({
  ...{ kind: 'recorder', digitalChannels },
});
const off = { enabled: false, state: 'off' } as const;
const port = (mode: 'shared' | 'ephemeral' | 'closed', holder: string | null = null) => ({
  status: { port: { number: 37020, mode, holder } },
});
const at = (...addresses: readonly string[]) => ({
  rest: {
    enabled: addresses.map((address, index) =>
      memoryAdapter({ id: `eth${index}`, ...(address === '' ? {} : { address }) }),
    ),
  },
});

const table: readonly (readonly [string, Check, Parts, DoctorCheck['verdict'], string])[] = [
  ['no adapter at all', checkAdapters, { status: { adapters: [] } }, 'problem', 'adapters-none'],
  ['all off', checkAdapters, { status: { adapters: [view(off)] } }, 'problem', 'adapters-all-off'],
  ['one fails', checkAdapters, { status: { adapters: [view({ state: 'failed', problem: 'send-failed' })] } }, 'warning', 'adapters-failed'],
  ['cable off by hand', checkAdapters, { status: { adapters: [view(), view({ ...off, id: 'e1' })] } }, 'warning', 'adapters-some-off'],
  ['vpn off', checkAdapters, { status: { adapters: [view(), view({ ...off, kind: 'vpn' })] } }, 'ok', 'adapters-ok'],
  ['address', checkAddresses, {}, 'ok', 'addresses-ok'],
  ['no address', checkAddresses, at(''), 'problem', 'addresses-none'],
  ['self-made address', checkAddresses, at('169.254.3.4'), 'warning', 'addresses-link-local'],
  ['two in one subnet', checkAddresses, at('192.168.1.10', '192.168.1.11'), 'warning', 'addresses-same-subnet'],
  ['joined', checkJoin, {}, 'ok', 'join-ok'],
  ['refused', checkJoin, { status: { adapters: [view({ state: 'failed', problem: 'join-failed' })] } }, 'problem', 'join-refused'],
  ['refused on one of two', checkJoin, { status: { adapters: [view(), view({ problem: 'join-failed' })] } }, 'warning', 'join-refused'],
  ['closed', checkJoin, port('closed'), 'unknown', 'join-not-tried'],
  ['port ours', checkPort, {}, 'ok', 'port-ok'],
  ['port shared', checkPort, { facts: { portHolder: 'SADP' } }, 'ok', 'port-shared-with'],
  ['port held by', checkPort, port('ephemeral', 'SADP'), 'warning', 'port-held-by'],
  ['port held', checkPort, port('ephemeral'), 'warning', 'port-held'],
  ['port closed', checkPort, port('closed'), 'problem', 'port-closed'],
  ['port not tried', checkPort, { status: { startedAt: null } }, 'unknown', 'port-not-tried'],
  ['rp_filter elsewhere', checkRpFilter, { facts: { platform: 'darwin' } }, 'not-applicable', 'rp-filter-linux-only'],
  ['rp_filter unread', checkRpFilter, { facts: { rpFilter: null } }, 'unknown', 'rp-filter-unreadable'],
  ['rp_filter 0', checkRpFilter, {}, 'ok', 'rp-filter-ok'],
  ['rp_filter 1', checkRpFilter, { facts: { rpFilter: new Map([['eth0', 1]]) } }, 'warning', 'rp-filter-drops'],
  ['firewall elsewhere', checkFirewall, {}, 'not-applicable', 'firewall-windows-only'],
  ['firewall unread', checkFirewall, { facts: { platform: 'win32' } }, 'unknown', 'firewall-unreadable'],
  ['firewall of others', checkFirewall, { facts: { platform: 'win32', firewall: [{ adapter: 'x', profile: 'Public', isOn: true }] } }, 'unknown', 'firewall-unreadable'],
  ['firewall off', checkFirewall, { facts: win('Public', false) }, 'ok', 'firewall-off'],
  ['firewall lets in', checkFirewall, { facts: win('Public', true), ...heard }, 'ok', 'firewall-lets-in'],
  ['firewall public', checkFirewall, { facts: win('Public', true) }, 'problem', 'firewall-public'],
  ['firewall private', checkFirewall, { facts: win('Private', true) }, 'warning', 'firewall-on-silent'],
  ['permission elsewhere', checkLocalNetwork, {}, 'not-applicable', 'local-network-mac-only'],
  ['permission given', checkLocalNetwork, { facts: { platform: 'darwin' }, ...heard }, 'ok', 'local-network-works'],
  ['permission untold', checkLocalNetwork, { facts: { platform: 'darwin' } }, 'unknown', 'local-network-untold'],
  ['permission refused', checkLocalNetwork, { facts: { platform: 'darwin' }, status: { adapters: [view({ problem: 'send-failed' })] } }, 'problem', 'local-network-refused'],
  ['no vpn', checkVpn, {}, 'ok', 'vpn-none'],
  ['vpn left out', checkVpn, { status: { adapters: [view({ ...off, kind: 'vpn' })] } }, 'ok', 'vpn-off'],
  ['vpn in', checkVpn, { status: { adapters: [view({ kind: 'vpn' })] } }, 'warning', 'vpn-on'],
  ['vpn takes all', checkVpn, { status: { adapters: [view({ ...off, kind: 'vpn' })] }, facts: { defaultRoutes: ['eth0'] } }, 'warning', 'vpn-default-route'],
  ['replies', checkReplies, heard, 'ok', 'replies-ok'],
  ['silence', checkReplies, {}, 'problem', 'replies-none'],
  ['sweep only', checkReplies, { rest: { heard: { sadp: 0, sweep: 2 } } }, 'warning', 'replies-sweep-only'],
  ['not asked', checkReplies, { status: { counters: { datagrams: 0, decoded: 0, rejected: 0, dropped: 0, probes: 0, rejectedBy: {} } } }, 'unknown', 'replies-not-asked'],
  ['no recorder', checkRecorder, rows({}), 'ok', 'recorder-none'],
  ['recorder offline', checkRecorder, rows({ ...recorder(8), presence: 'offline' }), 'ok', 'recorder-none'],
  ['recorder untold', checkRecorder, rows(recorder(null)), 'unknown', 'recorder-channels-untold'],
  ['recorder hides', checkRecorder, rows(recorder(8), {}), 'warning', 'recorder-may-hide'],
  ['recorder seen', checkRecorder, rows(recorder(1), {}), 'ok', 'recorder-cameras-seen'],
  ['drops untold', checkDropped, { facts: { droppedDatagrams: null }, status: { counters: { datagrams: 0, decoded: 0, rejected: 0, dropped: null, probes: 0, rejectedBy: {} } } }, 'unknown', 'dropped-untold'],
  ['no drops', checkDropped, {}, 'ok', 'dropped-none'],
  ['drops', checkDropped, { facts: { droppedDatagrams: 3 } }, 'warning', 'dropped-some'],
]; // biome-ignore format: one case a line

describe('the doctor', () => {
  it.each(table)('%s', (_name, check, parts, verdict, finding) => {
    const result = check(context(parts));
    expect([result.verdict, result.finding]).toEqual([verdict, finding]);
    const isTrouble = verdict === 'warning' || verdict === 'problem';
    if (isTrouble) expect(result.advice).not.toBeNull();
    if (verdict === 'ok') expect(result.advice).toBeNull();
    for (const text of Object.values(texts)) {
      const { findings, advice } = text.doctor as {
        findings: Record<string, string>;
        advice: Record<string, string>;
      };
      const sentences = [findings[finding], result.advice === null ? '' : advice[result.advice]];
      for (const sentence of sentences) {
        expect(sentence).toBeTypeOf('string');
        const wanted = [...(sentence ?? '').matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1]);
        for (const name of wanted) expect(Object.keys(result.params)).toContain(name);
      }
    }
  });

  it('has words for exactly the findings and advice that it gives', () => {
    const findings = new Set(table.map(([, , , , finding]) => finding));
    const advice = new Set(table.map(([, check, parts]) => check(context(parts)).advice));
    advice.delete(null);
    for (const { doctor } of Object.values(texts)) {
      expect(Object.keys(doctor.findings).toSorted()).toEqual([...findings].toSorted());
      expect(Object.keys(doctor.advice).toSorted()).toEqual([...advice].toSorted());
    }
  });
});
