import type { CertificateName } from './certificates.ts';

/** The simulator's vocabulary: what a device is made of and what goes over its wire. */

/** How a reply's text departs from the plain form; each was seen on real devices or is the known worst of them. */
export const quirks = [
  'flase',
  'mixed-case',
  'crlf',
  'no-prolog',
  'trailing-nul',
  'unescaped-ampersand',
  'upper-mac',
  'colon-mac',
  'missing-fields',
  'oversize',
] as const;
export type Quirk = (typeof quirks)[number];

/** How a device's answering goes wrong. */
export const faultKinds = [
  'duplicate',
  'late',
  'garbled',
  'truncated',
  'foreign-uuid',
  'deaf',
] as const;
export type FaultKind = (typeof faultKinds)[number];
/** `percent` of the replies are hit; 100 when absent. */
export interface Fault {
  readonly kind: FaultKind;
  readonly percent?: number;
}

/** How a request reached the device. */
export type Arrival = 'multicast' | 'broadcast' | 'unicast';
/** Where the device sends its answer. */
export type AnswerPath = 'multicast' | 'unicast' | 'both';
/** `off`: discovery switched off by the owner. `link-layer`: so old that it only speaks raw Ethernet. */
export type SadpMode = 'on' | 'off' | 'link-layer';
/** `unknown`: on, but the firmware does not tell whether an account is bound. */
export type CloudState = 'unsupported' | 'off' | 'on' | 'bound' | 'unknown';

export interface SimReply {
  readonly data: Uint8Array;
  readonly via: 'multicast' | 'unicast';
  readonly delayMs: number;
  /** Sent from another address than the device's; its own when absent. */
  readonly fromAddress?: string;
}

export interface ReceiveContext {
  readonly to: Arrival;
  readonly fromAddress: string;
  /** Epoch ms. */
  readonly now: number;
}

export interface SimHttpReply {
  readonly status: number;
  /** As on the wire: order and letter case of the family. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** Goes over the wire instead of `body`: a file. */
  readonly bytes?: Uint8Array;
  /** Until it answers; none when absent. Infinite: the connection stays open and nothing ever comes. */
  readonly delayMs?: number;
}

export interface SimHttpRequest {
  readonly method: string;
  /** Path and query as on the request line. */
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** The body as it came, where that matters; `body` is its UTF-8. */
  readonly bytes?: Uint8Array;
}

/** How a web server lets people in. `digest-basic`: both, Basic first. */
export type WebLogin = 'md5' | 'sha256' | 'md5-sha256' | 'digest-basic' | 'basic';
/**
 * What becomes of a new address over HTTP. `at-once`: answered, then taken. `silent`: taken, and the connection
 * dies. `reboot`: answered, and taken at the next boot. `oem-reboot`: the same with code 1.
 */
export type AddressEdit = 'at-once' | 'silent' | 'reboot' | 'oem-reboot';

/** How a web server misbehaves. */
export const webFaultNames = [
  /** Takes the connection and never says a word. */
  'deaf',
  /** Answers after `webDelayMs`. */
  'slow',
  /** Does what a PUT, POST or DELETE says, and never answers it. */
  'deaf-to-writes',
  /** Refuses with HTTP 200; the words stand in the body. */
  'error-in-200',
  /** Sends everybody to its HTTPS side. */
  'redirects',
] as const;
export type WebFault = (typeof webFaultNames)[number];

export type DiskStatus = 'ok' | 'unformatted' | 'error' | 'idle' | 'notexist';

export type UserLevel = 'Administrator' | 'Operator' | 'Viewer';

/** Somebody beside the administrator. */
export interface UserSpec {
  readonly name: string;
  readonly password: string;
  readonly level: Exclude<UserLevel, 'Administrator'>;
}

/** A camera of a recorder. Which device it is follows from its address or name, as on a real wire. */
export interface ChannelSpec {
  /** The next free number when absent. */
  readonly id?: number;
  /** Of another device of the fleet, or one that nobody has: an offline channel. */
  readonly address?: string;
  /** Instead of an address: its name in the site's DNS. */
  readonly hostName?: string;
  readonly name?: string;
  /** What the recorder logs in with; `trainingPassword` when absent, and `null` when it has lost it. */
  readonly password?: string | null;
  readonly userName?: string;
  /** What the recorder tells as the camera's serial although it is not. */
  readonly toldSerial?: string;
  readonly protocol?: 'HIKVISION' | 'ONVIF';
}

