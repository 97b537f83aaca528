/** Reasons of what is done after a login over HTTP; `reasons.en.ts` puts them beside the others. */
export const loginReasonsEn = {
  'login-proven': {
    what: 'The device accepted the login.',
    next: 'Nothing is left to do.',
  },
  'login-unclear': {
    what: 'The device refused the login without saying why, so a try may have been used up.',
    next: 'Look at the device’s web page before you try again.',
  },
  'no-login': {
    what: 'No user name and password are known for this device.',
    next: 'Type the password, or save it in the vault.',
  },
  'basic-only': {
    what: 'The device takes a password only in readable form over plain HTTP, so nothing was sent.',
    next: 'Use HTTPS if the device has it, or agree to it for this device in its entry.',
  },
  'certificate-changed': {
    what: 'The device shows another certificate than the one that was accepted, so nothing was sent.',
    next: 'Find out why: a reset and a new firmware both make a new one. Then accept it in the entry of the device.',
  },
  'low-privilege': {
    what: 'This user may not do that.',
    next: 'Use the device’s admin user.',
  },
  unreachable: {
    what: 'The device cannot be reached over HTTP from here. Its address is {{address}}.',
    next: 'Check cable and subnet. SADP still works for devices of another subnet.',
  },
  'needs-reboot': {
    what: 'The device accepted it and will use it after a restart.',
    next: 'Restart the device.',
  },
  restarted: {
    what: 'The device restarted and answers again.',
    next: 'Nothing is left to do.',
  },
  'used-by-recorder': {
    what: 'A recorder uses this camera with its password. The recorder is {{recorder}}.',
    next: 'Change the channel’s password at the recorder afterwards, or its picture is lost and its tries lock the camera.',
  },
  'password-saved': {
    what: 'The device accepts the new password, and the vault has it.',
    next: 'Change it also at recorders and programs that use this device.',
  },
  'password-not-saved': {
    what: 'The device accepts the new password, but the vault could not save it.',
    next: 'Write it down now, and save it when the vault is open again.',
  },
  'vault-locked': {
    what: 'The vault is locked, so no saved password could be used.',
    next: 'Unlock the vault, or type the password.',
  },
  'reset-seen': {
    what: 'The device came back from a restart and shows the state that was asked for.',
    next: 'Set it up again. Read the cloud binding before you call it free.',
  },
  'reset-not-seen': {
    what: 'The device accepted the reset, but it was not seen coming back so far.',
    next: 'The case goes on watching. Look for it at its factory address or by DHCP.',
  },
  'channel-gone': {
    what: 'The recorder’s list was read again and the channel is gone.',
    next: 'The camera itself and its cloud binding are as they were.',
  },
  'channel-still-there': {
    what: 'Read again, the recorder still lists the channel.',
    next: 'On the recorder’s own PoE ports, switch the channel to manual or unplug the camera first.',
  },
  'channel-password-lost': {
    what: 'A recorder forgets the camera’s password with every edit, and none was given.',
    next: 'Give the camera’s password along.',
  },
  'channel-not-listed': {
    what: 'The recorder has no such channel on its list, so nothing was sent to change it. Asked for: channel {{channel}}. On the list: {{channels}}.',
    next: 'Read the list again and take a channel that is on it.',
  },
  'channel-plug-and-play': {
    what: 'The camera hangs on the recorder’s own PoE port and would be added again at once.',
    next: 'Unplug the camera, or switch the channel to manual at the recorder.',
  },
  'wrong-file': {
    what: 'The file is not for this device. It was made on {{model}}, {{firmware}}.',
    next: 'Use a file of the same model and firmware.',
  },
  'wrong-key': {
    what: 'The device did not accept the file’s secret key.',
    next: 'Type the key that was chosen when the backup was made.',
  },
  'code-refused': {
    what: 'The device did not accept the vendor’s answer.',
    next: 'Check that it is for this device and for its last request; a restart or a second export makes it void.',
  },
  'request-void': {
    what: 'The device restarted since the request was made, so the answer is probably void.',
    next: 'Export a new request and send that one.',
  },
  'other-device': {
    what: 'Another device answers at this address. Its serial number is {{serial}}.',
    next: 'Check the address; nothing was changed.',
  },
};
