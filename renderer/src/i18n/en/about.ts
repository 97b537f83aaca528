export const aboutEn = {
  title: 'About Untether',
  purpose:
    'Finds Hikvision devices on the local network. It needs no Internet, no account and no driver.',
  version: 'Version',
  runsAs: 'Runs as',
  hosts: { electron: 'Desktop app', web: 'Local web page', cli: 'Command line', test: 'Test' },
  system: 'System',
  data: 'Data folder',
  sent: 'Sent outside the LAN',
  sentNone: '0 bytes sent outside the LAN',
  sentSome: '{{number}} bytes sent outside the LAN',
  sentHow:
    'Counted where packets leave: every address that is not private, link-local, multicast or broadcast.',
  licence: 'Licence',
  licenceName: 'MIT',
  notVendor:
    'Not made, approved or supported by Hikvision. Names of products belong to their owners.',
  copyAll: 'Copy these lines',
};
