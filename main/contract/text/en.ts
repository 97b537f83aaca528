import type { ColumnId } from '../columns.ts';
import type {
  DeviceEvent,
  DeviceFlag,
  DeviceKind,
  Presence,
  SightingSource,
  Vendor,
} from '../device.ts';
import type { ErrorCode } from '../errors.ts';
import type { AdapterKind, AdapterView, NoticeCode, SweepStatus } from '../network.ts';
import { actErrorsEn, actsEn } from './acts.en.ts';
import { bookEn, bookErrorsEn } from './book.en.ts';
import { caseErrorsEn, casesEn } from './cases.en.ts';
import { chooserEn, chooserErrorsEn } from './chooser.en.ts';
import { doctorEn } from './doctor.en.ts';
import { factsEn } from './facts.en.ts';
import { familiesEn, resetCardEn } from './families.en.ts';
import { guideErrorsEn, guideGroupsEn } from './guides.en.ts';
import { healthEn } from './health.en.ts';
import { messagesEn } from './messages.en.ts';
import { codesEn, recorderErrorsEn } from './recorder.en.ts';
import { recoveryErrorsEn } from './recovery.en.ts';
import { reportErrorsEn, reportsEn } from './reports.en.ts';
import { tableEn, tableErrorsEn } from './table.en.ts';
import { trainingErrorsEn } from './training.en.ts';
import { vaultBoxesEn, vaultErrorsEn } from './vault.en.ts';

interface Message {
  /** What happened, with the evidence in it. */
  readonly what: string;
  /** What the person can do now. */
  readonly next: string;
}

