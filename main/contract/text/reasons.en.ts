import type { Reason } from '../job.ts';
import { loginReasonsEn } from './reasons-login.en.ts';

/**
 * Why an item stands as it does, and what to do about it. A sentence whose value is not known is left
 * out (`fillKnown`), so the first sentence of each text has no placeholder.
 */
export const reasonsEn = {
  ready: {
    what: 'Nothing stands in the way.',
    next: 'Go on.',
  },
  'read-back': {
    what: 'The device was read again and shows the new state.',
    next: 'Nothing is left to do.',
  },
  'device-said-so': {
    what: 'The device itself reports it.',
    next: 'Where it matters, look once more with your own eyes.',
  },
  'no-read-back': {
    what: 'The device accepted it, but did not answer when it was read again.',
    next: 'Re-check in a minute: it may be restarting.',
  },
  'not-applied': {
    what: 'Read again, the device still shows the old state. It shows {{address}}.',
    next: 'Re-check in a minute, some devices take long. If it stays so, use the device’s own web page.',
  },
  'address-taken': {
    what: 'Something else on the network has that address. The address is {{address}}. It is held by {{by}}.',
    next: 'Choose a free address, or take the other equipment off the network.',
  },
  'already-so': {
    what: 'The device is already as it should be.',
    next: 'Nothing is left to do.',
  },
  'not-bound': {
    what: 'The device says that no account is bound to it.',
    next: 'Nothing is left to unbind. It can be added to an account.',
  },
  'bound-unknown': {
    what: 'The device does not tell whether an account is bound to it.',
    next: 'Ask the owner to refresh the device list of the account: there the device must be gone.',
  },
  'cloud-off': {
    what: 'Hik-Connect is switched off on the device. An account may still be bound to it.',
    next: 'Switch Hik-Connect on, which needs a verification code, and unbind then; or let the owner delete it.',
  },
  'cloud-offline': {
    what: 'The device has no connection to the Hik-Connect cloud, so it cannot be unbound now.',
    next: 'Give the device Internet, for example by a router with a SIM card. This computer needs none. It goes on by itself.',
  },
  'status-unknown': {
    what: 'The device does not tell whether it can be unbound now.',
    next: 'It can be tried with your consent. The best result then is "Accepted, not verified".',
  },
  'unbind-unsupported': {
    what: 'The firmware of the device cannot be unbound over the LAN.',
    next: 'Take one of the other ways: phone on the same LAN, menu of the recorder, owner, support.',
  },
  'not-activated': {
    what: 'The device is not activated, so it has no password yet.',
    next: 'Activate it first. After a factory reset an account may still be bound to it: check then.',
  },
  'already-activated': {
    what: 'The device is activated already.',
    next: 'Use its password. If nobody knows it, a reset is the way.',
  },
  'weak-password': {
    what: 'The device refused the new password as too weak.',
    next: 'Choose one with three kinds of characters, without names and without number rows.',
  },
  'wrong-password': {
    what: 'The device says that the password is wrong. Tries left: {{attempts}}. It is locked for {{minutes}} more minutes.',
    next: 'Find out the right password before you try again: each try counts.',
  },
  'same-password': {
    what: 'This password was wrong for this device before, so it was not sent again. Tries left: {{attempts}}.',
    next: 'Give another password.',
  },
  'attempts-low': {
    what: 'The password was not sent, because the device has few tries left. Tries left: {{attempts}}.',
    next: 'Be sure of the password, then try with the explicit word. Or wait: devices count anew after some time.',
  },
  locked: {
    what: 'The device is locked after wrong passwords and takes not even the right one. Locked for {{minutes}} more minutes.',
    next: 'Leave it powered and wait. Do not try meanwhile: on some devices that begins the time anew.',
  },
  'group-stopped': {
    what: 'Nothing was sent: the run stopped before this device because of another one. It was {{device}}.',
    next: 'Look at that device first: a password that was wrong, or an address that was not confirmed, stops those that share it.',
  },
  denied: {
    what: 'The device refused and did not say why. On old firmware that may also mean a wrong password.',
    next: 'Check the password on the device’s web page before you try again: each try may count.',
  },
  'areas-differ': {
    what: 'The device and the software belong to different areas. It was no wrong password. The device said "{{result}}".',
    next: 'Unbind with an account of the device’s area, let the owner delete it, or open a support case.',
  },
  'unknown-result': {
    what: 'The device answered with a word that is not known here. It said "{{result}}".',
    next: 'Re-check: reading shows what is true now. Note the word down for support; a Hik-Connect account of the device’s sales region may help.',
  },
  silent: {
    what: 'The device did not answer in time. It is not known whether it got the command.',
    next: 'Re-check before you send anything again.',
  },
  offline: {
    what: 'The device does not answer on this network now.',
    next: 'Check its power and its cable, refresh, then run it again.',
  },
  'not-sent': {
    what: 'Nothing was sent to the device.',
    next: 'The evidence says why. Run it again when that is put right.',
  },
  interrupted: {
    what: 'The run ended while this device was at work. It is not known whether the command was done.',
    next: 'Resume: the device is read first and nothing is sent twice.',
  },
  'conflicting-replies': {
    what: 'Two different answers came to one request. Another machine on this network answers in the name of the device.',
    next: 'Do not go on here. Find that machine: the evidence names the addresses.',
  },
  'foreign-sender': {
    what: 'The answer came from an address that is not the device’s. It came from {{address}}.',
    next: 'Find out which machine that is. If the device has a new address, refresh and run it again.',
  },
  'bad-exchange': {
    what: 'The device’s part of the key exchange could not be read. The password was not sent.',
    next: 'Run it once more. If it stays so, use the device’s own web page.',
  },
  'send-failed': {
    what: 'This computer could not send on that adapter.',
    next: 'Check the cable or the Wi-Fi and the adapter list, then run it again.',
  },
  'no-adapter': {
    what: 'The adapter by which the device was heard is gone or switched off.',
    next: 'Plug it in or switch it on, refresh, then run it again.',
  },
  'generation-unsupported': {
    what: 'Over SADP the device’s generation does not take this command, or not in a known way. The generation is {{generation}}.',
    next: 'Do it on the device’s own web page.',
  },
  'function-unsupported': {
    what: 'The device says that it cannot do this.',
    next: 'Do it on the device’s own web page, or update its firmware.',
  },
  panel: {
    what: 'This is an alarm panel. Unbinding it deletes its cloud users, the installer’s accounts too.',
    next: 'Use the separate command for AX PRO panels. It needs a code from the vendor.',
  },
  'not-hikvision': {
    what: 'The device is not of the Hikvision family.',
    next: 'Use the tool of its own brand.',
  },
  'no-sadp': {
    what: 'The device was found by sweep only. It does not answer SADP.',
    next: 'Use its own web page. If this should be a SADP device, check with Doctor why it is not heard.',
  },
  'no-password': {
    what: 'No password was given for this device.',
    next: 'Give one and run it again.',
  },
  cancelled: {
    what: 'The run was cancelled before it came to this device. Nothing was sent to it.',
    next: 'Run it again if it is still to be done.',
  },
  'invalid-values': {
    what: 'The values cannot be sent to this device. The problem is {{problem}}.',
    next: 'Correct them and run it again.',
  },
  unverifiable: {
    what: 'The device accepted it, but its firmware does not tell the state that would prove it.',
    next: 'Have it checked by a person: the device list of the owner’s account, or the device’s web page.',
  },
  ...loginReasonsEn,
} satisfies Record<Reason, { readonly what: string; readonly next: string }>;
