import type { sitesEn } from '../en/sites.ts';
import type { Translation } from '../translation.ts';

export const sitesIt = {
  menu: 'Sito',
  new: 'Nuovo sito…',
  rename: 'Rinomina questo sito…',
  delete: 'Elimina questo sito…',
  devices_one: '{{number}} dispositivo',
  devices_other: '{{number}} dispositivi',
  newTitle: 'Nuovo sito',
  renameTitle: 'Rinomina il sito',
  deleteTitle: 'Elimina il sito',
  name: 'Nome del sito',
  nameHint:
    'Per esempio il cliente e il luogo. Ogni sito ha il suo elenco e la sua disposizione della tabella.',
  create: 'Crea il sito',
  save: 'Salva il nome',
  deleteText:
    'Elimina il sito vuoto "{{name}}" e la sua disposizione della tabella. Nessun dispositivo viene toccato.',
  deleteFirst:
    'L’elenco di "{{name}}" contiene ancora dispositivi: {{number}}. Rimuovili prima dall’elenco; sui dispositivi non cambia nulla.',
  deleteLast: 'È l’unico sito. Creane prima un altro.',
  deleteDo: 'Elimina "{{name}}"',
  cancel: 'Annulla',
  switched: 'Sito {{name}}',
  authorised: {
    menu: 'Autorizzato in Hik-ProConnect…',
    title: 'Autorizzato in Hik-ProConnect',
    switch: 'Un installatore è autorizzato per «{{name}}» in Hik-ProConnect',
    what: 'Hik-ProConnect non lascia eliminare i suoi dispositivi, tranne quelli aggiunti per IP o dominio. Con questo interruttore Untether chiede un sì esplicito prima di togliere un tale dispositivo da questo elenco, perché nessuno scambi una cosa per l’altra.',
    note: 'Cambia solo questo elenco. Nulla viene inviato a un dispositivo o a Hik-ProConnect.',
    done: 'Fatto',
  },
} satisfies Translation<typeof sitesEn>;
