import type { ErrorCode } from '../errors.ts';
import type {
  attachmentKinds,
  CaseKind,
  CaseState,
  CaseStepId,
  caseOutcomes,
  deadlineIds,
  RecoveryCase,
  watchStates,
} from '../recovery.ts';

interface Message {
  readonly what: string;
  readonly next: string;
}

/** Errors of cases; `en.ts` puts them beside the others. */
export const caseErrorsEn = {
  'case.not-found': {
    what: 'There is no case "{{wanted}}".',
    next: 'Choose one from the list of cases.',
  },
  'case.already-open': {
    what: 'This device has an open case of this kind already ({{kind}}).',
    next: 'Go on with that one, or close it first.',
  },
  'case.closed': {
    what: 'This case is closed: {{state}}.',
    next: 'Reopen it to go on with it, or open a new one.',
  },
  'case.not-closed': {
    what: 'This case is not closed.',
    next: 'Go on with its next step.',
  },
  'case.no-such-step': {
    what: 'This case has no step "{{step}}".',
    next: 'Choose one of the steps that it lists.',
  },
  'case.nothing-sent': {
    what: 'Nothing was sent in this case that could be sent again.',
    next: 'Do the step that sends the request first.',
  },
  'case.needs-authorisation': {
    what: 'Nobody is written down who allowed this.',
    next: 'Enter who allowed it and how (name, date, in writing or by word), then try again.',
  },
  'case.needs-evidence': {
    what: 'The outcome "{{outcome}}" needs evidence that Untether itself has seen, and there is none.',
    next: 'Let it watch the device, or close the case with "told by a person".',
  },
  'case.attachment-bad': {
    what: 'The file {{name}} is empty or did not arrive whole.',
    next: 'Choose it again.',
  },
  'case.attachment-large': {
    what: 'The file {{name}} does not fit. Limits: {{limitMb}} MB for a file, {{caseMb}} MB and {{files}} files for a case.',
    next: 'Use a smaller photo, or keep the file outside and write down where.',
  },
  'case.attachment-not-found': {
    what: 'The case has no such file.',
    next: 'Choose one of those that it lists.',
  },
  'case.reminder-not-found': {
    what: 'This reminder does not stand any more.',
    next: 'Nothing is left to do with it.',
  },
  'case.no-card': {
    what: 'No device and no model was named.',
    next: 'Choose a device, or type the model as it stands on the label.',
  },
} satisfies Readonly<Partial<Record<ErrorCode, Message>>>;

export type CaseErrors = Readonly<Record<keyof typeof caseErrorsEn, Message>>;

interface StepWords {
  readonly title: string;
  readonly hint: string;
}

