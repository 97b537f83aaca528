import type { MethodInput } from '../methods.ts';

type OwnerMessage = MethodInput<'messages.make'>['message'];

/** What the owner is sent, in the owner's language: to read or to scan, without Internet. */
export const messagesEn = {
  /** For choosing one. */
  names: {
    'delete-in-app': 'Delete the device in the app',
    'delete-in-portal': 'Delete the device in the web portal',
    'forgot-account': 'The account is forgotten',
    'forgot-password': 'The account’s password is forgotten',
    'agree-portal-reset': 'Agree to the password reset',
    'portal-reset-again': 'The request expired: agree to the new one',
    'update-app': 'Update the app',
    'remove-shared-users': 'Remove shared users',
    'two-step-login': 'Two-step login',
    'bind-anew': 'Add the device to the new account',
    'scan-email-code': 'Scan the code for the reset e-mail',
    'ask-support-again': 'To support: no answer came in time',
  } satisfies Record<OwnerMessage, string>,
  hello: 'Good day.',
  from: 'This message is from your installer: {{installer}}.',
  fromToSupport: 'We are an installer: {{installer}}.',
  caseNumber: 'Your case number: {{number}}.',
  device: 'It is about this device: {{model}}, serial number ending in {{tail}}.',
  deviceWhole: 'It is about this device: {{model}}, serial number {{serial}}.',
  unknownModel: 'Hikvision device',
  validUntil: 'The request is valid until {{until}}.',
  validFor: 'The request is valid for {{hours}} hours.',
  closing:
    'Nobody needs the password of your account. Please do not send it to anybody, neither to us nor to support.',
  part: 'Part {{number}} of {{count}}',
  bodies: {
    'delete-in-app': `Please delete it from your Hik-Connect account, so that it can be used anew:
1. Open the Hik-Connect app and sign in with the account that added the device.
2. Tap Device at the bottom.
3. Tap the device. Compare the end of the serial number.
4. Open its Settings (gear icon).
5. Tap Unbind or Delete Device and confirm with OK.
6. If the app asks whether cloud access is to be removed as well, agree.
7. Go back to Device and refresh the list: the device must be gone.
8. Tell us when it is done.
Recordings stay in the device. The buttons may be called differently in your version.`,
    'delete-in-portal': `Please try to delete it from your account on a computer:
1. Open the Hik-Connect web portal of your country and sign in with the account that added the device.
2. Open the device management.
3. Choose the device. Compare the end of the serial number.
4. Choose Unbind or Remove and confirm.
5. Refresh the list: the device must be gone.
6. Tell us when it is done.
There is no such button? Then use the Hik-Connect app: Device, the device, Settings, Delete Device.`,
    'forgot-account': `It is still in a Hik-Connect account, and we do not know in which:
1. Look in your mail for messages from Hik-Connect, and on your phones for the app.
2. Ask whoever may have set the device up: family, tenant, former installer.
3. Not found? Ask the vendor’s support for the account. They need the serial number above and a photo of the label, and tell the account with parts hidden.
4. When you recognise it: sign in, and delete the device under Device, Settings, Delete Device.
5. Tell us what came of it.`,
    'forgot-password': `Please sign in to your Hik-Connect account again:
1. Open the Hik-Connect app. On the login page tap Forgot Password.
2. Enter the e-mail address or the phone number of the account.
3. Wait for the message with the code or the link. Look in the spam folder too.
4. Set a new password and sign in.
5. Tap Device, then the device, then Settings, then Delete Device. Confirm with OK.
6. Tell us when it is done. If the address or the number no longer exists, tell us that too.`,
    'agree-portal-reset': `We have asked for a new password for it. Only you can agree:
1. Update the Hik-Connect app.
2. Be where the device is, with the phone in the same Wi-Fi. Switch mobile data off.
3. Open Hik-Connect, then Cloud Service, then Service Notifications.
4. Open the newest notice, Reset device password. See that it names us and this device. If not, leave it and call us.
5. Tap Reset device password and enter a new password: 8 to 16 characters, with two or more of digits, capital letters, small letters and special characters.
6. Tap OK.
7. Tell us the new password of the device in person or by telephone, not in a chat.`,
    'portal-reset-again': `The request for a new password has expired, so we have sent it again. Only you can agree:
1. Be where the device is, with the phone in the same Wi-Fi. Switch mobile data off.
2. Open Hik-Connect, then Cloud Service, then Service Notifications.
3. Open the newest notice, Reset device password. The old one does not work any more.
4. Tap Reset device password and enter a new password: 8 to 16 characters, with two or more of digits, capital letters, small letters and special characters.
5. Tap OK.
6. Tell us the new password of the device in person or by telephone, not in a chat.`,
    'update-app': `Please update the Hik-Connect app; older ones lack what is needed:
1. Open the app store of your phone (Google Play or App Store; on Android also the vendor’s own page).
2. Search for Hik-Connect and tap Update.
3. Open the app and sign in.
4. The version stands under More, then About. It has to be 4.16.1 or later.
5. Tell us when it is done.`,
    'remove-shared-users': `Please see that nobody else sees it any more:
1. Open the Hik-Connect app and sign in.
2. Tap Device, then the device, then its Settings.
3. Open the list of people it is shared with.
4. Remove everybody who is not to see it any more, and confirm.
5. Refresh the list.
6. Tell us when it is done.`,
    'two-step-login': `Please protect your account better:
1. Open the Hik-Connect app and sign in.
2. Open More, then your account, then its security settings.
3. Set a new password that you use nowhere else.
4. Where it is offered, switch on two-step login (verification of the terminal).
5. Look at the list of trusted terminals, and remove the phones that you do not know.
6. Tell us when it is done.`,
    'bind-anew': `It is free now. Please add it to your own account:
1. Install the Hik-Connect app. Register an account in the country where the device is, or sign in.
2. Tap the plus, then Scan QR Code, and scan the code on the device’s label.
3. Enter the verification code of the device when the app asks for it. We tell it to you in person.
4. See the picture, and give the device a name.
5. Tell us when it is done.`,
    'scan-email-code': `A new password for it is sent as a code to the reserved e-mail address:
1. We show you a QR code from the device. Scan it with the Hik-Connect app (3.5.4 or later).
2. Within some minutes a code comes to the reserved address. Look in the spam folder too.
3. Read the code to us by telephone. It is valid for this device and this start only.
4. Until then please do not switch the device off.`,
    'ask-support-again': `We asked you about this device, and the time for an answer has run out. Please look at it again:
1. We enclose the photo of the label with the serial number and the proof of purchase.
2. For a new password we enclose the newest request of the device. Earlier requests are void, and so are answers to them.
3. Please tell us whether anything is missing, and when we can expect the answer.`,
  } satisfies Record<OwnerMessage, string>,
};

type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };
export type MessagesText = Same<typeof messagesEn>;
