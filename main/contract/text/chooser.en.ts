import type { BecauseCode, ChooserFactId, ChooserFactSource } from '../chooser.ts';
import type { ErrorCode } from '../errors.ts';
import type { ChooserState, RecoveryRoute } from '../recovery.ts';

type Question = ChooserState['answers'][number]['question'];
type Answer = ChooserState['answers'][number]['answer'];
type Chosen = ChooserState['routes'][number];

interface Message {
  readonly what: string;
  readonly next: string;
}

/** Errors of the chooser; `en.ts` puts them beside the others. */
export const chooserErrorsEn = {
  'chooser.no-such-answer': {
    what: '"{{answer}}" is no answer to the question "{{question}}".',
    next: 'Answer with one of: {{options}}.',
  },
} satisfies Readonly<Partial<Record<ErrorCode, Message>>>;

export type ChooserErrors = Readonly<Record<keyof typeof chooserErrorsEn, Message>>;

export const chooserEn = {
  questions: {
    goal: 'What do you need?',
    'has-admin-password': 'Do you have the device’s own admin password?',
    'is-owner-reachable': 'Can you reach the person whose Hik-Connect account holds the device?',
    'does-owner-know-account':
      'Does that person know which account it is (e-mail or phone number)?',
    'does-owner-know-password': 'Can that person still sign in to the account?',
    'is-guest-account':
      'Was the device added as a guest (visitor), without registering an account?',
    'has-phone-on-lan':
      'Is a phone with Hik-Connect at hand that can join the device’s own network?',
    'has-router': 'Can the device get Internet here, by the site’s router or one that you bring?',
    'recorder-menu': 'Which menu does the recorder show on its own screen?',
    'same-area':
      'Is the Hik-Connect account on that phone registered in the device’s own area (region)?',
    'is-installer': 'Do you work for an installer who is a partner of the vendor?',
    'has-partner-account':
      'Is the device in a Hik-ProConnect (Hik-Partner Pro) account that you can use?',
    'has-proof': 'Do you have proof of purchase and a photo of the label with the serial?',
    'has-button': 'Does the device have a reset button (outside, or under a cover)?',
    'may-lose-settings': 'May the device lose all its settings?',
    'knows-security-answers':
      'Does somebody know the answers to the security questions that were set in the device?',
    'has-guid-file': 'Does somebody have the GUID file that was exported from this device earlier?',
    'reads-reserved-email':
      'Can somebody read the mailbox that was entered in the device as reserved e-mail?',
  } satisfies Record<Question, string>,
  why: {
    goal: 'Freeing it from an account and getting a new password are different ways.',
    'has-admin-password': 'The LAN, the phone and the recorder’s menu all ask for it.',
    'is-owner-reachable': 'The owner of the account can delete the device without its password.',
    'does-owner-know-account': 'A forgotten account is looked up by the vendor’s support first.',
    'does-owner-know-password': 'The password of an account can be recovered in the app.',
    'is-guest-account':
      'Nobody can sign in to a guest account, so only the phone on the LAN frees it.',
    'has-phone-on-lan': 'The app unbinds a device whose label it scans in the same network.',
    'has-router':
      'The cloud answers the device, not this computer: without Internet it cannot let go.',
    'recorder-menu': 'Only the menu of generation 4 has an Unbind of its own.',
    'same-area': 'The cloud refuses when account and device belong to different areas.',
    'is-installer': 'Partners can ask for resets and open cases in their portal.',
    'has-partner-account': 'The portal can ask the owner for a password reset.',
    'has-proof': 'Support answers only with proof of ownership.',
    'has-button': 'For this series it is not certain.',
    'may-lose-settings': 'A reset cannot be taken back.',
    'knows-security-answers':
      'With all the answers a new password is set at once, at the device’s own login screen.',
    'has-guid-file':
      'With that file a new password is set at once; it holds until the password changes.',
    'reads-reserved-email': 'The code for a new password is mailed only there.',
  } satisfies Record<Question, string>,
  answers: {
    yes: 'Yes',
    no: 'No',
    unknown: 'I do not know',
    unbind: 'Free it from an account',
    password: 'A new password: the old one is lost',
    'gui-4': 'New menu (V4): icons at the top, System > Network > Advanced',
    'gui-3': 'Older menu (V3 and before)',
    none: 'No menu: no screen, or no recorder',
  } satisfies Record<Answer, string>,
  routes: {
    lan: 'By this tool, over the LAN',
    'phone-on-lan': 'By a phone in the device’s network: scan and Unbind',
    'recorder-menu': 'In the recorder’s own menu',
    'owner-account': 'The owner deletes it in the account',
    'support-case': 'A case at support, with proof',
    'owner-forgot-account': 'The owner finds the forgotten account with support',
    'owner-forgot-password': 'The owner recovers the account’s password, then deletes it',
    'guest-account': 'A guest account: the phone in the device’s network frees it',
    'portal-reset': 'Password reset from the installer’s portal; the owner agrees',
    'reset-file': 'Password reset by file, QR or code from support',
    'email-code': 'Password reset by a code to the reserved e-mail',
    'security-questions': 'Password reset by security questions',
    'guid-file': 'Password reset by the GUID file saved earlier',
    'reset-button': 'Reset button: everything is lost',
    'factory-reset': 'Factory reset by command: everything is lost',
  } satisfies Record<RecoveryRoute, string>,
  states: {
    open: 'Can be tried now',
    untold: 'The device does not say: look first',
    needs: 'Something is missing first',
    closed: 'Leads nowhere here',
  } satisfies Record<Chosen['state'], string>,
  costs: {
    minutes: 'Minutes',
    hours: 'Hours',
    days: 'Days',
    'loses-settings': 'Loses all settings',
  } satisfies Record<Chosen['cost'], string>,
  because: {
    'not-hikvision': 'The device is not of the Hikvision family.',
    'already-free': 'The device says that it is bound to no account. Read it once more to be sure.',
    'no-sadp': 'It never answered this tool’s own protocol (SADP).',
    'panel-users':
      'An alarm panel has cloud users of its own, which this way leaves behind or deletes.',
    'unbind-unsupported': 'Its firmware says that it cannot be unbound over the LAN.',
    'unbind-support-unknown': 'Its firmware does not say whether it can be unbound over the LAN.',
    'look-before-unbind':
      'To find out, press Unbind: the look before it asks the device and takes no password.',
    'not-activated': 'It is not activated: it has no password yet.',
    'activate-instead': 'It is not activated: activate it and set the password.',
    'areas-differ':
      'Device and place belong to different areas, so the cloud refuses. No try was lost.',
    'account-of-area': 'The account on the phone must be of the device’s own area.',
    'area-of-account-differs': 'The account on the phone is of another area than the device.',
    'area-same': 'The account is of the device’s own area.',
    'area-unknown': 'It is not known whether account and device are of the same area.',
    locked: 'It refuses every password for a while. Wait for the lock to end.',
    'cloud-off': 'Its cloud service is off. It may still be registered; switch it on first.',
    'cloud-unsupported': 'It has no Hik-Connect.',
    'device-needs-internet': 'The device itself needs Internet. This computer does not.',
    'router-brings-cloud': 'It was offline; the router brings it to the cloud.',
    'internet-there': 'It can get Internet here.',
    'internet-unknown': 'It is not known whether the device has Internet.',
    'password-known': 'Its password is known.',
    'password-missing': 'Its password is missing.',
    'password-unknown': 'It is not known whether its password is at hand.',
    'login-works': 'A password is there: log in and change it. Nothing has to be reset.',
    'only-if-password-lost': 'Only where its password is lost.',
    'first-password': 'Gives a new password; then it can be unbound over the LAN.',
    'tried-and-refused': 'It refused this once already.',
    'phone-there': 'A phone is at hand.',
    'phone-missing': 'A phone in the device’s own network is missing.',
    'phone-unknown': 'It is not known whether a phone can join the device’s network.',
    'not-a-recorder': 'It is no recorder.',
    'recorder-unknown': 'It is not known whether it is a recorder.',
    'menu-4': 'Its menu has an Unbind of its own.',
    'menu-too-old': 'Its menu has no Unbind.',
    'menu-unknown': 'It is not known which menu it has.',
    'look-at-menu':
      'To find out, look on its own screen under System > Network > Advanced > Platform Access.',
    'owner-reachable': 'The owner can be reached.',
    'owner-not-reachable': 'The owner cannot be reached.',
    'owner-unknown': 'It is not known whether the owner can be reached.',
    'owner-must-agree': 'The owner would have to agree on the phone, and cannot be reached.',
    'account-known': 'The account is known.',
    'account-forgotten': 'The account is forgotten: support looks it up first.',
    'account-unknown': 'It is not known whether the owner remembers the account.',
    'account-password-known': 'The owner can sign in.',
    'account-password-forgotten':
      'The account’s password is forgotten: recover it in the app first.',
    'only-if-forgotten': 'Only where the owner has forgotten it.',
    'not-forgotten': 'Nothing is forgotten.',
    'guest-account': 'A guest account has no login and nothing to recover.',
    'guest-by-phone': 'The phone frees a guest’s device too.',
    'not-a-guest': 'It was not added as a guest.',
    'only-if-guest': 'Only where it was added as a guest.',
    'frees-but-no-password': 'Frees the device, but gives no password.',
    'needs-owner-account': 'The device would have to be in the owner’s account, and it is in none.',
    'panel-not-by-portal': 'The portal’s password reset does not work for AX PRO panels.',
    'cloud-support-unknown': 'The device does not say whether it has Hik-Connect.',
    'binding-unknown': 'The device does not say whether it is bound to an account.',
    'ask-owner-list':
      'To find out, ask the owner whether it stands in the list of the Hik-Connect app.',
    'partner-account-there': 'A partner account with this device is there.',
    'partner-account-missing': 'It takes a partner account that has this device.',
    'partner-account-unknown': 'It is not known whether a partner account has this device.',
    'partner-case': 'Open it as a partner, in the portal.',
    'by-your-supplier': 'Ask by your supplier, or the vendor’s support of your country.',
    'device-says-yes': 'The device says that it has this way ("{{fact}}").',
    'device-says-no': 'The device says that it does not have this way ("{{fact}}": no).',
    'device-does-not-say': 'The device does not say whether it has this way.',
    'look-at-forgot-password':
      'To find out, press Forgot Password on its login screen (own monitor or web page): what it has is offered there.',
    'export-tells':
      'To find out, open its case and export the request: the device gives one or refuses. An earlier request becomes void by that.',
    'answers-there': 'Somebody knows the answers.',
    'answers-nobody': 'Nobody knows the answers. Do not guess: wrong answers lock the device.',
    'answers-unknown': 'It is not known whether questions were set and who knows the answers.',
    'guid-there': 'The GUID file is there.',
    'guid-nobody': 'Nobody has its GUID file, and without the password none can be exported.',
    'guid-unknown': 'It is not known whether a GUID file was exported and who has it.',
    'mailbox-there': 'Somebody can read the reserved mailbox.',
    'mailbox-nobody': 'Nobody can read the reserved mailbox, or none was entered.',
    'mailbox-holder': 'Whoever reads the reserved mailbox has to be asked.',
    'proof-ready': 'The proof is ready.',
    'proof-to-collect': 'Collect the proof first: invoice, label, serial on the screen.',
    'button-there': 'It has a button.',
    'no-button': 'It has no reset button: do not search for one.',
    'button-unknown': 'It is not certain whether it has a button.',
    'settings-may-go': 'The settings may be lost.',
    'settings-must-stay': 'The settings must stay.',
    'consent-needed': 'Somebody has to agree that all settings are lost.',
    'reset-is-no-unbind': 'That a reset unbinds is not proven: read the binding again afterwards.',
    'ask-the-maker': 'Ask its maker.',
  } satisfies Record<BecauseCode, string>,
  facts: {
    kind: 'Kind',
    firmware: 'Firmware',
    activated: 'Activated',
    bound: 'Bound to an account',
    'cloud-enabled': 'Hik-Connect on',
    'cloud-online': 'Reaches the cloud',
    'unbind-supported': 'Can be unbound over the LAN',
    'areas-differ': 'Areas differ',
    'last-unbind': 'Last unbind',
    locked: 'Locked',
    login: 'Saved login',
    button: 'Reset button',
    'reset-file': 'Reset by file or code',
    'email-code': 'Reserved e-mail',
    'security-questions': 'Security questions',
    'guid-file': 'GUID file',
  } satisfies Record<ChooserFactId, string>,
  sources: {
    device: 'the device',
    list: 'the list',
    run: 'the last run',
    lock: 'the lockout guard',
    vault: 'the vault',
    card: 'typical for the series',
  } satisfies Record<ChooserFactSource, string>,
};

type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };
export type ChooserText = Same<typeof chooserEn>;