const steps = {
  authorised: {
    title: 'Somebody allowed it',
    hint: 'Write down who, how and when. Without it the tool does not go on with anything irreversible.',
  },
  'proof-collected': {
    title: 'Proof collected',
    hint: 'Invoice, photo of the label and a photo of the serial on the screen, as support asks for them.',
  },
  'label-checked': {
    title: 'Label compared',
    hint: 'Photograph the label and compare its serial with the one that was scanned.',
  },
  'backup-offered': {
    title: 'Backup made or declined',
    hint: 'A reset loses the settings. Save the configuration first where a login is possible.',
  },
  'button-found': {
    title: 'Button found',
    hint: 'See the card of the family. Do not short-circuit contacts on the board.',
  },
  'power-off': {
    title: 'Power off',
    hint: 'Unplug the power supply or the PoE cable.',
  },
  'button-held': {
    title: 'Button held',
    hint: 'Hold it while the power comes on and keep holding for the time on the card.',
  },
  'command-sent': {
    title: 'Device accepted the command',
    hint: 'Seen by the tool in the device’s own answer.',
  },
  gone: { title: 'Device is gone', hint: 'It stopped answering: it restarts.' },
  back: { title: 'Device is back', hint: 'It answers again.' },
  restarted: { title: 'New start time', hint: 'The device tells a later start than before.' },
  inactive: {
    title: 'Device is inactive',
    hint: 'It has no password any more. This is the proof of the reset.',
  },
  'address-default': {
    title: 'Address after the reset',
    hint: '192.168.1.64, 192.0.0.64 or one from DHCP. A reset that keeps the network keeps the address.',
  },
  'cloud-read': {
    title: 'Cloud binding read again',
    hint: 'A reset does not free a device from its account. Unknown until it was read after the reset.',
  },
  'activated-again': { title: 'Activated again', hint: 'Set a new admin password.' },
  'configured-again': {
    title: 'Set up again',
    hint: 'Address, time, picture, recording, users; then the recorder’s channel.',
  },
  'versions-checked': {
    title: 'Versions checked',
    hint: 'Hik-ProConnect V1.7.1 and Hik-Connect V4.16.1 (its dialog says V4.15.0) or later, and a device on the compatibility list.',
  },
  'request-sent': {
    title: 'Request sent',
    hint: 'From now on it runs out. Write down when it left.',
  },
  'owner-told': {
    title: 'Owner told',
    hint: 'Send the owner the prepared message in the owner’s language.',
  },
  'owner-agreed': {
    title: 'Owner agreed',
    hint: 'In Hik-Connect under service notifications, with the phone in the device’s network.',
  },
  'file-exported': {
    title: 'Request exported from the device',
    hint: 'From now on keep the device powered and do not export again: a new export makes the first void.',
  },
  'file-sent': { title: 'Request sent to support', hint: 'With the proof. Note the case number.' },
  'answer-received': { title: 'Answer received', hint: 'Keep the file or the code with the case.' },
  'answer-applied': {
    title: 'Answer given to the device',
    hint: 'Import it with a new password before the deadline.',
  },
  'code-asked': {
    title: 'Code asked for',
    hint: 'Scan the device’s code, or send it by e-mail as the device shows. Do not restart the device.',
  },
  'code-entered': { title: 'Code entered', hint: 'It is valid for one start of the device.' },
  'questions-answered': {
    title: 'Questions answered',
    hint: 'Wrong answers lock the device for a while.',
  },
  'password-set': { title: 'New password set', hint: '8 to 16 characters, two kinds at least.' },
  'login-proven': {
    title: 'Login works',
    hint: 'Log in once with the new password. Seen by the tool when it logs in.',
  },
  'vault-updated': { title: 'Vault updated', hint: 'Save the new password in the vault.' },
  'menu-opened': {
    title: 'Recorder’s menu opened',
    hint: 'At the recorder: System, Network, Advanced, Platform Access, Hik-Connect.',
  },
  'unbind-tapped': { title: 'Unbind tapped', hint: 'Unbind or Delete Device, and confirmed.' },
  'bind-read': {
    title: 'Not bound any more',
    hint: 'Read from the device itself. Where it does not tell, the owner’s refreshed list is the check.',
  },
  'owner-list-refreshed': {
    title: 'Owner’s list refreshed',
    hint: 'The device is not in it any more.',
  },
  'shared-users-removed': {
    title: 'Shared users removed',
    hint: 'Nobody sees the device through an old share.',
  },
  'two-step-login': { title: 'Two-step login on', hint: 'For the account that owns the device.' },
  'passwords-changed': {
    title: 'Passwords changed',
    hint: 'Admin and all users that the former owner knew.',
  },
  'firmware-looked-at': {
    title: 'Firmware looked at',
    hint: 'Note the version; update if needed.',
  },
  'recorders-updated': {
    title: 'Recorders and programs updated',
    hint: 'A recorder with the old password locks the camera by its tries.',
  },
  'bound-anew': { title: 'Bound to the new account', hint: 'By its new owner, in the app.' },
  'case-number': { title: 'Case number noted', hint: 'As support gave it.' },
} satisfies Record<CaseStepId, StepWords>;

