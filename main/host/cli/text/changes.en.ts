/** Words of the commands for what only a login over HTTP changes. */
export const cliChangesEn = {
  commands: {
    password: 'give devices a new password, prove it by a login and keep it in the vault',
    reboot: 'restart devices and say so only when they are back',
    resetRestore: 'restore a device: most settings go, network and usually users stay',
    resetDefault: 'bring a device back to factory default: everything goes, the password too',
  },
  options: {
    user: 'user whose password is changed',
    newPasswordFile:
      'read new passwords from a file: a lone line for all, "serial-or-mac<TAB>password" for one device',
    newPasswordStdin: 'read the new password from standard input',
  },
  reset: {
    restore: 'Restores the settings of this device:',
    restoreKeeps: 'Network settings stay. Cameras usually keep their users; other lines may not.',
    default: 'Brings this device back to factory default:',
    defaultLoses:
      'Every setting goes, the address and the password too. It must be activated again.',
    serial: 'Last four characters of its serial, to reset it: ',
  },
  newNeeded:
    'a new password is needed: --new-password-file, --new-password-stdin, or a terminal to type it at',
};
