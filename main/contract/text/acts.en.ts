import type { ErrorCode } from '../errors.ts';
import type {
  Job,
  JobItem,
  JobKind,
  NetworkValues,
  PlanProblem,
  PreflightLine,
  Route,
  Verdict,
} from '../job.ts';
import { printEn } from './print.en.ts';
import { reasonsEn } from './reasons.en.ts';

interface Message {
  readonly what: string;
  readonly next: string;
}

/** Errors of jobs and of the audit; `en.ts` puts them beside the others. */
export const actErrorsEn = {
  'input.undecided': {
    what: 'A person must decide: {{problem}}',
    next: 'Answer at a terminal, or give the option that stands for the answer. Nothing was changed.',
  },
  'job.not-found': {
    what: 'There is no run "{{wanted}}".',
    next: 'Choose one from the list of runs.',
  },
  'job.not-resumable': {
    what: 'This run cannot go on: its state is "{{state}}".',
    next: 'Start a new run with the devices that are still open.',
  },
  'job.nothing-to-undo': {
    what: 'This run changed nothing that can be put back.',
    next: 'Only network values can be put back, only where old values were kept, and only once.',
  },
  'job.needs-password': {
    what: 'Devices without a password: {{devices}}.',
    next: 'Give one password for all, or one for each device.',
  },
  'job.busy': {
    what: 'Another run is working on this device: {{device}}.',
    next: 'Wait until it is done, or cancel it. A device gets one command at a time.',
  },
  'job.serial-mismatch': {
    what: 'What was typed is not the end of the serial number of {{device}}.',
    next: 'Read the last four characters off the label or the list, on recorders those before WCVU, and type them again.',
  },
  'job.bad-password': {
    what: 'The new password cannot be used, because it {{problems}}.',
    next: 'Choose one of 8 to 16 characters with at least two of: digits, small letters, capital letters, signs.',
  },
  'job.bad-verification-code': {
    what: 'The verification code cannot be used.',
    next: 'Give 6 to 12 letters and digits.',
  },
  'job.bad-plan': {
    what: 'The address plan cannot be used, line {{line}}: {{problem}}',
    next: 'Correct the line and read the file again. Nothing was sent.',
  },
  'host.stopped': {
    what: 'It was stopped before anything was sent.',
    next: 'Give the command again when you want it done.',
  },
  'host.time-up': {
    what: 'The time given with --timeout was over before anything was sent.',
    next: 'Give more seconds: only to hear who is there takes up to 3.',
  },
  'audit.unwritable': {
    what: 'The audit log cannot be written: {{path}}',
    next: 'Free some space or correct the rights of the folder. Until then no device is changed.',
  },
} satisfies Partial<Record<ErrorCode, Message>>;

const verdicts = {
  verified: 'Verified',
  accepted: 'Accepted, not verified',
  'needs-internet': 'Needs Internet',
  'needs-owner': 'Needs owner',
  'different-area': 'Different area',
  already: 'Already so',
  skipped: 'Skipped',
  'wrong-password': 'Wrong password',
  locked: 'Locked',
  refused: 'Refused',
  'not-supported': 'Not supported',
  'no-answer': 'No answer',
  unknown: 'Unknown, check',
  failed: 'Failed',
} satisfies Record<Verdict, string>;

const verdictHints = {
  verified: 'The device was read again afterwards and shows the new state.',
  accepted: 'The device said yes, but nothing it tells proves the result.',
  'needs-internet': 'The device itself has no connection to the cloud, and without one it cannot.',
  'needs-owner': 'Only the owner of the account, or whoever acts for him, can do it.',
  'different-area': 'The device is registered in another area than the account or the software.',
  already: 'There was nothing to do.',
  skipped: 'Nothing was sent to it.',
  'wrong-password': 'The device says that the password is wrong.',
  locked: 'The device refuses every password for some time.',
  refused: 'The device said no.',
  'not-supported': 'The device, or this way to it, cannot do that.',
  'no-answer': 'Nothing came back in time.',
  unknown: 'It is not known whether it was done; check before you try again.',
  failed: 'It was not done; the reason is beside it.',
} satisfies Record<Verdict, string>;

