import type { BookQuestion, BookTest, importProblems } from '../book.ts';
import type { ErrorCode } from '../errors.ts';

interface Message {
  readonly what: string;
  readonly next: string;
}

type ImportProblem = (typeof importProblems)[number];

/** What a look at a device by its address found, and what to do about it. */
export const bookEn = {
  names: {
    'not-needed': 'An address was given, no name to look up.',
    resolved: 'The name {{host}} leads to {{address}}.',
    'not-resolved':
      'The name {{host}} was not resolved: no name server of this network knows it, or none answers. This says nothing about the password. Test again on the site’s network, or enter the IP address.',
    'not-lan':
      '{{host}} leads out of the local network. Nothing was sent; Untether talks to devices of the LAN only.',
  } satisfies Record<BookTest['name'], string>,
  reaches: {
    open: 'A web server answers at {{address}}, port {{port}}.',
    refused:
      '{{address}} refuses connections to port {{port}}. Check the port, and whether HTTP is switched on in the device.',
    'no-route':
      'There is no way from this computer to {{address}}. Check the cable, the adapter and the subnet.',
    timeout:
      'Nothing answers at {{address}}, port {{port}}. Check the address and whether the device has power.',
    'not-http':
      'Port {{port}} of {{address}} is open, but no web server answers there. Port 8000 is for other programs; the web port is usually 80 or 443.',
    tls: 'The secure connection to {{address}} failed. Check whether the port is the HTTPS port.',
    'certificate-changed':
      '{{address}} shows another certificate than the one accepted before. Nothing was sent. Accept the new one only if the device was reset, updated or replaced.',
    redirect:
      '{{address}} wants to be reached elsewhere: {{redirect}}. This was not followed. Take it over into the entry if it is right.',
    'not-tested': 'The way to the device was not tested.',
  } satisfies Record<BookTest['reach'], string>,
  activations: {
    yes: 'The device is activated.',
    no: 'The device is not activated: it has no password yet. Activate it first.',
    unknown: 'The device does not say whether it is activated.',
  },
  logins: {
    proven: 'The login was accepted.',
    'wrong-password': 'The device refuses this user name or password.',
    locked:
      'The device is locked after too many wrong passwords. Nothing more is tried until it opens again.',
    'held-back': 'The login was not tried, to keep the device from being locked.',
    'needs-consent-basic':
      'The device only takes a password that everybody on this network can read. Nothing was sent. Allow this for the device if the network is yours alone.',
    unclear: 'The device neither accepted nor clearly refused the login.',
    unsupported: 'The device offers no way of logging in that Untether knows.',
    'not-activated': 'No login was tried: there is no password before activation.',
    'no-password': 'No login was tried: no password was given, and none is open in the vault.',
    'not-tested': 'The login was not tested.',
  } satisfies Record<BookTest['login'], string>,
  attemptsLeft: 'Tries left: {{attempts}}.',
  lockedFor: 'Locked for {{minutes}} min more.',
  identity: 'It is {{model}}, serial number {{serial}}.',
  certificates: {
    none: 'The connection is not encrypted.',
    'first-use': 'The certificate was seen for the first time and is remembered: {{fingerprint}}',
    same: 'The certificate is the remembered one.',
    changed: 'Remembered: {{pinned}}. Shown now: {{fingerprint}}',
  } satisfies Record<BookTest['certificate']['state'], string>,
  questions: {
    'same-serial':
      'This is {{device}}, which is in the list already. Are the two entries one device? Nothing is merged before you say so.',
    'other-device':
      'Another device answers at this address than {{device}}. Is the entry about the new one from now on? Until you say so it stays as it is.',
  } satisfies Record<BookQuestion['kind'], string>,
  importProblems: {
    'missing-host': 'no address: not in the device book',
    'bad-host': 'not an IPv4 address or name: {{detail}}',
    'bad-port': 'not a port from 1 to 65535: {{detail}}',
    'bad-kind': 'not a known kind, left as it is: {{detail}}',
    'name-too-long': 'name longer than 120 characters: {{detail}}',
    'user-too-long': 'user name longer than 64 characters: {{detail}}',
    'doubled-in-file': 'same address or serial as line {{detail}}',
    'already-in-book': 'in the book already, will be updated: {{detail}}',
    'serial-elsewhere': 'this address belongs to another device: {{detail}}',
    'too-many-cells': 'more cells than the header: put values with a separator in quotes',
  } satisfies Record<ImportProblem, string>,
  fileProblems: {
    empty: 'the file is empty',
    'no-rows': 'there is a header and no line under it',
    'too-many-rows': 'the file has too many lines',
    'missing-column': 'there is no column {{column}}',
  },
};

export const bookErrorsEn = {
  'book.bad-host': {
    what: '"{{host}}" is not an IPv4 address or a name.',
    next: 'Write an address such as 192.168.1.64 or a name such as cam.example.lan, with the port beside it.',
  },
  'book.already-there': {
    what: '{{host}} is in the device book already: {{device}}.',
    next: 'Edit that entry, or test it again.',
  },
  'book.not-in-book': {
    what: '{{device}} is not in the device book.',
    next: 'Add it first: by address, or with one click from the list of found devices.',
  },
  'book.no-question': {
    what: 'There is nothing to decide about {{device}} any more.',
    next: 'Test the entry again; the question may have been answered in another window.',
  },
  'book.bad-file': {
    what: 'The device file cannot be used: {{problem}} (line {{line}}).',
    next: 'The first line names the columns, for example: address, http port, https, name, user, serial, mac, kind, note.',
  },
  'device.site-authorised': {
    what: 'The site is authorised in Hik-ProConnect, where such devices cannot be deleted: {{devices}} ({{count}} in all).',
    next: 'Removing them here only takes them off this list; neither the device nor its cloud account changes. Agree to that, or switch off "authorised" for the site.',
  },
} satisfies Partial<Record<ErrorCode, Message>>;

export type BookText = Wide<typeof bookEn>;
export type BookErrors = Readonly<Record<keyof typeof bookErrorsEn, Message>>;

/** The same keys, any text. */
type Wide<T> = { readonly [K in keyof T]: T[K] extends string ? string : Wide<T[K]> };
