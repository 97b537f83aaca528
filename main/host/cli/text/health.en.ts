/** Words of what a login reads: `devices verify`, and `cloud` without a wish. */
export const cliHealthEn = {
  verify: 'read a device again: by SADP, and over HTTP with its saved or given password',
  heard: 'Heard by SADP just now.',
  notHeard: 'Not heard by SADP just now.',
  bySadp: 'by SADP',
  byHttp: 'over HTTP',
  registered: 'Online at the platform',
  server: 'Server',
  code: 'Verification code set',
  announces: 'Announces an unbind call over HTTP (never made)',
  notRead: 'Not read over HTTP: {{why}}',
  health:
    'show or switch the regular health reading of a device; it reads only while Untether is open',
  on: 'Its health is read regularly while Untether is open.',
  off: 'Its health is not read by itself. "devices verify" reads it once.',
  never: 'Not read yet.',
  last: 'Last read at {{at}}: {{level}}.',
  switch: 'on or off; the present state when left out',
};
export type CliHealthText = typeof cliHealthEn;