const jobKinds = {
  network: { title: 'Edit IP', verb: 'Modify' },
  activate: { title: 'Activate', verb: 'Activate' },
  unbind: { title: 'Unbind', verb: 'Unbind' },
  'unbind-panel': { title: 'Unbind AX PRO panel', verb: 'Unbind panel' },
  cloud: { title: 'Hik-Connect on or off', verb: 'Switch Hik-Connect' },
  'verification-code': { title: 'Verification code', verb: 'Set code' },
  'restore-inactive': { title: 'Restore to inactive', verb: 'Restore' },
  locate: { title: 'Locate', verb: 'Blink' },
  password: { title: 'Change password', verb: 'Change password' },
  reboot: { title: 'Restart', verb: 'Restart' },
  reset: { title: 'Restore or Default', verb: 'Reset' },
  'channel-remove': { title: 'Remove channel', verb: 'Remove channel' },
  'channel-edit': { title: 'Edit channel', verb: 'Edit channel' },
  'restore-config': { title: 'Restore configuration', verb: 'Restore configuration' },
} satisfies Record<JobKind, { readonly title: string; readonly verb: string }>;

const planProblems = {
  'unknown-device': 'No device in the list has this serial number, MAC or name.',
  'ambiguous-device': 'Several devices fit. They are {{candidates}}.',
  'bad-address': 'This is not an IPv4 address.',
  'bad-mask': 'This is not a subnet mask.',
  'network-address': 'This is the address of the subnet itself, and no device can have it.',
  'broadcast-address': 'This is the broadcast address of the subnet, and no device can have it.',
  'gateway-outside': 'The gateway is not in the subnet of the address.',
  'gateway-is-address': 'The gateway and the device would have the same address.',
  'doubled-in-plan': 'The plan gives this address twice. The other line is {{line}}.',
  'used-by-device': 'A device in the list has this address. It is {{by}}.',
  'used-on-wire': 'Something on the network answers for this address. It is {{by}}.',
  'bad-port': 'A port is a number from 1 to 65535.',
  'same-port': 'Two services of the device would have the same port.',
  'bad-ipv6': 'This is not an IPv6 address or prefix length.',
  'ipv6-unsupported': 'The device does not let its IPv6 values be changed.',
  'not-activated': 'The device is not activated and takes no changes before that.',
  'no-sadp':
    'The device was found by sweep only and does not answer SADP. Change it on its web page.',
  'unreachable-after':
    'This computer will not reach the device at that address. SADP still finds it and can put it back.',
  'missing-column': 'A column is missing. It is {{column}}.',
  'no-change': 'The device has these values already.',
  'no-free-address': 'No free address is left in the subnet.',
} satisfies Record<PlanProblem['code'], string>;

const routes = {
  lan: {
    title: 'Unbind over the LAN',
    what: 'From here, with the device’s own admin password. The device needs Internet, this computer does not.',
  },
  'owner-account': {
    title: 'The owner deletes it in the account',
    what: 'The owner signs in to Hik-Connect and deletes the device there. Support can tell a forgotten account name in masked form.',
  },
  'phone-on-lan': {
    title: 'Phone on the same LAN',
    what: 'Hik-Connect on a phone in the device’s network scans its QR code, then Unbind with the device’s user and password. The account must be of the device’s area.',
  },
  'recorder-menu': {
    title: 'Menu of the recorder',
    what: 'Recorders with menu version 4.0: System > Network > Advanced > Platform Access > Hik-Connect > Unbind, at the recorder’s own screen.',
  },
  'support-case': {
    title: 'Case with the vendor’s support',
    what: 'With proof of ownership: invoice, photo of the label, serial number on the screen.',
  },
} satisfies Record<Route, { readonly title: string; readonly what: string }>;