const errors = {
  'input.invalid': {
    what: 'Some of the values cannot be used: {{fields}}.',
    next: 'Correct them and try again.',
  },
  'input.unknown-method': {
    what: 'The core does not know the request "{{method}}".',
    next: 'The window and the core are of different versions. Close Untether completely and start it again.',
  },
  'input.too-large': {
    what: 'The request is larger than the {{limitBytes}} bytes that are accepted.',
    next: 'Do it in smaller parts, for example with fewer rows selected.',
  },
  'input.bad-json': {
    what: 'The request could not be read: it is not valid JSON.',
    next: 'Reload the page. If a program sent it, correct the JSON.',
  },
  'input.bad-cidr': {
    what: '"{{value}}" is not an address range.',
    next: 'Write a range such as 192.168.1.0/24, or one address such as 192.168.1.64.',
  },
  'input.cidr-too-large': {
    what: '{{value}} is too large: a sweep covers at most {{limit}} addresses.',
    next: 'Sweep it in smaller parts, for example one /24 (256 addresses) after the other.',
  },
  'input.public-range': {
    what: '{{value}} is not a private range. Untether sends nothing outside the local network.',
    next: 'Use a range within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 169.254.0.0/16 or 192.0.0.0/24.',
  },
  'input.usage': {
    what: 'That cannot be done: {{problem}}',
    next: 'Correct it; --help behind the command shows how it is written.',
  },
  'auth.untrusted': {
    what: 'This window is not allowed to control Untether.',
    next: 'Open the link that Untether printed when it started. It works once; start again for a new one.',
  },
  'device.not-found': {
    what: 'No device in the list matches "{{wanted}}".',
    next: 'Use the serial number, at least its last 4 characters, the MAC address or the saved name. Refresh if the device was plugged in just now.',
  },
  'device.ambiguous': {
    what: '"{{wanted}}" fits several devices: {{candidates}}.',
    next: 'Give more characters of the serial number, or the MAC address.',
  },
  'site.not-found': {
    what: 'There is no site "{{wanted}}".',
    next: 'Choose a site from the list; it may have been deleted in another window.',
  },
  'site.name-taken': {
    what: 'There is already a site named "{{name}}".',
    next: 'Choose another name.',
  },
  'site.not-empty': {
    what: 'The site "{{name}}" cannot be deleted: devices still in its list: {{devices}}.',
    next: 'Remove the devices from the list of this site first. That changes nothing on the devices.',
  },
  'network.no-adapter': {
    what: 'No network adapter is switched on that has an IPv4 address.',
    next: 'Plug in the cable or join the Wi-Fi, then switch the adapter on in the adapter list.',
  },
  'network.adapter-not-found': {
    what: 'There is no network adapter "{{wanted}}". Present: {{known}}.',
    next: 'Choose one of the adapters that are present, or plug the missing one in.',
  },
  'network.permission': {
    what: 'The operating system does not let Untether use the local network: {{what}}.',
    next: 'Allow it in the privacy or firewall settings of the system, then press Refresh.',
  },
  'network.port-closed': {
    what: 'UDP port {{port}} could not be opened, so devices cannot be heard.',
    next: 'Close SADP Tool and other programs that search for devices, then press Refresh.',
  },
  'sweep.running': {
    what: 'A sweep of {{cidr}} is still running.',
    next: 'Wait until it ends, or cancel it, then start the new one.',
  },
  'sweep.not-found': {
    what: 'No sweep is running.',
    next: 'Start one with the range you want to search.',
  },
  ...actErrorsEn,
  ...caseErrorsEn,
  ...chooserErrorsEn,
  ...trainingErrorsEn,
  ...recoveryErrorsEn,
  ...vaultErrorsEn,
  ...bookErrorsEn,
  ...tableErrorsEn,
  ...recorderErrorsEn,
  ...guideErrorsEn,
  ...reportErrorsEn,
  'store.newer': {
    what: 'The data file was written by a newer Untether (format {{found}}; this version knows {{known}}).',
    next: 'Install the newer version, or start with another data folder. The file was left as it is: {{path}}',
  },
  'store.unwritable': {
    what: 'The data file cannot be written: {{path}}',
    next: 'Check that the folder exists and that you may write there, or start with another data folder.',
  },
  'store.busy': {
    what: 'Another program holds the data file: {{path}}',
    next: 'Close the other Untether window or command and try again.',
  },
  'store.disk-full': {
    what: 'The disk is full; the last changes were not saved: {{path}}',
    next: 'Free some space. Untether keeps working and saves again as soon as it can.',
  },
  'file.unwritable': {
    what: 'The file {{path}} could not be written: {{reason}}.',
    next: 'Choose another folder or name, or close the program that has the file open.',
  },
  'host.node-too-old': {
    what: 'This is Node {{found}}; Untether needs {{needed}} or newer.',
    next: 'Install a newer Node, or use the desktop app, which brings its own.',
  },
  'host.closing': {
    what: 'Untether does not answer: it is closing or has ended.',
    next: 'Start it again and repeat the last step.',
  },
  'internal.unexpected': {
    what: 'Something went wrong inside Untether. Nothing was reported as done.',
    next: 'Try once more. If it happens again, copy this message; the reference is also in the log file.',
  },
} satisfies Record<ErrorCode, Message>;

const notices = {
  flood: {
    what: 'More devices announce themselves than can be real. Announcements not taken in: {{refused}}.',
    next: 'One machine on this network sends made-up devices. Unplug parts of the network to find it. The list stays usable.',
  },
  'port-ephemeral': {
    what: 'UDP port {{port}} is held by another program: {{holder}}.',
    next: 'Close it (often SADP Tool or iVMS-4200) and press Refresh. Until then only devices that answer directly are seen.',
  },
  'port-closed': {
    what: 'UDP port {{port}} could not be opened, so devices cannot be heard.',
    next: 'Open Doctor: it names the cause. A sweep still finds devices.',
  },
  'adapter-failed': {
    what: 'The adapter {{adapter}} is not listening.',
    next: 'Open the adapter list for the reason. The other adapters work on.',
  },
  'no-adapter': {
    what: 'No adapter is listening.',
    next: 'Plug in the cable or join the Wi-Fi, or switch an adapter on in the adapter list.',
  },
  'rp-filter': {
    what: 'This computer drops replies from other subnets (rp_filter on {{adapter}}).',
    next: 'Devices with a foreign address may be missing. Doctor shows the setting and the command that changes it.',
  },
  'store-damaged': {
    what: 'The data file was damaged. It was set aside and a new one was begun: {{path}}',
    next: 'Devices come back by themselves; saved names and notes are in the file set aside. Keep it.',
  },
  'vault-not-opened': {
    what: 'The vault did not open by itself, so saved passwords are not used ({{why}}).',
    next: 'Unlock it with its passphrase. Nothing was deleted.',
  },
  'recorder-address': {
    what: 'The camera {{camera}} moved from {{from}} to {{to}}. Channel {{channel}} of the recorder {{recorder}} may still look for it at the old address.',
    next: 'Edit the channel at the recorder and give the camera’s password along. Nothing was changed there.',
  },
  'store-memory': {
    what: 'Nothing is being saved: the data file cannot be used ({{path}}).',
    next: 'Names, notes and sites are lost when Untether closes. Free the disk or correct the folder, then start again.',
  },
  'store-write-failed': {
    what: 'The last changes could not be saved: {{path}}',
    next: 'Check the free space and the rights of the folder. Untether tries again with each change.',
  },
  'datagrams-dropped': {
    what: 'The system dropped {{dropped}} datagrams before they could be read.',
    next: 'Press Refresh once or twice: devices that were missed answer again.',
  },
  demo: {
    what: 'Training site: these devices are simulated, and nothing is sent to a network.',
    next: 'Start Untether without the demo option to work with real devices.',
  },
} satisfies Record<NoticeCode, Message>;

