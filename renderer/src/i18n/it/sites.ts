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
} satisfies Translation<typeof sitesEn>;