/** Keys are those of `domain/password-rules.ts`; they complete "The password …". */
const passwordProblems = {
  'too-short': 'has fewer than 8 characters',
  'too-long': 'has more than 16 characters',
  'one-kind': 'has only one kind of characters',
  'two-kinds-only': 'has only two kinds of characters; three are recommended',
  'contains-user-name': 'contains the user name, or is it spelt backwards',
  repeated: 'has the same character four times in a row',
  ascending: 'has four digits that count up or down',
  common: 'contains what everybody tries first, such as 123 or admin',
  'not-ascii': 'has characters that devices do not take; use letters, digits and common signs',
};

/** What "Restore to inactive" means, shown before it. */
const restore = {
  what: 'The device forgets its administrator and its password and is inactive, as it came from the box.',
  restoreKept: 'Recordings are not touched by it. Which settings stay depends on the firmware.',
  restoreLost: 'Nobody can sign in until it is activated again with a new password.',
  cloudStays: 'A bound account may stay bound: unbind first, or check the binding afterwards.',
  confirm: 'Type the last four characters of the serial number.',
  otherWay:
    'Devices of this SADP generation cannot do it over SADP: use Maintenance > Default on their web page, or the reset button.',
};

export const actsEn = {
  verdicts,
  verdictHints,
  reasons: reasonsEn,
  jobKinds,
  jobStates: {
    running: 'Running',
    paused: 'Paused',
    done: 'Done',
    interrupted: 'Interrupted',
    cancelled: 'Cancelled',
  } satisfies Record<Job['state'], string>,
  jobStop: {
    title: 'Stopped early',
    password: {
      what: 'A wrong password stopped it, so that no other device loses a try. Devices that refused it: {{wrong}}. Devices not tried: {{untried}}. It was {{devices}}.',
      next: 'Find out the right password of that device first. Then run it again for those that were not tried.',
    },
    unconfirmed: {
      what: 'It went no further, because the change of another device was not confirmed. Devices not begun: {{untried}}. It was {{devices}}.',
      next: 'Look at that device first. Then run it again for those that were not begun.',
    },
  },
  jobSteps: {
    reading: 'Reading the device',
    'asking-status': 'Asking for the cloud state',
    exchanging: 'Exchanging keys',
    sending: 'Sending',
    verifying: 'Reading back',
    'waiting-internet': 'Waiting until the device has Internet',
    resolving: 'Looking for a free address',
    'logging-in': 'Logging in',
    restarting: 'Waiting for the restart',
  } satisfies Record<NonNullable<JobItem['step']>, string>,
  itemStates: {
    waiting: 'Waiting',
    running: 'At work',
    'waiting-internet': 'Waiting for Internet',
    done: 'Done',
  } satisfies Record<JobItem['state'], string>,
  lights: {
    ready: 'Ready',
    caution: 'With caution',
    stop: 'Left out',
  } satisfies Record<PreflightLine['light'], string>,
  planLevels: { caution: 'Caution', stop: 'Left out' } satisfies Record<
    PlanProblem['level'],
    string
  >,
  planProblems,
  /** What keeps a whole plan file from being read; `quotes` leaves one line doubtful. */
  planFileProblems: {
    empty: 'The file is empty.',
    'no-rows': 'There is no row below the titles.',
    'too-many-rows': 'It has more rows than a site has devices.',
    quotes: 'A quotation mark is missing or out of place. See line {{line}}.',
  },
  routes,
  passwordProblems,
  networkFields: {
    ipv4Address: 'IP Address',
    ipv4Mask: 'Subnet Mask',
    ipv4Gateway: 'Gateway',
    dhcpEnabled: 'Enable DHCP',
    commandPort: 'Port',
    httpPort: 'HTTP Port',
    sdkOverTlsPort: 'Enhanced SDK Service Port',
    ipv6Address: 'IPv6 Address',
    ipv6Gateway: 'IPv6 Gateway',
    ipv6Prefix: 'IPv6 Prefix Length',
  } satisfies Record<keyof NetworkValues, string>,
  lock: {
    attempts: 'Tries left: {{attempts}}',
    minutes: 'Locked, {{minutes}} min left',
    unlocked: 'No longer locked',
  },
  restore,
  print: printEn,
};

/** The shape every locale has: same keys, text leaves. */
export type ActsText = typeof actsEn;
export type ActErrors = Readonly<Record<keyof typeof actErrorsEn, Message>>;