const columns = {
  state: 'State now',
  model: 'Device Type',
  ipv4Address: 'IPv4 Address',
  name: 'Name',
  activated: 'Status (activated)',
  serial: 'Device Serial No.',
  mac: 'MAC Address',
  commandPort: 'Port',
  sdkOverTlsPort: 'Enhanced SDK Service Port',
  firmware: 'Software Version',
  ipv4Gateway: 'IPv4 Gateway',
  httpPort: 'HTTP Port',
  ipv4Mask: 'Subnet Mask',
  digitalChannels: 'Encoding Channel(s)',
  dsp: 'DSP Version',
  bootTime: 'Start Time',
  ipv6Address: 'IPv6 Address',
  ipv6Gateway: 'IPv6 Gateway',
  ipv6Prefix: 'IPv6 Prefix Length',
  ipv6Supported: 'Support IPv6',
  ipv6Modifiable: 'IPv6 Modifiable',
  dhcpSupported: 'Support DHCP',
  dhcpEnabled: 'IPv4 DHCP Status',
  cloudSupported: 'Support Hik-Connect',
  cloudEnabled: 'Hik-Connect Status',
  cloudBound: 'Bound to an account',
  unbindSupported: 'Support Unbind',
  analogChannels: 'Analog Channel(s)',
  httpsPort: 'HTTPS Port',
  kind: 'Kind',
  vendor: 'Brand family',
  generation: 'SADP generation',
  oemInfo: 'OEM information',
  via: 'Seen by',
  lastSeenAt: 'Last seen',
  firstSeenAt: 'First seen',
  restartedAt: 'Restart noticed',
  bookHost: 'Address in the device book',
  login: 'Login',
  health: 'Health',
  openCase: 'Open case',
  note: 'Note',
} satisfies Record<ColumnId, string>;

const columnsShort = {
  state: 'State',
  model: 'Model',
  ipv4Address: 'IPv4 address',
  name: 'Name',
  activated: 'Active',
  serial: 'Serial no.',
  mac: 'MAC',
  commandPort: 'Port',
  sdkOverTlsPort: 'SDK TLS',
  firmware: 'Firmware',
  ipv4Gateway: 'Gateway',
  httpPort: 'HTTP',
  ipv4Mask: 'Subnet mask',
  digitalChannels: 'Channels',
  dsp: 'DSP',
  bootTime: 'Start time',
  ipv6Address: 'IPv6 address',
  ipv6Gateway: 'IPv6 gateway',
  ipv6Prefix: 'Prefix',
  ipv6Supported: 'IPv6',
  ipv6Modifiable: 'IPv6 edit',
  dhcpSupported: 'Has DHCP',
  dhcpEnabled: 'DHCP',
  cloudSupported: 'Has cloud',
  cloudEnabled: 'Hik-Connect',
  cloudBound: 'Bound',
  unbindSupported: 'Can unbind',
  analogChannels: 'Analog',
  httpsPort: 'HTTPS',
  kind: 'Kind',
  vendor: 'Brand',
  generation: 'SADP',
  oemInfo: 'OEM',
  via: 'Seen by',
  lastSeenAt: 'Last seen',
  firstSeenAt: 'First seen',
  restartedAt: 'Restarted',
  bookHost: 'Book',
  login: 'Login',
  health: 'Health',
  openCase: 'Case',
  note: 'Note',
} satisfies Record<ColumnId, string>;

