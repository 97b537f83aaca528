import { cliActsEn } from './acts.en.ts';
import { cliBookEn } from './book.en.ts';
import { cliCasesEn } from './cases.en.ts';
import { cliChangesEn } from './changes.en.ts';
import { cliGuideEn } from './guide.en.ts';
import { cliHealthEn } from './health.en.ts';
import { cliPapersEn } from './papers.en.ts';
import { cliRecorderEn } from './recorder.en.ts';
import { cliRoutesEn } from './routes.en.ts';
import { cliVaultEn } from './vault.en.ts';

/** Words of the command line; the other languages have the same shape. Commands and options stay English. */
export const cliEn = {
  titles: {
    'Usage:': 'Usage:',
    'Arguments:': 'Arguments:',
    'Options:': 'Options:',
    'Global Options:': 'Options of every command:',
    'Commands:': 'Commands:',
    examples: 'Examples:',
  },
  about: 'Finds every Hikvision device on this network, without the Internet.',
  aboutMore:
    'A device is named by its serial number, a unique end of it (4 characters or more), its MAC address or its saved name.',
  exitCodes:
    'Exit codes: 0 well, 1 something did not succeed, 2 wrong usage, 3 this computer refuses, 4 a person must decide, 130 interrupted.',
  commands: {
    scan: 'search for devices now and list those that answer',
    devices: 'the saved devices of the current site',
    list: 'list the saved devices',
    show: 'everything known about one device',
    edit: 'change the name, the note or the kind of a device in this list, or how it is reached; only a changed way is tested',
    remove: 'take devices off this list; they stay as they are, and stay bound to their account',
    restore: 'put removed devices back in the list',
    export: 'write the list to a file',
    doctor: 'find out why a device does not appear',
    site: 'job sites, each with its own list',
    siteList: 'list the sites',
    siteNew: 'make a site and use it',
    siteUse: 'work with this site from now on',
    siteRename: 'rename a site',
    simulate: 'play simulated devices on an address of this computer, until Ctrl+C',
    serve: 'run the browser version on this computer, until Ctrl+C',
    help: 'show help for a command',
  },
  options: {
    dataDir: 'data folder (or UNTETHER_DATA_DIR)',
    json: 'one JSON document on standard output and nothing else there',
    lang: 'language: en, it or es',
    iface: 'only this network adapter, by name or address (repeatable)',
    timeout:
      'stop after this many seconds, as Ctrl+C does: what is at work is finished, the rest is left',
    yes: 'do not ask, consent given',
    demo: 'the training site in place of the real network',
    scenario:
      'the training site: small-shop, hotel, campus, crowd or unbind-thirty (implies --demo)',
    devices: 'how many simulated devices',
    help: 'show this help',
    version: 'show the version',
    wait: 'seconds to listen for answers',
    sweep: 'also ask every address of this private range (repeatable)',
    watch: 'stay and print every change, until Ctrl+C',
    removed: 'also those that were removed from the list',
    name: 'name in this list ("" clears it)',
    note: 'note ("" clears it)',
    type: 'camera, recorder, intercom, panel, unknown, or auto for what the device says',
    out: 'file to write; - for standard output',
    format: 'csv, xlsx or json; otherwise by the end of the file name',
    port: 'port of this computer; 0 lets the system choose',
    open: 'open the browser',
  },
  args: {
    device: 'serial, end of a serial, MAC or name',
    devices: 'devices by serial, end of a serial, MAC or name',
    siteName: 'name of a site',
    newName: 'its new name',
    command: 'a command',
  },
  usage: {
    unknownOption: 'there is no option {{what}}.',
    unknownCommand: 'there is no command {{what}}.',
    missingArgument: '{{what}} is missing.',
    missingOption: 'the option {{what}} is needed.',
    missingValue: 'the option {{what}} needs a value.',
    badValue: '{{what}} cannot be used.',
    tooMany: 'that is more than this command takes.',
    didYouMean: 'Did you mean {{what}}?',
  },
  values: {
    seconds: '{{value}} is not a number of seconds',
    count: '{{value}} is not a whole number from {{from}} to {{to}}',
    oneOf: '{{value}} is none of {{choices}}',
    range: '{{value}} is not an address range',
    device: 'a device is named by 4 characters or more',
    nothingToEdit:
      'give --name, --note or --type, or an option for how it is reached, such as --host',
    noFormat: 'the end of {{value}} is none of .csv, .xlsx, .json; give --format',
    address: 'an address of this computer, not {{value}}',
  },
  /** What to do next on the command line, where the words for all hosts cannot name the option. */
  next: {
    'job.needs-password':
      'Give it with --password-file or --password-stdin, run it at a terminal that can ask, or keep it in the vault first: untether vault save <device>.',
    'vault.locked':
      'Give its passphrase with --passphrase-file or UNTETHER_PASSPHRASE_FILE, run it at a terminal that can ask, or, for a run, give the password with --password-file.',
    'vault.exists':
      'Open it with: untether vault unlock. Its passphrase is changed with: untether vault passwd.',
    'site-file.needs-vault':
      'Give its passphrase with --passphrase-file, or leave the passwords out with --without-passwords.',
    'case.needs-authorisation':
      'Enter who allowed it and how: untether cases edit <case> --authorised-by "Ms Rossi, by e-mail". Then give this command again.',
    'device.site-authorised': 'If it is meant, give --accept-authorised.',
    'device.not-found':
      'Use the serial number, at least its last 4 characters, the MAC address or the saved name. "untether scan" looks for what was plugged in just now.',
    'site.not-found': '"untether site" lists the sites.',
    'job.not-found': '"untether jobs" lists the runs.',
    'case.not-found': '"untether cases" lists the cases.',
    'vault.none':
      'Set one up first: untether vault init. Until then every run takes the password from --password-file, --password-stdin or a terminal.',
  },
  errors: {
    failed: 'Error:',
    reference: 'Code {{code}}, reference {{ref}}.',
    noFolder: 'there is no such folder',
    isFolder: 'this is a folder',
    noRight: 'this user may not write there',
    readOnly: 'the disk is read-only',
    diskFull: 'the disk is full',
    inUse: 'another program has it open',
    stdout: '(standard output)',
    exists: 'The file {{file}} exists. Give --yes to replace it, or another name.',
    replace: 'The file {{file}} exists. Replace it?',
  },
  acts: cliActsEn,
  cases: cliCasesEn,
  changes: cliChangesEn,
  book: cliBookEn,
  guide: cliGuideEn,
  recorder: cliRecorderEn,
  routes: cliRoutesEn,
  health: cliHealthEn,
  vault: cliVaultEn,
  papers: cliPapersEn,
  yesLetters: 'y',
  noLetters: 'n',
  scan: {
    listening: 'Listening on {{adapters}} …',
    progress: '{{devices}} devices, {{seconds}} s left',
    sweeping: 'Asking {{cidr}}: {{done}} of {{total}} addresses, {{found}} devices',
    silent: 'No device answered. "untether doctor" looks for the reason.',
    summary:
      'Devices that answered: {{devices}}. Datagrams: {{datagrams}}, not understood: {{rejected}}.',
    dropped: 'This computer dropped {{dropped}} datagrams; scan again.',
    quiet: 'Saved devices that did not answer: {{devices}} (untether devices).',
    interrupted: 'Interrupted: this is what was found until then.',
    timedOut: 'Time is up: this is what was found until then.',
    watching: 'Watching. Ctrl+C ends it.',
  },
  devices: {
    none: 'No devices are saved for the site {{site}}. "untether scan" finds some.',
    summary: 'Devices: {{devices}}, site: {{site}}.',
    edited: 'Changed: {{device}}.',
    removed:
      'Taken off this list: {{device}}. The device stays as it is, and stays bound to its account.',
    restored: 'Back in the list: {{device}}.',
    exported: 'Written: {{file}} ({{bytes}} bytes).',
    facts: 'What it says',
    extra: 'What it says and this version does not know',
    history: 'History',
    more: 'and {{count}} more',
  },
  doctor: {
    clean: 'No problem was found.',
    warned: 'Nothing is broken. Look at the points that are marked.',
    evidence: 'Read:',
  },
  site: {
    current: 'in use',
    devices: 'Devices',
    created: 'Made',
    name: 'Site',
    made: 'Site {{name}} was made and is in use.',
    used: 'Site in use: {{name}}.',
    renamed: 'Renamed to {{name}}.',
  },
  simulate: {
    start: 'Simulated devices: {{devices}} ({{scenario}}), on {{address}}.',
    loopback: 'Programs of this computer that search on loopback see them.',
    lan: 'Programs on the network of this address see them.',
    end: 'Ctrl+C ends it.',
  },
  serve: {
    opened: 'Untether is open in your browser. If it is not, open this link on this computer:',
    link: 'Open this link in a browser on this computer:',
    noDisplay: 'There is no display here to open a browser on.',
    noProgram: 'No browser could be opened.',
    once: 'The link works once, within 10 minutes. Enter prints a new one, Ctrl+C ends Untether.',
  },
};

export type CliText = Wide<typeof cliEn>;

/** The same keys, any text. */
type Wide<T> = { readonly [K in keyof T]: T[K] extends string ? string : Wide<T[K]> };
