import type { CloudState, DeviceHealth, HealthLevel } from '../login.ts';

interface Message {
  readonly what: string;
  readonly next: string;
}

type FindingCode = DeviceHealth['findings'][number]['code'];
type DiskState = NonNullable<DeviceHealth['disks']>[number]['state'];

/** What a login found out about a device. A sentence whose value is not known is left out (`fillKnown`). */
export const healthEn = {
  levels: {
    ok: 'In order',
    attention: 'Look at it',
    problem: 'Problem',
  } satisfies Record<HealthLevel, string>,
  diskStates: {
    ok: 'In order',
    unformatted: 'Not formatted',
    broken: 'Faulty',
    missing: 'Missing',
    unknown: 'Unknown',
  } satisfies Record<DiskState, string>,
  cloudReasons: {
    'secret-key': 'the verification code is not accepted',
    network: 'it does not reach the Internet',
    blocklist: 'the platform has blocked it',
    unknown: 'it does not say why',
  } satisfies Record<NonNullable<CloudState['offlineReason']>, string>,
  findings: {
    unreachable: {
      what: 'The device did not answer over HTTP. Its address is {{address}}.',
      next: 'Check cable, subnet and HTTP port.',
    },
    'login-refused': {
      what: 'The device did not accept the login, or it was held back after an earlier refusal. Tries left: {{attempts}}. It was stopped after {{device}} refused the same password.',
      next: 'Check user and password before another try. Until a login is proven, nothing is sent with this one by itself.',
    },
    locked: {
      what: 'The device is locked after wrong passwords. Locked for {{minutes}} more minutes.',
      next: 'Wait until the time is over. More tries only make it longer.',
    },
    'no-password': {
      what: 'No password could be used for this device, so nothing was read.',
      next: 'Unlock the vault, save a password for the device, or type it.',
    },
    'not-activated': {
      what: 'The device is not activated: it has no password yet, or it was reset.',
      next: 'Activate it with a new password.',
    },
    'clock-wrong': {
      what: 'The device’s clock is wrong by {{minutes}} minutes (device minus this computer). It shows {{time}}.',
      next: 'Set time and time zone. Recordings carry the wrong time until then. Check this computer’s clock first.',
    },
    'clock-unknown': {
      what: 'The device tells a time without its zone, so it cannot be compared. It shows {{time}}.',
      next: 'Compare it by eye on the device’s web page.',
    },
    'no-ntp': {
      what: 'The clock is set by hand and no time server corrects it.',
      next: 'Enter a time server if the site has one, for example the recorder or the router.',
    },
    'disk-missing': {
      what: 'There is no disk where one should be. It is disk {{disk}}.',
      next: 'Check its cables and its power, and look into the recorder’s storage menu. Nothing is recorded on it.',
    },
    'disk-broken': {
      what: 'The device reports a faulty disk. It is disk {{disk}}, its word is "{{status}}".',
      next: 'Save what is needed from it and replace it.',
    },
    'disk-full': {
      what: 'A disk has no free space. It is disk {{disk}}.',
      next: 'That is usual where old recordings are overwritten. Check that overwriting is on.',
    },
    'disk-unformatted': {
      what: 'A disk is not formatted, so nothing is recorded on it. It is disk {{disk}}.',
      next: 'Format it in the storage menu. What is on it is lost.',
    },
    'channel-offline': {
      what: 'Cameras of this recorder are offline: {{count}}. Their channels are {{channels}}.',
      next: 'Compare their addresses with the list, then check cable and power.',
    },
    'channel-wrong-password': {
      what: 'The recorder uses a wrong password for cameras: {{count}}. Their channels are {{channels}}.',
      next: 'Enter the cameras’ password at the recorder. Its tries lock the cameras.',
    },
    'weak-password': {
      what: 'The device itself calls its password weak.',
      next: 'Change the password.',
    },
    'default-password': {
      what: 'The device still has a default password.',
      next: 'Change the password now.',
    },
    'password-expires': {
      what: 'The password expires. Days left: {{days}}.',
      next: 'Change it before that, or switch the expiry off on the device’s web page.',
    },
    'restarted-lately': {
      what: 'The device restarted {{minutes}} minutes ago.',
      next: 'If nobody did that, check its power supply.',
    },
    'certificate-changed': {
      what: 'The device shows another certificate than the one that was accepted, so nothing was sent.',
      next: 'Find out why: a reset and a new firmware both make a new one. Then accept it in the entry of the device.',
    },
    'discovery-off': {
      what: 'Discovery by SADP is switched off in this device.',
      next: 'Switch it on again before address, password or binding have to be changed by SADP.',
    },
    'other-device': {
      what: 'Another device answers at this address. Its serial number is {{serial}}.',
      next: 'Correct the address of this device. Nothing of the other one was kept.',
    },
    'cloud-offline': {
      what: 'Hik-Connect is on and the device is not online there: {{why}}.',
      next: 'Without Internet at the site this is as it should be. Else check gateway, DNS and verification code.',
    },
    'partly-read': {
      what: 'Not everything could be read. Missing is: {{missing}}.',
      next: 'Try again later, or with the device’s admin user.',
    },
  } satisfies Record<FindingCode, Message>,
  clock: 'Clock',
  upTime: 'Running for',
  hours: '{{count}} h',
  disks: 'Disks',
  channels: 'Channels',
  channelsText: '{{total}}, {{offline}} of them offline',
  readAt: 'Read over HTTP at {{time}}',
  notRead: 'Nothing was read over HTTP.',
};

/** The other locales have the same keys. */
export type HealthText = typeof healthEn;
