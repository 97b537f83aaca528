/** Words of the commands `report`, `site export`, `site import` and `support`. */
export const cliPapersEn = {
  commands: {
    report: 'make a report about the current site: {{kinds}}',
    reportOpen: 'open a sealed report of the office again',
    siteExport: 'write the current site into one sealed file for another laptop',
    siteImport: 'read a sealed site file: shows what differs, then takes it in',
    support: 'write a package for support: texts to read before sending, without passwords',
  },
  kinds: {
    inventory: 'the list of devices as it is now',
    'handover-client':
      'devices, network, before and after, unbinding, open points, signatures; without secrets',
    'handover-office': 'the same with runs and saved logins; always sealed',
    changes: 'every change with who and when, and the audit log',
    'pre-visit': 'what to bring, what is waiting, case numbers',
  },
  options: {
    format: 'html, xlsx, csv or json; otherwise by the end of the file name, else html',
    out: 'file to write; the usual name in this folder when left out',
    client: 'name of the client, for the head of the report',
    installer: 'name of the installer, for the head of the report',
    filePassphraseFile: 'file with the passphrase of the sealed file',
    withoutPasswords: 'leave the saved passwords out',
    new: 'as a new site, not into the current one',
    take: 'where both laptops say something: mine or theirs; the newer when left out',
    preview: 'only show what the file holds and what differs',
    story: 'what happened, in your own words',
  },
  noFormat: 'the end of {{value}} is none of .html, .xlsx, .csv, .json; give --format',
  args: { sealed: 'the sealed file', siteFile: 'the site file (.utsite)' },
  askNew: 'Passphrase for the sealed file (8 characters or more): ',
  ask: 'Passphrase of the sealed file: ',
  passphraseNeeded:
    'the file is sealed, so it needs a passphrase: --file-passphrase-file, or a terminal to type it at',
  written: 'Written: {{file}}',
  preview:
    'Site "{{name}}", made {{at}} by {{by}}. Devices: {{devices}} ({{newDevices}} new here). Cases: {{cases}}. Saved passwords: {{credentials}}. Audit lines: {{auditLines}}, {{audit}}.',
  intact: 'fitting together',
  broken: 'NOT fitting together',
  conflicts: 'Both say something different:',
  columns: {
    device: 'Device',
    field: 'Field',
    mine: 'Here',
    theirs: 'In the file',
    newer: 'Newer',
  },
  fields: {
    name: 'name',
    note: 'note',
    kind: 'kind',
    address: 'address',
    book: 'reached by',
    removed: 'removed',
  },
  newer: { mine: 'here', theirs: 'file', unknown: 'not known' },
  removed: 'removed from the list',
  imported:
    'Taken in. New devices: {{added}}. Changed: {{merged}}. Cases: {{cases}}. Saved passwords: {{credentials}}. Audit lines of the other computer: {{auditLines}}.',
};

type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };
export type CliPapersText = Same<typeof cliPapersEn>;
