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
};
export type CliHealthText = typeof cliHealthEn;
