import type { ErrorCode } from '../errors.ts';
import type { reportKinds } from '../report.ts';

interface Message {
  readonly what: string;
  readonly next: string;
}

/** Errors of reports, site files and the package for support; `en.ts` puts them beside the others. */
export const reportErrorsEn = {
  'report.no-such-format': {
    what: 'The report "{{kind}}" is not made as {{format}}.',
    next: 'Choose one of: {{formats}}.',
  },
  'report.needs-passphrase': {
    what: 'The report for the office may hold access data, so it is made sealed only.',
    next: 'Give a passphrase of at least 8 characters, and tell it to the office by another way.',
  },
  'sealed.unsupported': {
    what: 'This program can seal nothing: it was started without cryptography.',
    next: 'Use the desktop app, the web page or the command line of Untether.',
  },
  'sealed.not-ours': {
    what: 'This is not a sealed file of this kind made by Untether.',
    next: 'A site file ends in .utsite, a sealed report in .utreport. Choose the right one.',
  },
  'sealed.newer': {
    what: 'The file was written by a newer Untether (format {{found}}; this version knows {{known}}).',
    next: 'Install the newer version here.',
  },
  'sealed.damaged': {
    what: 'The file was changed or cut off after it was made. Nothing of it was used.',
    next: 'Copy it again from where it was made.',
  },
  'sealed.not-opened': {
    what: 'The file did not open: the passphrase is wrong, or the file was changed. Nothing was written.',
    next: 'Type the passphrase that was chosen when the file was made.',
  },
  'site-file.needs-vault': {
    what: 'Passwords belong to this site, and the vault is not open.',
    next: 'Set up or unlock the vault, or go on without the passwords.',
  },
  'site-file.too-large': {
    what: 'With its photos and files the site does not fit into one file of {{limitMb}} MB.',
    next: 'Keep large files of cases outside, then export again.',
  },
} satisfies Readonly<Partial<Record<ErrorCode, Message>>>;

export type ReportErrors = Readonly<Record<keyof typeof reportErrorsEn, Message>>;

