import type { AdapterKind } from '../../contract/network.ts';

/** What the system says about an adapter besides its name. */
export interface AdapterTraits {
  readonly platform: string;
  readonly name: string;
  readonly mac: string | null;
  readonly isInternal: boolean;
  /** Longest prefix among its IPv4 addresses; `null` without one. */
  readonly longestPrefix: number | null;
  /** Linux: `wireless` in sysfs; macOS: the hardware port is Wi-Fi. `null` when not known. */
  readonly isWireless: boolean | null;
  /** Linux: backed by a bus device. `null` where the system does not tell. */
  readonly hasDevice: boolean | null;
}

export interface KindVerdict {
  readonly kind: AdapterKind;
  readonly reason: string | null;
}

interface NameRule {
  readonly kind: AdapterKind;
  readonly names: readonly RegExp[];
}

// Mobile modems stand with the VPNs: what is sent there goes to a provider, not to a LAN.
const linuxRules: readonly NameRule[] = [
  {
    kind: 'vpn',
    names: [
      /^(tun|tap|wg|ppp|ipsec|vti|gre|gretap|sit|ip6tnl|tailscale|wwan|rmnet|cscotun|gpd)\d*$/,
      /^(zt[a-z0-9]{6,}|nordlynx|proton\d*|wg-.+|tun-.+|mullvad.*|outline-tun\d*|warp)$/i,
    ],
  },
  {
    kind: 'virtual',
    names: [
      /^(docker|veth|virbr|vboxnet|vmnet|vnet|podman|cni|lxcbr|lxdbr|incusbr|waydroid|dummy|ifb)\d*/,
      /^(br-[0-9a-f]{12}|docker_gwbridge|cni-.+|flannel.*|cali.+|kube-.+|vxlan.+|macvtap\d+)$/,
      /^tap[0-9a-f]*[a-f-][0-9a-f-]*$/,
      /^(bnep\d+|bt-pan|hassio|mpqemubr\d+|nm-bridge\d*)$/,
    ],
  },
  { kind: 'wifi', names: [/^(wlan|wlp|wlx|wifi)/] },
  // A bridge, bond or VLAN of a real card is how many servers reach the LAN.
  { kind: 'ethernet', names: [/^(eth|en[opsx]|em|vmbr|br|bond|team|usb|lan)\d[\w.:]*$/, /^enx/] },
];

const macRules: readonly NameRule[] = [
  { kind: 'vpn', names: [/^(utun|tun|tap|ppp|ipsec|wg|gif|stf|feth|zt)\d*/] },
  { kind: 'virtual', names: [/^(awdl|llw|ap|anpi|vmnet|vboxnet|vmenet|bridge1\d\d|XHC)\d*/] },
  { kind: 'ethernet', names: [/^(en|bridge|bond|vlan)\d+$/] },
];

// A switch of Hyper-V that is called anything else may be the external one, which carries the LAN.
const windowsRules: readonly NameRule[] = [
  {
    kind: 'virtual',
    names: [
      /^vEthernet \((WSL|Default Switch|nat|DockerNAT|HNS Internal|HvsiIcs)\b/i,
      /^(VirtualBox|VMware|Npcap|Microsoft Wi-Fi Direct|Parallels|Hyper-V Virtual)\b/i,
      /Bluetooth/i,
      // Wi-Fi Direct and hosted-network adapters; the star is the mark of a hidden one.
      /^(Local Area Connection|LAN-Verbindung|Connessione alla rete locale.*|Conexi.n de .rea local)\* ?\d*/i,
    ],
  },
  {
    kind: 'vpn',
    names: [
      /\b(VPN|TAP|Wintun|WireGuard|Tailscale|ZeroTier|NordLynx|AnyConnect|FortiClient|Fortinet)\b/i,
      /\b(OpenVPN|GlobalProtect|PANGP|SoftEther|Hamachi|ProtonVPN|Mullvad|Cloudflare WARP)\b/i,
      /^(Cellular|Mobile Broadband|Mobiltelefon|Rete cellulare|Red m.vil)/i,
      /^(wg|tun|tap|zt)\d*$/i,
    ],
  },
  { kind: 'loopback', names: [/Loopback/i] },
  { kind: 'wifi', names: [/^(wi-?fi|wlan)\b/i, /\b(wireless|drahtlos|inal.mbrica|senza fili)/i] },
  { kind: 'ethernet', names: [/^ethernet\b/i, /^vEthernet \(/, /local|locale|LAN/i] },
];

// Only prefixes that mark the host's side. A card of a virtual machine (08:00:27, 00:0c:29, 00:15:5d)
// is that machine's way to the LAN, and switching it off would find nothing.
const hostSideMacs: readonly (readonly [prefix: string, label: string])[] = [
  ['0a:00:27', 'mac:0a:00:27 (VirtualBox)'],
  ['00:50:56:c0:00', 'mac:00:50:56:c0:00 (VMware)'],
];

// Docker gives this prefix to its bridges and to its containers, so a plain name (`eth0` of a container
// with a LAN address of its own) outweighs it.
const dockerMac = '02:42:';

function rulesOf(platform: string): readonly NameRule[] {
  if (platform === 'win32') return windowsRules;
  return platform === 'darwin' ? macRules : linuxRules;
}

function byName(traits: AdapterTraits): KindVerdict | null {
  const rule = rulesOf(traits.platform).find(({ names }) =>
    names.some((pattern) => pattern.test(traits.name)),
  );
  if (rule === undefined) return null;
  const isPlain = rule.kind === 'ethernet' || rule.kind === 'wifi';
  return { kind: rule.kind, reason: isPlain ? null : `name:${traits.name}` };
}

function byMac(mac: string | null): KindVerdict | null {
  const hit = hostSideMacs.find(([prefix]) => mac?.startsWith(prefix));
  return hit === undefined ? null : { kind: 'virtual', reason: hit[1] };
}

/**
 * The kind of an adapter: name first (a `veth` is virtual whatever sysfs says), then the MAC, then
 * what the system knows of the hardware. What no rule knows stays `unknown`, which is used by default:
 * probing one adapter too many costs nothing, missing the one with the cameras costs everything.
 */
export function kindOf(traits: AdapterTraits): KindVerdict {
  if (traits.isInternal) return { kind: 'loopback', reason: `name:${traits.name}` };
  const named = byName(traits);
  const isNamedOdd = named !== null && named.kind !== 'ethernet' && named.kind !== 'wifi';
  if (isNamedOdd) return named;
  const marked = byMac(traits.mac);
  if (marked !== null) return marked;
  // Dial-up and user-named VPN connections of Windows: no hardware address and a host route only.
  if (traits.mac === null && (traits.longestPrefix ?? 0) >= 31) {
    return { kind: 'vpn', reason: 'no-mac' };
  }
  if (traits.isWireless === true) return { kind: 'wifi', reason: null };
  if (named !== null) return named;
  if (traits.mac?.startsWith(dockerMac) === true) {
    return { kind: 'virtual', reason: 'mac:02:42 (Docker)' };
  }
  return { kind: traits.hasDevice === true ? 'ethernet' : 'unknown', reason: null };
}
