import type { ErrorCode } from '../errors.ts';

interface Message {
  readonly what: string;
  readonly next: string;
}

/** Errors of logins, recorders, backups and codes; `en.ts` puts them beside the others. */
export const recorderErrorsEn = {
  'login.failed': {
    what: 'Nothing was read from {{device}}. {{problem}}',
    next: '{{advice}} Then try again.',
  },
  'recorder.no-channels': {
    what: '{{device}} gives no list of cameras: it is no recorder, or its firmware does not tell.',
    next: 'Choose a recorder. At a recorder that does not tell, look at its own menu or web page.',
  },
  'backup.needs-consent': {
    what: 'A backup holds users, passwords and network settings, and no passphrase was given for it.',
    next: 'Give a passphrase. Only if it must be readable, say so with the word PLAIN.',
  },
  'backup.needs-passphrase': {
    what: 'This backup is sealed.',
    next: 'Give the passphrase that was chosen when it was made.',
  },
  'backup.not-ours': {
    what: 'This file is no backup made by Untether.',
    next: 'Choose the file that was saved here. A file from the device’s own page is restored on that page.',
  },
  'backup.newer': {
    what: 'The backup was written by a newer Untether (format {{found}}; this version knows {{known}}).',
    next: 'Install the newer version here.',
  },
  'backup.damaged': {
    what: 'The backup was changed or cut short after it was made.',
    next: 'Copy it again from where it was kept. Nothing was sent to the device.',
  },
  'backup.not-opened': {
    what: 'The backup did not open: the passphrase is wrong, or the file was changed.',
    next: 'Type the passphrase that was chosen when it was made. Nothing was sent to the device.',
  },
  'backup.unsupported': {
    what: '{{device}} does not give its configuration out over the network.',
    next: 'Export it at its own menu or web page, under Maintenance.',
  },
  'backup.refused': {
    what: '{{device}} did not give its configuration out. It said "{{answer}}".',
    next: 'If it is busy, try again in a minute. Use the admin user, and a secret key of at most 32 letters and digits.',
  },
  'qr.needs-consent': {
    what: 'A code says how to reach devices, and no passphrase was given for it.',
    next: 'Give a passphrase. Only if everybody may read it, say so with the word PLAIN.',
  },
  'qr.needs-passphrase': {
    what: 'This code is sealed.',
    next: 'Give the passphrase that was chosen when the sheet was made.',
  },
  'qr.not-ours': {
    what: 'This is no code made by Untether.',
    next: 'The code on a device’s label, or one that an app made, is scanned in the Hik-Connect or Hik-Partner Pro app.',
  },
  'qr.newer': {
    what: 'The code was made by a newer Untether (form {{found}}; this version knows {{known}}).',
    next: 'Install the newer version here.',
  },
  'qr.damaged': {
    what: 'The code was changed or is not complete.',
    next: 'Scan or copy it again, whole.',
  },
  'qr.not-opened': {
    what: 'The code did not open: the passphrase is wrong, or the code was changed.',
    next: 'Type the passphrase that was chosen when the sheet was made.',
  },
  'qr.too-long': {
    what: 'What is to be said of {{device}} does not fit into one code.',
    next: 'Shorten its name.',
  },
  'qr.nothing-to-add': {
    what: 'No device of this code can be added: none of them has an address.',
    next: 'Find the devices by a scan; the code tells their serial numbers.',
  },
} satisfies Partial<Record<ErrorCode, Message>>;

export type RecorderErrors = Readonly<Record<keyof typeof recorderErrorsEn, Message>>;

/** Words on a printed sheet of codes. */
export const codesEn = {
  title: 'QR codes of devices',
  site: 'Site',
  printedAt: 'Printed',
  codeOf: 'Code {{number}} of {{count}}',
  devices: 'Devices: {{count}}',
  serial: 'Serial',
  model: 'Model',
  address: 'Address',
  sealed:
    'These codes are sealed: they open in Untether with the passphrase chosen for them. Keep the passphrase elsewhere.',
  plain:
    'These codes are readable by everybody who scans them. Do not put them where strangers pass.',
  withLogin:
    'These codes hold user names and passwords. Keep the sheet like a key, and destroy it when it is no longer needed.',
  notForApps: 'The Hik-Connect and Hik-Partner Pro apps do not read them.',
};