/** How a device misbehaves when it is told to do something. */
export const actNames = [
  /** Says success and changes nothing. */
  'lies',
  /** Refuses with `failed` before it looks at the password. */
  'refuses',
  'silent-done',
  'silent-undone',
  /** Answers after `delayMs`, 12 s when absent. */
  'late',
  'twice',
  /** Answers, and then answers the opposite. */
  'contradicts',
  'garbled',
  'truncated',
  /** Sends the command back as it came, root `Probe`. */
  'echo',
  /** Sends the command's elements back in a `ProbeMatch` without a result. */
  'echo-match',
  /** Answers with the Uuid of an earlier command. */
  'older-uuid',
  'other-types',
  'other-mac',
  /** Answers from `address`, host 250 of its own block when absent. */
  'other-address',
  /** `Success` instead of `success`; it did it. */
  'other-case',
  /** A result no table knows, `text` or `denied`; not done unless `isDone`. */
  'unknown-text',
  /** Right password, but device and software are of different areas; the wording is `text` or one of several. */
  'areas-differ',
  /** Takes a lease instead of the static address it was given. */
  'dhcp-instead',
  /** Does it `delayMs` after it answered, 20 s when absent. */
  'applies-late',
  /** Unbinds, and does not tell its bind state from then on. */
  'bind-untold',
] as const;
export type ActName = (typeof actNames)[number];

export interface Act {
  readonly act: ActName;
  /** Commands it strikes, without `_v31`; all that change something when absent. */
  readonly on?: readonly string[];
  /** Strikes so many times and then no more; always when absent. */
  readonly times?: number;
  readonly text?: string;
  readonly address?: string;
  readonly delayMs?: number;
  readonly isDone?: boolean;
}

/** One command a device heard. The password itself is never kept. */
export interface CommandRecord {
  readonly types: string;
  /** Epoch ms. */
  readonly at: number;
  readonly uuid: string;
  /** A Password block came with it. */
  readonly hadPassword: boolean;
  /** Names of its elements in wire order. */
  readonly elements: readonly string[];
  /** What the device decided, whatever it then said; `null` when it took no notice. */
  readonly result: string | null;
  /** Whether the device changed, or will shortly. */
  readonly isDone: boolean;
  /** Its Uuid had been heard before. */
  readonly isReplay: boolean;
}

/**
 * How much a refusal tells. `attempts`: word, attempts left and lock minutes. `result`: the word alone.
 * `failed`: nothing but `failed`, even for a wrong password.
 */
export type RefusalDetail = 'attempts' | 'result' | 'failed';
/** Form of the exchange string: 16 bytes; 16 bytes, a NUL and rubbish; 20 bytes, a NUL and rubbish. */
export type ExchangeForm = 'bare' | 'terminated' | 'long';

/** What a test or a scenario says about one device; everything but the model has a seeded default. */
export interface DeviceSpec {
  /** A key of `models.ts`. */
  readonly model: string;
  readonly serial?: string;
  /** Any spelling; written on the wire as the personality does. */
  readonly mac?: string;
  readonly address?: string;
  readonly mask?: string;
  readonly gateway?: string;
  readonly isDhcp?: boolean;
  readonly ipv6Address?: string;
  readonly isActivated?: boolean;
  readonly cloud?: CloudState;
  readonly firmware?: string;
  readonly httpPort?: number;
  readonly httpsPort?: number;
  readonly commandPort?: number;
  readonly isOnvifOn?: boolean;
  readonly sadp?: SadpMode;
  readonly answers?: AnswerPath;
  /** Requests it reacts to; all three when absent. */
  readonly hears?: readonly Arrival[];
  /** Replaces the personality's own quirks. */
  readonly quirks?: readonly Quirk[];
  readonly faults?: readonly Fault[];
  /** `lost`: no battery-backed clock, boot time says 1970. A number is the clock's offset from UTC in ms. */
  readonly deviceClock?: 'lost' | number;
  /** Milliseconds it has been up when the fleet starts. */
  readonly uptimeMs?: number;
  readonly replyDelayMs?: number;
  readonly bootMs?: number;
  /** Recorder: cameras on its own PoE ports (192.168.254.x), which the LAN never sees. They are its first channels. */
  readonly hiddenCameras?: number;
  /** Recorder: cameras of the LAN, behind the hidden ones. */
  readonly channels?: readonly ChannelSpec[];
  /** Disk by disk; as many as the model has, all well, when absent. */
  readonly disks?: readonly DiskStatus[];
  /** Adapter ids of the wires it hangs on; every wire when absent. */
  readonly wires?: readonly string[];
  readonly isPowered?: boolean;

