/** Elements, in lower case, in which devices were seen to answer with a password, and their kin. */
export const secretNames: ReadonlySet<string> = new Set([
  'password',
  'passwd',
  'adminpassword',
  'loginpassword',
  'userpassword',
  'confirmpassword',
  'encryptpassword',
]);

/** The same, and what else must not be kept in a snapshot: codes, keys, salts, answers. */
export const snapshotSecretNames: ReadonlySet<string> = new Set([
  ...secretNames,
  'verificationcode',
  'operatecode',
  'secretkey',
  'salt',
  'salt2',
  'key',
  'pin',
  'answer',
  'community',
  'privpassword',
  'authpassword',
]);