/** Words of the papers themselves. */
export const reportsEn = {
  kinds: {
    inventory: 'Inventory',
    'handover-client': 'Handover report',
    'handover-office': 'Handover report for the office',
    changes: 'What was changed',
    'pre-visit': 'Before the visit',
  } satisfies Record<(typeof reportKinds)[number], string>,
  page: 'Page',
  facts: {
    site: 'Site',
    client: 'Client',
    installer: 'Installer',
    madeAt: 'Made',
    by: 'Made by',
    version: 'Made with',
    devices: 'Devices',
    auditHash: 'Last line of the audit log',
    auditState: 'Audit log',
  },
  auditStates: {
    intact: 'Fits together, {{lines}} lines',
    broken: 'Does not fit from line {{line}} on',
  },
  sections: {
    summary: 'Summary',
    schedule: 'Devices',
    network: 'Network',
    changes: 'Before and after',
    unbind: 'Unbinding',
    cases: 'Cases',
    open: 'Open points',
    recovery: 'Password recovery',
    access: 'Access data',
    runs: 'Runs',
    audit: 'Audit log of this computer',
    foreign: 'Audit log of another computer: {{machine}}',
    bring: 'What to bring',
    work: 'Work waiting on the site',
    numbers: 'Case numbers and accounts',
    answers: 'Answers still open',
  },
  columns: {
    device: 'Device',
    count: 'Number',
    kind: 'Kind',
    model: 'Device Type',
    name: 'Name',
    serial: 'Device Serial No.',
    mac: 'MAC Address',
    firmware: 'Software Version',
    state: 'State',
    note: 'Note',
    address: 'IPv4 Address',
    mask: 'Subnet Mask',
    gateway: 'Gateway',
    dhcp: 'DHCP',
    ports: 'Ports',
    book: 'Reached by',
    value: 'Value',
    before: 'Before',
    after: 'After',
    at: 'Time',
    by: 'By',
    verdict: 'Verdict',
    method: 'How it is known',
    bound: 'Bound now',
    case: 'Case',
    opened: 'Opened',
    closed: 'Closed',
    outcome: 'Outcome',
    allowed: 'Allowed by',
    fields: 'Details',
    point: 'Point',
    next: 'To do',
    recovery: 'Set up',
    ways: 'Ways that the device offers',
    user: 'User',
    password: 'Password',
    from: 'Kept for',
    proven: 'Last accepted',
    run: 'Run',
    reason: 'Reason',
    what: 'What',
    params: 'Values',
    hash: 'Hash',
    thing: 'Thing',
    why: 'Why',
    until: 'Until',
    question: 'Question',
  },
  none: 'None.',
  nothingOpen: 'Nothing is open.',
  notAsked: 'Not asked to unbind',
  recovery: {
    kept: 'GUID file kept with a case',
    unknown: 'Not known: a device does not tell',
  },
  ways: { guid: 'GUID file', questions: 'security questions', email: 'reserved e-mail' },
  points: {
    offline: {
      what: 'The device did not answer when this was made.',
      next: 'Check power and cable.',
    },
    inactive: { what: 'The device is not activated.', next: 'Activate it with a new password.' },
    duplicate: {
      what: 'Several devices use the address {{address}}.',
      next: 'Give each an address of its own.',
    },
    factory: {
      what: 'The device still has its factory address.',
      next: 'Give it an address of the site.',
    },
    bound: {
      what: 'The device says that an account is bound to it.',
      next: 'Unbind it, or have the owner delete it in the account.',
    },
    locked: { what: 'The device refuses logins until {{until}}.', next: 'Wait until then.' },
    login: {
      what: 'The last login was refused.',
      next: 'Check user and password before another try.',
    },
    health: {
      what: 'The last health check found a problem.',
      next: 'Look at the device in Untether.',
    },
    case: { what: 'Case "{{kind}}": {{state}}.', next: 'Go on with the case, or close it.' },
  },
  bring: {
    laptop: 'This laptop, its power supply and a patch cable',
    'router-kit': 'Router with a SIM card (Internet for the devices), power supply and cable',
    'poe-injector': 'PoE injector or switch, to cut and give power at the device',
    'paper-clip': 'Paper clip or SIM tool for the reset button, small screwdrivers, a ladder',
    'owner-phone': 'The owner with telephone and Hik-Connect account, or a time to call',
    'own-phone': 'Telephone with Hik-Connect that can join the network of the devices',
    screen: 'Screen, mouse and HDMI cable for the menu of the recorder',
    proof: 'Proof for support: invoice, photo of the label, photo of the serial on the screen',
    mailbox: 'Access to the mailbox that is kept in the device',
    answer: 'The answer of support: file or code, and the device kept powered',
    'new-password': 'The new password that was agreed on, or the vault',
  },
  because: {
    always: 'For every visit',
    internet: '{{count}} waiting for Internet',
    bound: '{{count}} bound to an account, or not telling',
    case: '{{count}} with the case "{{kind}}"',
    owner: '{{count}} that need the owner',
    inactive: '{{count}} not activated',
  },
  access: {
    locked: 'The vault was not open: no access data is in this report.',
    scopes: { device: 'the device', site: 'the site', group: 'its group' },
  },
  support: {
    read: 'Package for support, made by Untether. Every file in it is plain text: read it before you send it.',
    left: 'Passwords, codes and notes are left out. Serial numbers, MAC addresses and addresses of the LAN are in it.',
    story: 'What happened',
    noStory: 'Nothing was written.',
    versions: 'Versions',
    devices: 'What the devices say of themselves',
    steps: 'What was tried',
    doctor: 'Last search for the cause (Doctor)',
    noDoctor: 'Doctor was not run since Untether was started.',
    log: 'The end of the log',
    noLog: 'This program keeps no log file.',
    unknownFields: 'Elements that this version does not know: {{names}}',
  },
  closing: {
    client: 'User names, passwords, verification codes and private notes are left out.',
    office: 'This page holds access data. Keep it like a key.',
    noSecrets: 'This page has no passwords.',
    foreign:
      'Lines of another computer are shown as they came; they are no part of the log of this one.',
    foreignBroken: 'The lines of this computer do not fit together.',
  },
};

type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };
export type ReportsText = Same<typeof reportsEn>;