  /** Password of an activated device; `trainingPassword` when absent. */
  readonly password?: string;
  /** Login name; `admin` when absent, and then not told. */
  readonly userName?: string;
  /** Replaces the line's own salt; empty for none. */
  readonly salt?: string;
  readonly salt2?: string;
  /** Element `Encrypt`: replaces what the line tells; `null` leaves it out. */
  readonly encrypt?: boolean | null;
  /** Wrong passwords until it locks; 5 to 7 by its line when absent. */
  readonly maxAttempts?: number;
  /** 30 when absent. */
  readonly lockMinutes?: number;
  /** Locked for this long, from the first thing it hears. */
  readonly lockedForMs?: number;
  /** Says `locked` when asked for its unbind status; no source tells whether real ones do. No when absent. */
  readonly isLockToldByStatus?: boolean;
  /** Wrong passwords it has already heard. */
  readonly wrongBefore?: number;
  readonly refusals?: RefusalDetail;
  readonly exchange?: ExchangeForm;
  /** What a command with a Uuid heard before is met with; by its line when absent. */
  readonly replays?: 'ignored' | 'same-reply';
  /** Whether it reaches the cloud while the site has Internet; yes when absent. */
  readonly isCloudOnline?: boolean;
  /** Comes online so long after it was first asked: somebody brings a router. Never by itself when absent. */
  readonly cloudOnlineAfterMs?: number;
  readonly verificationCode?: string;
  /** Panel: the code with which the vendor lets its cloud users be deleted. */
  readonly vendorCode?: string;
  /** How its web server lets people in; by its line when absent. */
  readonly webLogin?: WebLogin;
  /** How long a nonce is good; a minute when absent, since no source tells. */
  readonly nonceLifeMs?: number;
  /** How often a nonce may be used: twice on terminals, else without end. */
  readonly nonceUses?: number;
  /** By its line when absent: recorders want a reboot, cameras take it at once. */
  readonly addressEdit?: AddressEdit;

  readonly acts?: readonly (ActName | Act)[];
  /** Wire names of commands this one does not know although its line does. */
  readonly lacks?: readonly string[];
  readonly deviceName?: string;
  /** How far its clock is ahead of the site's, in ms. */
  readonly clockSkewMs?: number;
  /** Users beside the administrator. */
  readonly users?: readonly UserSpec[];
  /** Tells that its password is weak; found out by itself when absent. */
  readonly isRiskPassword?: boolean;
  /** A new password is only taken together with the present one in the same document. */
  readonly wantsLoginPassword?: boolean;
  /** `factoryReset?mode=basic` keeps the users; yes when absent, as cameras' manuals say, against the guide. */
  readonly isUserKeptByBasic?: boolean;
  readonly webFaults?: readonly WebFault[];
  /** Of `slow`; 4 s when absent. */
  readonly webDelayMs?: number;
  /** Old firmware: paths that begin so are not there. */
  readonly webLacks?: readonly string[];
  /** What those are met with: 403 `notSupport`, or a page with 404. 403 when absent. */
  readonly webAbsence?: 403 | 404;
  /** Tells cameras' names and passwords in the list of cameras it sees, as one model was caught at. */
  readonly leaksPasswords?: boolean;
  /** Its name in the site's DNS, `cam7.training.lan`; follows its address. None when absent. */
  readonly dnsName?: string;
  /** Its first certificate; the usual one when absent. */
  readonly certificate?: CertificateName;
  /** Elements of its inquiry answer that differ from its line's; `null` leaves one out. */
  readonly told?: Readonly<Record<string, string | null>>;
}

/** A host that answers for somebody else's MAC. */
export interface RogueSpec {
  /** MAC of the device it answers for, in any spelling. */
  readonly mac: string;
  /** `exchangecode`: key exchanges only. `all`: every command, with success. */
  readonly answers: 'exchangecode' | 'all';
  /** 1 when absent: before the device itself. */
  readonly delayMs?: number;
  /** Where its answers come from. */
  readonly address: string;
}

/**
 * A Password block a rogue could make use of. `opened`: it read the password. `guessable`: made with its own
 * exchange string, so that it can try passwords against it at leisure. `unclear`: a proof that the device's
 * own string does not explain either.
 */
export interface HeardPassword {
  readonly at: number;
  readonly types: string;
  readonly uuid: string;
  readonly how: 'opened' | 'guessable' | 'unclear';
}
