import type { CliText } from './en.ts';

export const cliChangesIt: CliText['changes'] = {
  commands: {
    password:
      'dà ai dispositivi una nuova password, la prova con un accesso e la salva nella cassaforte',
    reboot: 'riavvia i dispositivi e lo conferma solo quando sono tornati',
    resetRestore:
      'ripristina un dispositivo: la maggior parte delle impostazioni si perde, la rete e di solito gli utenti restano',
    resetDefault: 'riporta un dispositivo ai valori di fabbrica: si perde tutto, anche la password',
  },
  options: {
    user: 'utente di cui si cambia la password',
    newPasswordFile:
      'legge le nuove password da un file: una riga sola per tutti, "seriale-o-mac<TAB>password" per un dispositivo',
    newPasswordStdin: 'legge la nuova password dallo standard input',
  },
  reset: {
    restore: 'Ripristina le impostazioni di questo dispositivo:',
    restoreKeeps:
      'Le impostazioni di rete restano. Le telecamere di solito conservano gli utenti; altre linee forse no.',
    default: 'Riporta questo dispositivo ai valori di fabbrica:',
    defaultLoses:
      'Si perde ogni impostazione, anche l’indirizzo e la password. Va attivato di nuovo.',
    serial: 'Ultimi quattro caratteri del seriale, per ripristinarlo: ',
  },
  newNeeded:
    'serve una nuova password: --new-password-file, --new-password-stdin, o un terminale dove scriverla',
};