export const casesEn = {
  kinds: {
    'reset-button': 'Reset by the button',
    'software-reset': 'Reset by command',
    'portal-reset': 'Password reset by the installer’s portal',
    'reset-file': 'Password reset by file, QR or key',
    'email-code': 'Password reset by e-mail code',
    'security-questions': 'Password reset by security questions',
    'guid-file': 'Password reset by GUID file',
    'recorder-menu': 'Unbind in the recorder’s menu',
    'owner-unbind': 'Owner deletes it in the account',
    'phone-unbind': 'Unbind by a phone on the same network',
    'support-case': 'Case at support with proof',
    'after-unbind': 'Closing list after an unbind',
  } satisfies Record<CaseKind, string>,
  states: {
    open: 'To do',
    waiting: 'Waiting',
    done: 'Done',
    failed: 'Not achieved',
    expired: 'Expired',
    cancelled: 'Cancelled',
  } satisfies Record<CaseState, string>,
  steps,
  stepStates: { todo: 'To do', done: 'Done', skipped: 'Skipped', failed: 'Failed' },
  /** What the tool saw of a step. */
  evidence: {
    silent: 'no answer for {{seconds}} s',
    state: 'activated: {{activated}}; start time {{bootTime}}; address {{address}}',
    restarted: 'start time was {{from}}, is now {{to}}',
    address: 'address {{address}}',
    leased: 'address {{address}}, by DHCP',
    login: 'a login with the password',
    command: 'the command ended as: {{verdict}}',
    bound: 'the device says that it is bound',
    'not-bound': 'the device says that it is not bound',
    'job-not-bound': 'read by the run: not bound',
    'job-verified': 'read by the run afterwards',
    'answer-brought': 'the answer was brought',
    exported: 'the device gave its request ({{types}})',
    'reset-taken': 'the device took the answer ({{print}})',
    'reset-refused': 'the device refused: {{note}}',
  } satisfies Record<NonNullable<RecoveryCase['steps'][number]['told']>['code'], string>,
  warnings: {
    'restarted-since-export':
      'The device restarted since the request left it ({{from}}, now {{to}}). An answer is made for one start, so it may be void.',
    'exported-again': 'The request was made a second time. An answer to the first is void.',
    'clock-differs':
      'The device’s clock cannot be right (start time {{bootTime}}). Codes depend on its date.',
    'same-identity-twice':
      'Another device claims this serial (MAC {{mac}}, {{address}}). Nothing is closed by itself until one of them is gone.',
    'address-changed': 'The address changed from {{from}} to {{to}}.',
    'cloud-unknown':
      'After a reset the cloud binding is unknown until it is read again. A reset is no proof of unbinding.',
    'serial-differs': 'The label says {{label}}, the scan says {{scanned}}: another device.',
    'laptop-clock-jumped':
      'This computer’s clock moved by {{minutes}} min (set, or asleep). Deadlines go by it: check them.',
  } satisfies Record<RecoveryCase['warnings'][number]['code'], string>,
  deadlines: {
    'portal-request': 'Request valid until',
    'file-warn': 'Some answers are valid only until',
    'file-expire': 'Answer valid until',
    'email-code': 'Code valid until',
    answer: 'Answer expected until',
    watch: 'Watching until',
    lock: 'Locked until',
  } satisfies Record<(typeof deadlineIds)[number], string>,
  deadlineSources: {
    default: 'usual value, can be changed',
    vendor: 'printed by the vendor',
    device: 'told by the device',
    person: 'set by a person',
  },
  /** For a reminder: what it is about, by deadline and level. */
  reminders: {
    'portal-request': {
      warn: 'The owner has little time left to agree.',
      over: 'The request has expired. Send it again.',
    },
    'file-warn': {
      warn: 'The reset request is getting old.',
      over: 'The reset request is old: some vendors’ answers are void by now. Ask where it stands.',
    },
    'file-expire': {
      warn: 'The answer to the reset request expires soon.',
      over: 'The reset request has expired. Export it anew.',
    },
    'email-code': {
      warn: 'The code expires soon.',
      over: 'The code has expired. Ask for a new one.',
    },
    answer: { warn: 'An answer is due soon.', over: 'No answer came in time. Ask again.' },
    watch: { warn: 'The watch ends soon.', over: 'The watch is over.' },
    lock: {
      warn: 'The lock ends soon.',
      over: 'The lock is over. The device takes a password again.',
    },
  } satisfies Record<(typeof deadlineIds)[number], Readonly<Record<'warn' | 'over', string>>>,
  timeLeft: { left: '{{time}} left', over: 'over since {{time}}', overFor: 'over for {{time}}' },
  outcomes: {
    'reset-verified': 'Reset, verified',
    'password-proven': 'New password works, verified',
    'unbound-verified': 'Unbound, verified',
    'told-by-person': 'Done, by a person’s word',
    'not-reset': 'Not reset',
    void: 'The answer was void',
    refused: 'Refused',
    'gave-up': 'Given up',
    'no-longer-needed': 'No longer needed',
  } satisfies Record<(typeof caseOutcomes)[number], string>,
  watch: {
    off: 'Not watching',
    armed: 'Watching: press the button now',
    gone: 'It is gone: it restarts',
    back: 'It is back: looking at it',
    'reset-seen': 'Reset: the device is inactive',
    'not-reset': 'It came back as it was: not reset. Hold longer next time.',
    timeout: 'Nothing was seen in time. Check cable and power, then start the watch again.',
  } satisfies Record<(typeof watchStates)[number], string>,
  attachments: {
    'label-photo': 'Photo of the label',
    'invoice-photo': 'Photo of the invoice',
    'reset-request': 'Reset request',
    'reset-answer': 'Answer of support',
    qr: 'QR code',
    'guid-file': 'GUID file',
    backup: 'Configuration backup',
    other: 'Other file',
  } satisfies Record<(typeof attachmentKinds)[number], string>,
};

type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };
export type CasesText = Same<typeof casesEn>;
