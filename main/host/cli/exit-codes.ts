import type { ErrorCode } from '../../contract/errors.ts';

/** Exit codes of every command; scripts rely on them. */
export const exitCodes = {
  well: 0,
  /** The command ran and at least one item did not succeed. */
  itemFailed: 1,
  usage: 2,
  /** No adapter, no permission, a data file that refuses. */
  environment: 3,
  /** A person must decide: consent is missing. */
  decision: 4,
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Errors whose area alone does not tell the exit code. */
const special: Partial<Record<ErrorCode, ExitCode>> = {
  'site.not-empty': exitCodes.itemFailed,
  'host.closing': exitCodes.itemFailed,
  'host.stopped': exitCodes.itemFailed,
  'host.time-up': exitCodes.itemFailed,
  'device.site-authorised': exitCodes.decision,
  'input.undecided': exitCodes.decision,
  'job.busy': exitCodes.itemFailed,
  'job.needs-password': exitCodes.decision,
  'vault.locked': exitCodes.decision,
  'case.needs-authorisation': exitCodes.decision,
  'recovery.restarted': exitCodes.decision,
  'recovery.same-answer': exitCodes.decision,
  'recovery.wrong-kind': exitCodes.usage,
  'recovery.needs-answer': exitCodes.usage,
  'recovery.needs-password': exitCodes.usage,
  'recovery.weak-password': exitCodes.usage,
  'recovery.bad-file': exitCodes.usage,
  'vault.box-weak': exitCodes.decision,
  'vault.not-opened': exitCodes.usage,
  'vault.exists': exitCodes.usage,
  'vault.file-damaged': exitCodes.usage,
  'vault.file-not-opened': exitCodes.usage,
  'vault.passphrase-short': exitCodes.usage,
  'vault.credential-not-found': exitCodes.usage,
  'backup.needs-consent': exitCodes.decision,
  'backup.needs-passphrase': exitCodes.decision,
  'backup.unsupported': exitCodes.itemFailed,
  'backup.refused': exitCodes.itemFailed,
  'qr.needs-consent': exitCodes.decision,
  'qr.needs-passphrase': exitCodes.decision,
  'report.needs-passphrase': exitCodes.decision,
  'sealed.unsupported': exitCodes.environment,
  'site-file.needs-vault': exitCodes.decision,
};

const byArea: Readonly<Record<string, ExitCode>> = {
  input: exitCodes.usage,
  device: exitCodes.usage,
  book: exitCodes.usage,
  table: exitCodes.usage,
  site: exitCodes.usage,
  job: exitCodes.usage,
  case: exitCodes.usage,
  chooser: exitCodes.usage,
  guide: exitCodes.usage,
  recorder: exitCodes.usage,
  backup: exitCodes.usage,
  qr: exitCodes.usage,
  report: exitCodes.usage,
  sealed: exitCodes.usage,
  'site-file': exitCodes.usage,
  training: exitCodes.usage,
  audit: exitCodes.environment,
  auth: exitCodes.environment,
  network: exitCodes.environment,
  store: exitCodes.environment,
  vault: exitCodes.environment,
  file: exitCodes.environment,
  host: exitCodes.environment,
};

export function exitCodeOf(code: ErrorCode): ExitCode {
  const area = code.slice(0, code.indexOf('.'));
  return special[code] ?? byArea[area] ?? exitCodes.itemFailed;
}