/** English is the source: the other locales must have exactly these keys. */
export const en = {
  errors,
  notices,
  vaultBoxes: vaultBoxesEn,
  columns,
  columnsShort,
  facts: factsEn,
  ...actsEn,
  guideGroups: guideGroupsEn,
  health: healthEn,
  codes: codesEn,
  presence: {
    online: 'Online',
    stale: 'Not answering',
    offline: 'Offline',
    never: 'Not seen yet',
  } satisfies Record<Presence, string>,
  flags: {
    'duplicate-address': 'Same IP ({{devices}})',
    'other-subnet': 'Other subnet',
    locked: 'Locked',
    inactive: 'Inactive',
    unreachable: 'Unreachable',
    'default-address': 'Factory IP',
  } satisfies Record<DeviceFlag, string>,
  book: bookEn,
  table: tableEn,
  kinds: {
    camera: 'Camera',
    recorder: 'Recorder',
    intercom: 'Intercom',
    panel: 'Alarm panel',
    unknown: 'Unknown',
  } satisfies Record<DeviceKind, string>,
  vendors: {
    hikvision: 'Hikvision',
    ezviz: 'EZVIZ',
    oem: 'OEM brand',
    other: 'Other brand',
    unknown: 'Unknown',
  } satisfies Record<Vendor, string>,
  sources: {
    sadp: 'SADP',
    sweep: 'Sweep',
    onvif: 'ONVIF',
    book: 'Login',
  } satisfies Record<SightingSource, string>,
  tri: { yes: 'Yes', no: 'No', unknown: 'Unknown' },
  adapterKinds: {
    ethernet: 'Cable',
    wifi: 'Wi-Fi',
    vpn: 'VPN',
    virtual: 'Virtual',
    loopback: 'This computer',
    unknown: 'Unknown kind',
  } satisfies Record<AdapterKind, string>,
  adapterProblems: {
    'no-ipv4':
      'It has no IPv4 address. Plug in the cable, wait for DHCP, or set an address by hand.',
    'join-failed': 'The system refused the multicast group, so only direct answers are heard.',
    'bind-failed': 'Its port could not be opened; another program may hold it.',
    'send-failed': 'The search could not be sent. Check the cable or the Wi-Fi.',
    permission: 'The system does not allow it. Check the privacy and firewall settings.',
    gone: 'The adapter was unplugged or switched off.',
  } satisfies Record<NonNullable<AdapterView['problem']>, string>,
  adapterStates: {
    listening: 'Listening',
    failed: 'Not listening',
    off: 'Off',
    gone: 'Gone',
  } satisfies Record<AdapterView['state'], string>,
  sweepStates: {
    running: 'Running',
    done: 'Done',
    cancelled: 'Cancelled',
    failed: 'Failed',
  } satisfies Record<SweepStatus['state'], string>,
  events: {
    found: 'Found for the first time',
    updated: 'Details changed',
    online: 'Online again',
    offline: 'No longer answering',
    restarted: 'Restarted',
    reset: 'Back to factory state (inactive)',
    activated: 'Activated',
    'address-changed': 'Address changed',
    'moved-site': 'Moved to another site',
    renamed: 'Renamed',
    removed: 'Removed from this list',
    restored: 'Put back in this list',
  } satisfies Record<DeviceEvent['kind'], string>,
  cases: casesEn,
  chooser: chooserEn,
  messages: messagesEn,
  families: familiesEn,
  resetCard: resetCardEn,
  doctor: doctorEn,
  reports: reportsEn,
};

/** The shape every locale has: same keys, text leaves. */
export type Text = typeof en;
