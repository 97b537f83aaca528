/**
 * The closed list of error codes, with the parameters each one carries. The words a person reads are
 * not here: `contract/text` maps a code and its parameters to what happened and what to do next.
 */
export interface ErrorParams {
  'input.invalid': { readonly fields: string };
  'input.unknown-method': { readonly method: string };
  'input.too-large': { readonly limitBytes: number };
  'input.bad-json': Record<never, never>;
  'input.bad-cidr': { readonly value: string };
  'input.cidr-too-large': { readonly value: string; readonly limit: number };
  'input.public-range': { readonly value: string };
  'input.usage': { readonly problem: string };
  /** A person has to agree or choose, and did not or could not. */
  'input.undecided': { readonly problem: string };
  'auth.untrusted': Record<never, never>;
  'device.not-found': { readonly wanted: string };
  'device.ambiguous': { readonly wanted: string; readonly candidates: string };
  'device.site-authorised': { readonly devices: string; readonly count: number };
  'book.bad-host': { readonly host: string };
  'book.already-there': { readonly host: string; readonly device: string };
  'book.not-in-book': { readonly device: string };
  'book.no-question': { readonly device: string };
  'book.bad-file': { readonly problem: string; readonly line: number };
  'table.empty': Record<never, never>;
  'table.not-a-table': Record<never, never>;
  /** The ending by which people know the format; `zip` for an archive that is none of the known ones. */
  'table.other-format': { readonly format: string };
  'table.protected': Record<never, never>;
  'table.damaged': Record<never, never>;
  'table.too-large': { readonly limitMb: number };
  'site.not-found': { readonly wanted: string };
  'site.name-taken': { readonly name: string };
  'site.not-empty': { readonly name: string; readonly devices: number };
  'network.no-adapter': Record<never, never>;
  'network.adapter-not-found': { readonly wanted: string; readonly known: string };
  'network.permission': { readonly what: string };
  'network.port-closed': { readonly port: number };
  'sweep.running': { readonly cidr: string };
  'sweep.not-found': Record<never, never>;
  'job.not-found': { readonly wanted: string };
  'job.not-resumable': { readonly state: string };
  'job.nothing-to-undo': Record<never, never>;
  'job.needs-password': { readonly devices: number };
  'job.busy': { readonly device: string };
  'job.serial-mismatch': { readonly device: string };
  'job.bad-password': { readonly problems: string };
  'job.bad-verification-code': Record<never, never>;
  'job.bad-plan': { readonly problem: string; readonly line: number };
  'guide.not-found': { readonly wanted: string; readonly similar: string };
  'audit.unwritable': { readonly path: string };
  'vault.none': Record<never, never>;
  'vault.exists': Record<never, never>;
  'vault.locked': Record<never, never>;
  'vault.changed': Record<never, never>;
  'vault.wait': { readonly seconds: number };
  'vault.not-opened': { readonly box: string };
  'vault.box-damaged': { readonly box: string };
  'vault.box-unavailable': { readonly box: string };
  'vault.box-not-found': { readonly box: string };
  'vault.box-exists': { readonly box: string };
  'vault.box-weak': { readonly method: string };
  'vault.last-box': { readonly box: string };
  'vault.passphrase-short': { readonly limit: number };
  'vault.credential-not-found': Record<never, never>;
  'vault.credential-damaged': { readonly subject: string };
  'vault.file-damaged': Record<never, never>;
  'vault.file-newer': { readonly found: number; readonly known: number };
  'vault.file-not-opened': Record<never, never>;
  /** `problem` and `advice` are both a reason of `contract/job.ts`; what its words need may stand beside them. */
  'login.failed': { readonly device: string; readonly problem: string; readonly advice: string };
  'recorder.no-channels': { readonly device: string };
  'backup.needs-consent': Record<never, never>;
  'backup.needs-passphrase': Record<never, never>;
  'backup.not-ours': Record<never, never>;
  'backup.newer': { readonly found: number; readonly known: number };
  'backup.damaged': Record<never, never>;
  'backup.not-opened': Record<never, never>;
  'backup.unsupported': { readonly device: string };
  'backup.refused': { readonly device: string; readonly answer: string };
  'qr.needs-consent': Record<never, never>;
  'qr.needs-passphrase': Record<never, never>;
  'qr.not-ours': Record<never, never>;
  'qr.newer': { readonly found: number; readonly known: number };
  'qr.damaged': Record<never, never>;
  'qr.not-opened': Record<never, never>;
  'qr.too-long': { readonly device: string };
  'qr.nothing-to-add': Record<never, never>;
  'case.not-found': { readonly wanted: string };
  'case.already-open': { readonly kind: string };
  'case.closed': { readonly state: string };
  'case.not-closed': Record<never, never>;
  'case.no-such-step': { readonly step: string };
  'case.nothing-sent': Record<never, never>;
  'case.needs-authorisation': Record<never, never>;
  'case.needs-evidence': { readonly outcome: string };
  'case.attachment-bad': { readonly name: string };
  'case.attachment-large': {
    readonly name: string;
    readonly limitMb: number;
    readonly caseMb: number;
    readonly files: number;
  };
  'case.attachment-not-found': Record<never, never>;
  'case.reminder-not-found': Record<never, never>;
  'case.no-card': Record<never, never>;
  'chooser.no-such-answer': {
    readonly question: string;
    readonly answer: string;
    readonly options: string;
  };
  'recovery.wrong-kind': { readonly kind: string };
  'recovery.not-supported': { readonly why: string };
  'recovery.no-answer': Record<never, never>;
  'recovery.not-sent': { readonly reason: string };
  'recovery.not-whole': Record<never, never>;
  'recovery.refused': { readonly result: string };
  'recovery.answer-wrong': { readonly left: number | string };
  'recovery.answer-void': Record<never, never>;
  'recovery.answer-expired': Record<never, never>;
  'recovery.locked': Record<never, never>;
  'recovery.weak-password': { readonly problems: string };
  'recovery.unclear': { readonly result: string };
  'recovery.restarted': { readonly from: string; readonly to: string };
  'recovery.same-answer': Record<never, never>;
  'recovery.needs-answer': Record<never, never>;
  'recovery.needs-password': Record<never, never>;
  'recovery.bad-file': { readonly limitKb: number };
  'training.off': Record<never, never>;
  'training.not-simulated': { readonly device: string };
  'training.no-button': { readonly device: string };
  'report.no-such-format': {
    readonly kind: string;
    readonly format: string;
    readonly formats: string;
  };
  'report.needs-passphrase': Record<never, never>;
  'sealed.unsupported': Record<never, never>;
  'sealed.not-ours': Record<never, never>;
  'sealed.newer': { readonly found: number; readonly known: number };
  'sealed.damaged': Record<never, never>;
  'sealed.not-opened': Record<never, never>;
  'site-file.needs-vault': Record<never, never>;
  'site-file.too-large': { readonly limitMb: number };
  'store.newer': { readonly found: number; readonly known: number; readonly path: string };
  'store.unwritable': { readonly path: string };
  'store.busy': { readonly path: string };
  'store.disk-full': { readonly path: string };
  'file.unwritable': { readonly path: string; readonly reason: string };
  'host.node-too-old': { readonly found: string; readonly needed: string };
  'host.closing': Record<never, never>;
  /** A person ended a command before it did anything. */
  'host.stopped': Record<never, never>;
  /** The time a command was given was over before it did anything. */
  'host.time-up': Record<never, never>;
  'internal.unexpected': Record<never, never>;
}

export type ErrorCode = keyof ErrorParams;

/** An error as it crosses a wire. `ref` is also in the log; `detail` is technical and redacted. */
export interface AppErrorShape {
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** English, for `--json` and for the log; a screen shows the localised text of `code`. */
  readonly message: string;
  readonly detail?: string;
  readonly ref: string;
}

/** Every code, in the order of the table above; a test compares it with the texts of each locale. */
export const errorCodes = [
  'input.invalid',
  'input.unknown-method',
  'input.too-large',
  'input.bad-json',
  'input.bad-cidr',
  'input.cidr-too-large',
  'input.public-range',
  'input.usage',
  'input.undecided',
  'auth.untrusted',
  'device.not-found',
  'device.ambiguous',
  'device.site-authorised',
  'book.bad-host',
  'book.already-there',
  'book.not-in-book',
  'book.no-question',
  'book.bad-file',
  'table.empty',
  'table.not-a-table',
  'table.other-format',
  'table.protected',
  'table.damaged',
  'table.too-large',
  'site.not-found',
  'site.name-taken',
  'site.not-empty',
  'network.no-adapter',
  'network.adapter-not-found',
  'network.permission',
  'network.port-closed',
  'sweep.running',
  'sweep.not-found',
  'job.not-found',
  'job.not-resumable',
  'job.nothing-to-undo',
  'job.needs-password',
  'job.busy',
  'job.serial-mismatch',
  'job.bad-password',
  'job.bad-verification-code',
  'job.bad-plan',
  'guide.not-found',
  'audit.unwritable',
  'vault.none',
  'vault.exists',
  'vault.locked',
  'vault.changed',
  'vault.wait',
  'vault.not-opened',
  'vault.box-damaged',
  'vault.box-unavailable',
  'vault.box-not-found',
  'vault.box-exists',
  'vault.box-weak',
  'vault.last-box',
  'vault.passphrase-short',
  'vault.credential-not-found',
  'vault.credential-damaged',
  'vault.file-damaged',
  'vault.file-newer',
  'vault.file-not-opened',
  'login.failed',
  'recorder.no-channels',
  'backup.needs-consent',
  'backup.needs-passphrase',
  'backup.not-ours',
  'backup.newer',
  'backup.damaged',
  'backup.not-opened',
  'backup.unsupported',
  'backup.refused',
  'qr.needs-consent',
  'qr.needs-passphrase',
  'qr.not-ours',
  'qr.newer',
  'qr.damaged',
  'qr.not-opened',
  'qr.too-long',
  'qr.nothing-to-add',
  'case.not-found',
  'case.already-open',
  'case.closed',
  'case.not-closed',
  'case.no-such-step',
  'case.nothing-sent',
  'case.needs-authorisation',
  'case.needs-evidence',
  'case.attachment-bad',
  'case.attachment-large',
  'case.attachment-not-found',
  'case.reminder-not-found',
  'case.no-card',
  'chooser.no-such-answer',
  'recovery.wrong-kind',
  'recovery.not-supported',
  'recovery.no-answer',
  'recovery.not-sent',
  'recovery.not-whole',
  'recovery.refused',
  'recovery.answer-wrong',
  'recovery.answer-void',
  'recovery.answer-expired',
  'recovery.locked',
  'recovery.weak-password',
  'recovery.unclear',
  'recovery.restarted',
  'recovery.same-answer',
  'recovery.needs-answer',
  'recovery.needs-password',
  'recovery.bad-file',
  'training.off',
  'training.not-simulated',
  'training.no-button',
  'report.no-such-format',
  'report.needs-passphrase',
  'sealed.unsupported',
  'sealed.not-ours',
  'sealed.newer',
  'sealed.damaged',
  'sealed.not-opened',
  'site-file.needs-vault',
  'site-file.too-large',
  'store.newer',
  'store.unwritable',
  'store.busy',
  'store.disk-full',
  'file.unwritable',
  'host.node-too-old',
  'host.closing',
  'host.stopped',
  'host.time-up',
  'internal.unexpected',
] as const satisfies readonly ErrorCode[];

/** Thrown inside the core only; `dispatch` turns it into an envelope. */
export class AppError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly params: ErrorParams[C];
  readonly detail: string | undefined;

  constructor(code: C, params: ErrorParams[C], options: { detail?: string; cause?: unknown } = {}) {
    super(`${code} ${JSON.stringify(params)}`, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.params = params;
    this.detail = options.detail;
  }
}
